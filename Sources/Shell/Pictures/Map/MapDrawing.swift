/// A map as SVG.
struct MapDrawing {
  private let map: DecisionMap
  private let layout: MapLayout
  private let isPart: Bool
  private var lines: [String] = []

  private static let legendHeight = 92

  /// The drawing as an element.
  ///
  /// - Parameter isPart: whether it stands in a page, which has the style sheet.
  static func svg(_ map: DecisionMap, isPart: Bool) -> String {
    var drawing = MapDrawing(map, isPart: isPart)
    drawing.draw()
    return drawing.lines.joined(separator: "\n")
  }

  private init(_ map: DecisionMap, isPart: Bool) {
    self.map = map
    self.isPart = isPart
    layout = MapLayout(map)
  }

  private mutating func draw() {
    let height = layout.height + Self.legendHeight
    // In a page it shrinks with the page, but not below what can be read.
    lines.append(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 \(layout.width) \(height)\" "
        + "width=\"\(layout.width)\" height=\"\(height)\" role=\"img\" aria-labelledby=\"map-title map-text\">"
    )
    lines.append("<title id=\"map-title\">\(Markup.escaped(map.client)): the deciding collective</title>")
    lines.append(Markup.element("desc", "id=\"map-text\"", MapTree.text(map, glyphs: .plain, columns: nil)))
    if !isPart { lines.append("<style>\(PageStyle.colours)\(PageStyle.map)</style>") }
    lines.append(Self.arrow)
    if !isPart { lines.append("<rect class=\"ground\" width=\"\(layout.width)\" height=\"\(height)\"/>") }
    for person in map.people.indices { drawTrunk(person) }
    for line in map.lines where line.kind != .reportsTo { draw(line) }
    for person in map.people.indices {
      for other in layout.forest.others[person] {
        draw(DecisionMap.Line(kind: .reportsTo, from: person, to: other))
      }
    }
    for (person, box) in layout.boxes.enumerated() { draw(box, map.people[person]) }
    if map.people.isEmpty { lines.append("<text x=\"16\" y=\"32\">nobody is known there</text>") }
    if let top = layout.rivalsTop {
      lines.append("<text class=\"name\" x=\"16\" y=\"\(top)\">Competitors</text>")
    }
    for box in layout.rivals { draw(box, nil) }
    drawLegend(top: layout.height)
    lines.append("</svg>")
  }

  private static let arrow = """
    <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" \
    markerUnits="userSpaceOnUse" orient="auto">\
    <path class="tip" d="M0 0 10 5 0 10Z"/></marker></defs>
    """

  /// The reporting lines to a person: a trunk at the left, a line along each shelf, a drop to each box.
  private mutating func drawTrunk(_ person: Int) {
    let buses = layout.buses(below: person)
    guard let last = buses.last else { return }
    let box = layout.boxes[person]
    let trunk = box.x + MapLayout.indent / 2
    var path = "M\(trunk) \(box.y + box.height)V\(last.y)"
    for bus in buses {
      let drops = bus.people.map { layout.boxes[$0].x + MapLayout.boxWidth / 2 }
      path += "M\(trunk) \(bus.y)H\(drops.last ?? trunk)"
      for (drop, below) in zip(drops, bus.people) { path += "M\(drop) \(bus.y)V\(layout.boxes[below].y)" }
    }
    lines.append("<path class=\"reports\" d=\"\(path)\"/>")
  }

  /// A line from box to box, behind the boxes.
  private mutating func draw(_ line: DecisionMap.Line) {
    let (from, to) = (layout.boxes[line.from], layout.boxes[line.to])
    // Boxes one above the other are joined around their right sides, those beside each other across the gap.
    let isAbove = abs(to.x - from.x) < MapLayout.boxWidth
    let isRight = to.x > from.x
    let startX = from.x + (isRight || isAbove ? MapLayout.boxWidth : 0)
    let endX = to.x + (isRight && !isAbove ? 0 : MapLayout.boxWidth)
    let (startY, endY) = (from.y + from.height / 2 + 8, to.y + to.height / 2 - 8)
    let bend = max(12, abs(endX - startX) / 2)
    let around = max(startX, endX) + 14
    let (leaving, arriving) =
      isAbove ? (around, around) : isRight ? (startX + bend, endX - bend) : (startX - bend, endX + bend)
    let path = "M\(startX) \(startY)C\(leaving) \(startY) \(arriving) \(endY) \(endX) \(endY)"
    let name =
      switch line.kind {
      case .influences: "influences"
      case .conflicts: "conflicts"
      case .reportsTo: "reports second"
      }
    let width = (1 + 2 * min(max(line.weight ?? 0.3, 0), 1)).fixedText(1)
    let tip = line.kind == .conflicts ? "" : " marker-end=\"url(#arrow)\""
    lines.append("<path class=\"\(name)\" stroke-width=\"\(width)\" d=\"\(path)\"\(tip)/>")
  }

  private mutating func draw(_ box: MapLayout.Box, _ person: DecisionMap.Person?) {
    let isKnown = person.map { !$0.knownTo.isEmpty } ?? true
    let kind = person == nil ? "rival" : isKnown ? "known" : "unknown"
    lines.append("<g transform=\"translate(\(box.x) \(box.y))\">")
    lines.append(
      "<rect class=\"box \(kind)\" width=\"\(MapLayout.boxWidth)\" height=\"\(box.height)\" rx=\"6\"/>")
    if let support = person?.support {
      lines.append(
        "<rect class=\"\(Self.supportClass(support))\" width=\"6\" height=\"\(box.height)\" rx=\"3\"/>")
    }
    for (index, text) in box.lines.enumerated() {
      let kind = index < box.nameLines ? " class=\"name\"" : ""
      let y = 7 + MapLayout.lineHeight * (index + 1) - 4
      lines.append("<text\(kind) x=\"14\" y=\"\(y)\">\(Markup.escaped(text))</text>")
    }
    lines.append("</g>")
  }

  private static func supportClass(_ support: Int) -> String {
    let names = ["against2", "against1", "neutral", "for1", "for2"]
    return names[min(max(support, -2), 2) + 2]
  }

  private mutating func drawLegend(top: Int) {
    lines.append("<g class=\"legend\" transform=\"translate(16 \(top + 4))\">")
    let entries: [(mark: String, text: String)] = [
      ("<path class=\"reports\" d=\"M0 0V-8H26V4\"/>", "reports to"),
      (
        "<path class=\"influences\" stroke-width=\"2\" d=\"M0 0H26\" marker-end=\"url(#arrow)\"/>",
        "influences"
      ),
      ("<path class=\"conflicts\" stroke-width=\"2\" d=\"M0 0H26\"/>", "in conflict"),
      ("<rect class=\"box unknown\" y=\"-9\" width=\"26\" height=\"13\" rx=\"3\"/>", "known to nobody of us"),
    ]
    for (index, entry) in entries.enumerated() {
      let (x, y) = (index % 2 * 232, 12 + index / 2 * 22)
      lines.append(
        "<g transform=\"translate(\(x) \(y))\">\(entry.mark)<text x=\"36\" y=\"4\">\(entry.text)</text></g>")
    }
    for support in -2...2 {
      let x = (support + 2) * 44
      lines.append(
        "<g transform=\"translate(\(x) 56)\"><rect class=\"\(Self.supportClass(support))\" y=\"-9\" width=\"6\" "
          + "height=\"13\" rx=\"3\"/><text x=\"12\" y=\"3\">\(DecisionMap.signed(support))</text></g>")
    }
    lines.append("<text x=\"232\" y=\"59\">support: against us … for us</text></g>")
  }
}
