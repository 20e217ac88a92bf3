import PropertyGraph

@testable import Exchange

extension Graph {
  /// What the graph holds, a line each, properties by name.
  var description: [String] {
    let nodes = (0..<nodeLimit).map { NodeID($0) }.filter { contains($0) }.map { node in
      "node \(node.rawValue) \(labels(of: node).map { name(of: $0) })" + text(properties(of: node))
    }
    let relationships = (0..<relationshipLimit).map { RelationshipID($0) }.filter { contains($0) }.map { it in
      "relationship \(it.rawValue) \(start(of: it).rawValue)-\(name(of: type(of: it)))->\(end(of: it).rawValue)"
        + text(properties(of: it))
    }
    return nodes + relationships
  }

  private func text(_ properties: [(key: KeyID, value: Value)]) -> String {
    properties.map { " \(name(of: $0.key))=\($0.value.plainText(self))" }.sorted().joined()
  }
}
