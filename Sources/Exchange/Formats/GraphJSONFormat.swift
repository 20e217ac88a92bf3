internal import Persistence
internal import PropertyGraph

extension ExportFormat {
  /// The graph as JSON that `GraphJSON` reads: one node or relationship a line.
  static let graphJSON = ExportFormat(
    name: "graph", summary: "the graph as nodes and relationships in JSON", fileExtension: "json",
    needsLabel: false
  ) { (graph, options, output) throws(DataError) in
    var json = JSONWriter()
    json.beginObject()
    json.key("nodes")
    json.beginArray()
    for node in graph.nodes(options) {
      json.newline()
      ValueCoding.write(node, graph: graph, into: &json)
      try output.write(&json)
    }
    json.endLine()
    json.endArray()
    json.key("relationships")
    json.beginArray()
    for relationship in graph.relationships(options) {
      json.newline()
      json.beginObject()
      json.key("id")
      json.integer(Int64(relationship.rawValue))
      json.key("type")
      json.string(graph.name(of: graph.type(of: relationship)))
      json.key("from")
      json.integer(Int64(graph.start(of: relationship).rawValue))
      json.key("to")
      json.integer(Int64(graph.end(of: relationship).rawValue))
      ValueCoding.write(graph.properties(of: relationship), graph: graph, into: &json)
      json.endObject()
      try output.write(&json)
    }
    json.endLine()
    json.endArray()
    json.endObject()
    json.endLine()
    try output.write(&json)
  }
}
