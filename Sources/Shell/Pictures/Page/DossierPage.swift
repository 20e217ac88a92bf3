import PropertyGraph

/// A dossier as a page for browsers.
struct DossierPage {
  private let dossier: Dossier
  private let values: ValueText
  private var parts: [String] = []

  /// The whole page.
  static func html(_ dossier: Dossier, _ values: ValueText) -> String {
    var page = DossierPage(dossier, values)
    page.write()
    return Page.html(
      title: "\(dossier.client): dossier", style: PageStyle.colours + PageStyle.page + PageStyle.map,
      body: page.parts.joined(separator: "\n"))
  }

  private init(_ dossier: Dossier, _ values: ValueText) {
    self.dossier = dossier
    self.values = values
  }

  private mutating func write() {
    parts.append("<header>\(Markup.element("h1", "", dossier.client))")
    parts.append("<p class=\"aside\">Dossier of \(dossier.day.text)</p></header>\n<main>")
    let first = dossier.brief.prefix(1)
    for answer in first { section(answer.title ?? "", AnswerMarkup.html(answer, values)) }
    if !dossier.shares.isEmpty {
      section("Share of profit", Charts.shares(dossier.shares), note: "the last twelve months")
    }
    if dossier.months.contains(where: { $0.revenue != 0 }) {
      section("Orders by month", Charts.months(dossier.months))
    }
    section(
      "The deciding collective",
      """
      <div class="scroll" tabindex="0" role="region" aria-label="Map of the deciding collective">
      \(MapDrawing.svg(dossier.map, isPart: true))
      </div>
      """, isMap: true)
    for answer in dossier.brief.dropFirst() { section(answer.title ?? "", AnswerMarkup.html(answer, values)) }
    if let refusals = dossier.refusals { section("Refusals", Charts.refusals(refusals, values)) }
    if let pocket = dossier.pocket {
      section(
        "From the list price to what is left", Charts.waterfalls(pocket, values),
        note: "for one unit of each product")
    }
    parts.append("</main>\n<footer>Written by kamsh \(Version.text) on \(dossier.day.text).</footer>")
  }

  private mutating func section(_ title: String, _ body: String, note: String? = nil, isMap: Bool = false) {
    parts.append("<section\(isMap ? " class=\"mapped\"" : "")>\(Markup.element("h2", "", title))")
    if let note { parts.append(Markup.element("p", "class=\"aside\"", note)) }
    parts.append(body + "\n</section>")
  }
}
