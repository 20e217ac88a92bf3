import PropertyGraph

/// A map in the language of Graphviz.
enum MapGraph {
  /// The graph, with its last newline.
  static func text(_ map: DecisionMap) -> String {
    var lines = [
      "digraph \(quoted(map.client)) {",
      "  graph [label=\(quoted("\(map.client): the deciding collective on \(map.day.text)")), labelloc=t, rankdir=TB]",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"]",
      "  edge [fontname=\"sans-serif\", fontsize=10]",
    ]
    for (place, person) in map.people.enumerated() {
      let title = [person.works ? person.title : person.title ?? "works elsewhere"].compactMap { $0 }
      let texts =
        [person.name] + title + person.roles.map(DecisionMap.words)
        + [DecisionMap.words(person.knownTo), map.lastMet(person)]
      let style = person.knownTo.isEmpty ? ", style=\"rounded,dashed\"" : ""
      let line = person.support.map { ", color=\(colour($0))" } ?? ""
      lines.append("  p\(place) [label=\(quoted(texts.joined(separator: "\n")))\(style)\(line)]")
    }
    for line in map.lines {
      let weight = line.weight.map { DecisionMap.percent($0) }
      let label = weight.map { ", label=\(quoted($0))" } ?? ""
      switch line.kind {
      case .reportsTo: lines.append("  p\(line.to) -> p\(line.from) [dir=back]")
      case .influences:
        lines.append("  p\(line.from) -> p\(line.to) [color=blue, constraint=false\(label)]")
      case .conflicts:
        lines.append(
          "  p\(line.from) -> p\(line.to) [color=red, style=dashed, dir=none, constraint=false\(label)]")
      }
    }
    if !map.rivals.isEmpty {
      lines += ["  subgraph cluster_rivals {", "    label=\"Competitors\""]
      for (place, rival) in map.rivals.enumerated() {
        let texts = [rival.name, DecisionMap.words(rival)].filter { !$0.isEmpty }
        lines.append("    r\(place) [label=\(quoted(texts.joined(separator: "\n"))), style=filled]")
      }
      lines.append("  }")
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func colour(_ support: Int) -> String {
    support > 0 ? "darkgreen" : support < 0 ? "firebrick" : "gray40"
  }

  /// A text between quotes, lines centred.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in SafeText.of(text, keepsLines: true).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
