/// The style sheets of what is written for browsers; nothing is fetched from anywhere.
enum PageStyle {
  /// The colours, for light and dark rooms and for paper.
  static let colours = """
    :root{color-scheme:light dark;--ground:#fff;--box:#f7f7f5;--ink:#1c1c1a;--soft:#5c5c58;--line:#85857f;\
    --rule:#d8d8d2;--mark:#1f5fae;--bad:#b3261e;--bad-soft:#e07a72;--good:#1b7a3d;--good-soft:#74b98c;--even:#a3a39c}
    @media (prefers-color-scheme:dark){:root{--ground:#161614;--box:#23231f;--ink:#ecece6;--soft:#b4b4ab;\
    --line:#8f8f86;--rule:#3a3a35;--mark:#7fb2f0;--bad:#f0746b;--bad-soft:#9c4a44;--good:#5fc984;--good-soft:#3c7a52;\
    --even:#77776f}}
    @media print{:root{--ground:#fff;--box:#fff;--ink:#000;--soft:#333;--line:#555;--rule:#bbb;--mark:#1f5fae;\
    --bad:#b3261e;--bad-soft:#e07a72;--good:#1b7a3d;--good-soft:#74b98c;--even:#a3a39c}}

    """

  /// The map.
  static let map = """
    .map text{font:13px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;fill:var(--ink)}
    .map .name{font-weight:700}.map .ground{fill:var(--ground)}
    .map .box{fill:var(--box);stroke:var(--line)}.map .unknown{stroke-dasharray:5 4}
    .map .rival{stroke:var(--bad)}
    .map .reports{fill:none;stroke:var(--line);stroke-width:1.5}.map .second{stroke-dasharray:2 3}
    .map .influences{fill:none;stroke:var(--mark)}.map .conflicts{fill:none;stroke:var(--bad);stroke-dasharray:6 4}
    .map .tip{fill:var(--mark)}
    .map .against2{fill:var(--bad)}.map .against1{fill:var(--bad-soft)}.map .neutral{fill:var(--even)}
    .map .for1{fill:var(--good-soft)}.map .for2{fill:var(--good)}
    .map .legend text{fill:var(--soft);font-size:12px}

    """

  /// Pages: one column on a phone, pages on paper.
  static let page = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:1rem;max-width:64rem;background:var(--ground);color:var(--ink);\
    font:16px/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.6rem;line-height:1.2;margin:.3rem 0}h2{font-size:1.15rem;margin:1.8rem 0 .5rem;\
    border-bottom:1px solid var(--rule);padding-bottom:.2rem}h3{font-size:1rem;margin:1rem 0 .3rem}
    .aside{color:var(--soft);margin:.2rem 0}
    .scroll{overflow-x:auto;-webkit-overflow-scrolling:touch}
    .map{display:block;height:auto;max-width:none}
    table{border-collapse:collapse;width:100%}
    th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--rule)}
    th{font-weight:600;color:var(--soft);font-size:.85rem}
    td.number,th.number{text-align:right;padding-right:1.4rem;font-variant-numeric:tabular-nums;white-space:nowrap}
    dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.2rem 1rem;margin:.3rem 0}
    dt{color:var(--soft)}dd{margin:0}
    .bars{width:100%}.bars td{border:0;padding:.15rem .6rem .15rem 0}.bars td:last-child{width:55%;padding-right:0}
    .bar{display:block;height:1rem;min-width:1px;background:var(--even);border-radius:2px;\
    print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .bar.this,.bar.total{background:var(--mark)}.bar.step{background:var(--bad-soft)}.bar.loss{background:var(--bad)}
    .months{display:block;width:100%;height:auto;max-width:36rem}
    .months rect{fill:var(--mark)}.months text{font-size:12px;fill:var(--soft)}.months .zero{stroke:var(--line)}
    footer{margin-top:2rem;color:var(--soft);font-size:.85rem}
    @media screen and (max-width:40rem){
    .rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .rows tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--rule)}
    .rows td{display:flex;gap:.8rem;border:0;padding:.1rem 0;text-align:left!important;white-space:normal}
    .rows td::before{content:attr(data-label);flex:0 0 7rem;color:var(--soft)}
    .rows td.nothing{display:none}
    .bars tr{display:grid;grid-template-columns:1fr auto;padding:.15rem 0}
    .bars td,.bars td:last-child{padding:0;width:auto}.bars td:last-child{grid-column:1/-1}
    }
    @media print{
    @page{margin:15mm}
    body{max-width:none;padding:0;font-size:10.5pt}
    section{break-inside:auto}h2,h3{break-after:avoid}tr,.chart,dl{break-inside:avoid}
    .scroll{overflow:visible}.map{width:100%;max-height:240mm}
    .mapped{break-before:page}
    }

    """
}
