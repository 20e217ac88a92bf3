import PropertyGraph

/// The files that a map can be written as, chosen by the end of their name.
enum MapFile: String, CaseIterable {
  case svg, html, dot

  /// The kind of a path; nil for others.
  init?(path: String) {
    guard let kind = Self.allCases.first(where: { path.lowercased().hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = kind
  }

  /// The whole file.
  func text(_ map: DecisionMap) -> String {
    switch self {
    case .svg: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + MapDrawing.svg(map, isPart: false) + "\n"
    case .dot: MapGraph.text(map)
    case .html:
      Page.html(
        title: "\(map.client): the deciding collective",
        style: PageStyle.colours + PageStyle.page + PageStyle.map,
        body: """
          <main>
          \(Markup.element("h1", "", map.client))
          <p class="aside">The deciding collective on \(map.day.text)</p>
          <div class="scroll" tabindex="0" role="region" aria-label="Map">
          \(MapDrawing.svg(map, isPart: true))
          </div>
          </main>
          """)
    }
  }
}
