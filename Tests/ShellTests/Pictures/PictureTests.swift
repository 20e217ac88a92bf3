import PropertyGraph
import Testing

@testable import Shell

/// Numbers with units, and what is drawn of them.
struct PictureTests {
  @Test(arguments: [
    (28.145, 2, "28.15"), (-0.004, 2, "0.00"), (-1.5, 0, "-2"), (0.5, 0, "1"), (0, 3, "0.000"),
    (1e300, 2, "1e300"), (999_999_999_999.99, 2, "999999999999.99"), (.nan, 2, "NaN"),
    (-.infinity, 1, "-Infinity"),
    (0.05, 1, "0.1"), (12, 2, "12.00"),
  ])
  func `A number is written with its decimals`(_ number: Double, _ decimals: Int, _ text: String) {
    #expect(number.fixedText(decimals) == text)
  }

  @Test func `A column has the decimals that one of its numbers needs, and at most its unit's`() {
    let shell = TestShell()
    shell.run("columns share=percent money=money index=number days=days change=points names=words")
    #expect(
      shell.run(
        "UNWIND [0.5, 0.3333333333] AS share RETURN share, 100.0 AS money, 1.23456 AS index, 10.55 AS days, -0.07 AS change, ['a', 'b'] AS names;"
      )
        == """
           share │ money │ index │ days │ change │ names
        ─────────┼───────┼───────┼──────┼────────┼───────
         50.00 % │   100 │ 1.235 │ 10.6 │  -7 pp │ a, b
         33.33 % │   100 │ 1.235 │ 10.6 │  -7 pp │ a, b
        (2 rows)
        """)
    shell.run("format csv")
    #expect(shell.run("RETURN 0.3333333333 AS share;") == "share\n0.3333333333")
    #expect(shell.errors == "")
  }

  @Test func `A style that is none is refused, and an empty one goes`() {
    let shell = TestShell()
    shell.run("columns share=percnt")
    #expect(shell.errors.contains("did you mean 'percent'?"))
    for wrong in ["percent+percent", "bar+line", "percent+", "+"] {
      shell.run("columns share=\(wrong)")
      #expect(shell.errors.contains("is not one of its values"), "\(wrong)")
    }
    shell.run("columns share=percent", "columns share=")
    #expect(shell.run("columns").hasSuffix("(0 rows)"))
  }

  @Test func `Bars are as long as the numbers, whatever these are`() {
    let glyphs = Glyphs.blocks
    #expect(glyphs.bar(1, width: 4) == "████")
    #expect(glyphs.bar(0.5, width: 4) == "██")
    #expect(glyphs.bar(0.01, width: 4) == "▏")
    #expect(glyphs.bar(0, width: 4) == "")
    #expect(glyphs.bar(-1, width: 4) == "")
    #expect(glyphs.bar(7, width: 4) == "████")
    #expect(glyphs.bar(.nan, width: 4) == "")
    #expect(Glyphs.plain.bar(0.5, width: 4) == "##")
  }

  @Test func `A line has a column for each number`() {
    #expect(Glyphs.blocks.line([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Glyphs.blocks.line([5, 5]) == "██")
    #expect(Glyphs.blocks.line([0, 0]) == "▁▁")
    #expect(Glyphs.blocks.line([-1, 0, 1]) == "▁▅█")
    #expect(Glyphs.blocks.line([nil, 1, .infinity]) == " █ ")
    #expect(Glyphs.blocks.line([]) == "")
    #expect(Glyphs.plain.line([0, 3, 6]) == "_=#")
  }

  @Test(arguments: [40, 60, 80, 200])
  func `A table with bars fits the terminal and keeps its numbers`(_ width: Int) {
    let shell = TestShell(width: width, glyphs: .blocks)
    shell.run("columns share=percent+bar trend=line")
    let printed = shell.run(
      "UNWIND [['Северсталь', 0.28], ['漢字', 0.155], ['', -0.1], ['none', null]] AS r RETURN r[0] AS client, r[1] AS share, [1, 2, 3] AS trend;"
    )
    for text in ["28.00 %", "15.50 %", "-10.00 %", "▃▆█"] { #expect(printed.contains(text), "\(printed)") }
    for line in printed.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    #expect(printed.contains("█████") == (width >= 40))
  }

  @Test func `A waterfall steps down from the list price to the margin`() {
    let shell = TestShell(width: 60, glyphs: .plain)
    shell.run(
      "columns list=money+total discount=money+step pocket=money+total cost=money+step left=money+total")
    #expect(
      shell.run("RETURN 'x' AS product, 100 AS list, 20 AS discount, 80 AS pocket, 90 AS cost, -10 AS left;")
        == """
        ─── 1 ───
        product   x
        list      100  ########################################
        discount   20                                  --------
        pocket     80  ################################
        cost       90  --------------------------------
        left      -10
        (1 row)
        """)
  }

  @Test func `Without pictures nothing is drawn`() {
    let shell = TestShell(width: 80)
    shell.run("columns share=percent+bar")
    #expect(!shell.run("RETURN 0.5 AS share;").contains("█"))
  }

  @Test func `Columns without values go before a table gives way to lines`() {
    let shell = TestShell(width: 40)
    let printed = shell.run(
      "RETURN 'abcdefgh' AS a, null AS bbbbbbbb, null AS cccccccc, 'abcdefgh' AS d, 'abcdefgh' AS e;")
    #expect(printed.hasSuffix("(1 row) (no values: bbbbbbbb, cccccccc)"), "\(printed)")
  }
}
