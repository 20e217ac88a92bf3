internal import Persistence
internal import PropertyGraph

extension ExportFormat {
  /// The graph as GraphML, which Gephi, yEd and NetworkX read; labels and types are data as well.
  ///
  /// Source: http://graphml.graphdrawing.org/primer/graphml-primer.html
  static let graphML = ExportFormat(
    name: "graphml", summary: "the graph as GraphML, for Gephi, yEd or NetworkX", fileExtension: "graphml",
    needsLabel: false
  ) { (graph, options, output) throws(DataError) in
    let (nodes, relationships) = (graph.nodes(options), graph.relationships(options))
    let nodeKeys = GraphMLKeys("n", graph, nodes.lazy.map { graph.properties(of: $0) })
    let relationshipKeys = GraphMLKeys("e", graph, relationships.lazy.map { graph.properties(of: $0) })
    try output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="labels" for="node" attr.name="labels" attr.type="string"/>
      <key id="label" for="edge" attr.name="label" attr.type="string"/>

      """)
    try output.write(nodeKeys.declarations("node") + relationshipKeys.declarations("edge"))
    try output.write("<graph id=\"G\" edgedefault=\"directed\">\n")
    for node in nodes {
      let labels = graph.labels(of: node).map { ":" + graph.name(of: $0) }.joined()
      try output.write("<node id=\"n\(node.rawValue)\"><data key=\"labels\">\(labels.xml)</data>")
      try output.write(nodeKeys.data(graph.properties(of: node)) + "</node>\n")
    }
    for relationship in relationships {
      let ends =
        "source=\"n\(graph.start(of: relationship).rawValue)\" target=\"n\(graph.end(of: relationship).rawValue)\""
      let type = graph.name(of: graph.type(of: relationship)).xml
      try output.write("<edge id=\"e\(relationship.rawValue)\" \(ends)><data key=\"label\">\(type)</data>")
      try output.write(relationshipKeys.data(graph.properties(of: relationship)) + "</edge>\n")
    }
    try output.write("</graph>\n</graphml>\n")
  }
}

/// The properties of nodes or of relationships as GraphML declares them, each with the narrowest of its types.
private struct GraphMLKeys {
  private let prefix: String
  private let graph: Graph
  private var types: [KeyID: String] = [:]

  init(_ prefix: String, _ graph: Graph, _ elements: some Sequence<[(key: KeyID, value: Value)]>) {
    self.prefix = prefix
    self.graph = graph
    for properties in elements {
      for (key, value) in properties {
        let type = Self.type(of: value)
        let known = types[key] ?? type
        types[key] = known == type ? type : Set([known, type]) == ["long", "double"] ? "double" : "string"
      }
    }
  }

  func declarations(_ element: String) -> String {
    types.sorted { $0.key < $1.key }.map { key, type in
      "<key id=\"\(prefix)\(key.rawValue)\" for=\"\(element)\" attr.name=\"\(graph.name(of: key).xml)\" attr.type=\"\(type)\"/>\n"
    }.joined()
  }

  func data(_ properties: [(key: KeyID, value: Value)]) -> String {
    properties.map { key, value in
      "<data key=\"\(prefix)\(key.rawValue)\">\(value.plainText(graph).xml)</data>"
    }.joined()
  }

  private static func type(of value: Value) -> String {
    switch value {
    case .boolean: "boolean"
    case .integer: "long"
    case .float: "double"
    default: "string"
    }
  }
}

extension String {
  /// The text as XML: markup as entities, and without the control characters that XML has no way to write.
  fileprivate var xml: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
