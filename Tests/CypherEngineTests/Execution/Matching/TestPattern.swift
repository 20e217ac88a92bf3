/// A pattern for the naive matcher, and as a query.
struct TestPattern {
  struct Node {
    let name: String
    var labels: [String] = []
    var p: Int?
  }
  struct Link {
    let name: String
    var types: [String] = []
    /// 1 to the right, -1 to the left, 0 without direction.
    var direction = 1
    var length: ClosedRange<Int>?
    var p: Int?
  }
  struct Part {
    var path: String?
    var nodes: [Node]
    var links: [Link] = []
  }
  enum Predicate {
    case equals(String, Int)
    case equal(String, String)
    case differ(String, String)
    case label(String, String)
    case connected(String, String, isNegated: Bool)
  }

  var isOptional = false
  var parts: [Part]
  var predicates: [Predicate] = []

  /// The variables of the parts, in order, each once.
  var names: [String] {
    var names: [String] = []
    for part in parts {
      names += part.nodes.map(\.name) + part.links.map(\.name) + [part.path].compactMap { $0 }
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The variables that predicates name or that stand more than once.
  var used: Set<String> {
    var used: Set<String> = []
    var seen: Set<String> = []
    for name in parts.flatMap({ $0.nodes.map(\.name) + $0.links.map(\.name) })
    where !seen.insert(name).inserted { used.insert(name) }
    for predicate in predicates {
      switch predicate {
      case .equals(let a, _), .label(let a, _): used.insert(a)
      case .equal(let a, let b), .differ(let a, let b), .connected(let a, let b, _): used.formUnion([a, b])
      }
    }
    return used
  }

  /// The clause; variables that are not among those kept are left out.
  func text(keeping kept: Set<String>) -> String {
    func name(_ name: String) -> String { kept.contains(name) ? name : "" }
    let parts = parts.map { part in
      var text = part.path.map { kept.contains($0) ? "\($0) = " : "" } ?? ""
      text += Self.text(part.nodes[0], name(part.nodes[0].name))
      for (index, link) in part.links.enumerated() {
        text += Self.text(link, name(link.name))
        text += Self.text(part.nodes[index + 1], name(part.nodes[index + 1].name))
      }
      return text
    }
    let clause = (isOptional ? "OPTIONAL MATCH " : "MATCH ") + parts.joined(separator: ", ")
    if predicates.isEmpty { return clause }
    return clause + " WHERE " + predicates.map(\.text).joined(separator: " AND ")
  }

  private static func text(_ node: Node, _ name: String) -> String {
    let properties = node.p.map { " {p: \($0)}" } ?? ""
    return "(" + name + node.labels.map { ":\($0)" }.joined() + properties + ")"
  }

  private static func text(_ link: Link, _ name: String) -> String {
    let types = link.types.isEmpty ? "" : ":" + link.types.joined(separator: "|")
    let length = link.length.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? ""
    let properties = link.p.map { " {p: \($0)}" } ?? ""
    return (link.direction < 0 ? "<-[" : "-[") + name + types + length + properties
      + (link.direction > 0 ? "]->" : "]-")
  }
}

extension TestPattern.Predicate {
  var text: String {
    switch self {
    case .equals(let a, let value): "\(a).p = \(value)"
    case .equal(let a, let b): "\(a).p = \(b).p"
    case .differ(let a, let b): "\(a) <> \(b)"
    case .label(let a, let label): "\(a):\(label)"
    case .connected(let a, let b, let isNegated): (isNegated ? "NOT " : "") + "(\(a))-[:X]->(\(b))"
    }
  }
}
