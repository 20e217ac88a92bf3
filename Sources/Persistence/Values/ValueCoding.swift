public import PropertyGraph

/// The one way in which values are written as JSON: in snapshots, for programs, and as an output format.
///
/// Null, booleans, texts and lists are JSON's own. Integers have no point, floats always have a point or an exponent.
/// What JSON lacks is an object with one key that begins with `$`.
public enum ValueCoding {
  /// The keys that mark a value that JSON lacks.
  enum Tag: String, CaseIterable {
    case float = "$float"
    case date = "$date"
    case time = "$time"
    case localTime = "$localTime"
    case dateTime = "$dateTime"
    case localDateTime = "$localDateTime"
    case duration = "$duration"
    case node = "$node"
    case relationship = "$relationship"
    case path = "$path"
    case map = "$map"
  }

  /// Writes a value; nodes, relationships and paths with all that the graph holds of them.
  ///
  /// A node or relationship that was deleted meanwhile is written with its id alone.
  public static func write(_ value: Value, graph: Graph, into json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .boolean(let value): json.boolean(value)
    case .integer(let value): json.integer(value)
    case .float(let value): write(value, into: &json)
    case .string(let value): json.string(value)
    case .date(let value): write(value, .date, into: &json)
    case .localTime(let value): write(value, .localTime, into: &json)
    case .time(let value): write(value, .time, into: &json)
    case .localDateTime(let value): write(value, .localDateTime, into: &json)
    case .dateTime(let value): write(value, .dateTime, into: &json)
    case .duration(let value): write(value, .duration, into: &json)
    case .list(let values):
      json.beginArray()
      for value in values { write(value, graph: graph, into: &json) }
      json.endArray()
    case .map(let map): write(map, graph: graph, into: &json)
    case .node(let node):
      tagged(.node, &json) { json in write(node, graph: graph, into: &json) }
    case .relationship(let relationship):
      tagged(.relationship, &json) { json in write(relationship, graph: graph, into: &json) }
    case .path(let path):
      tagged(.path, &json) { json in write(path, graph: graph, into: &json) }
    }
  }

  private static func tagged(_ tag: Tag, _ json: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
    json.beginObject()
    json.key(tag.rawValue)
    body(&json)
    json.endObject()
  }

  static func write(_ value: Double, into json: inout JSONWriter) {
    if value.isFinite { return json.float(value) }
    tagged(.float, &json) { json in json.string(value.cypherText) }
  }

  static func write(_ value: some ISOWritable, _ tag: Tag, into json: inout JSONWriter) {
    tagged(tag, &json) { json in json.string(value.text) }
  }

  private static func write(_ map: ValueMap, graph: Graph, into json: inout JSONWriter) {
    let isWrapped = map.keys.contains { $0.utf8.first == UInt8(ascii: "$") }
    if isWrapped {
      json.beginObject()
      json.key(Tag.map.rawValue)
    }
    json.beginObject()
    for (key, value) in zip(map.keys, map.values) {
      json.key(key)
      write(value, graph: graph, into: &json)
    }
    json.endObject()
    if isWrapped { json.endObject() }
  }

  /// Writes a node: `{"id":1,"labels":[…],"properties":{…}}`.
  package static func write(_ node: NodeID, graph: Graph, into json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.integer(Int64(node.rawValue))
    json.key("labels")
    json.beginArray()
    for label in graph.labels(of: node) { json.string(graph.name(of: label)) }
    json.endArray()
    write(graph.properties(of: node), graph: graph, into: &json)
    json.endObject()
  }

  private static func write(_ relationship: RelationshipID, graph: Graph, into json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.integer(Int64(relationship.rawValue))
    if graph.contains(relationship) {
      json.key("type")
      json.string(graph.name(of: graph.type(of: relationship)))
      json.key("start")
      json.integer(Int64(graph.start(of: relationship).rawValue))
      json.key("end")
      json.integer(Int64(graph.end(of: relationship).rawValue))
    }
    write(graph.properties(of: relationship), graph: graph, into: &json)
    json.endObject()
  }

  /// Writes the member `properties` of a node or relationship.
  public static func write(
    _ properties: [(key: KeyID, value: Value)], graph: Graph, into json: inout JSONWriter
  ) {
    json.key("properties")
    json.beginObject()
    for (key, value) in properties {
      json.key(graph.name(of: key))
      write(value, graph: graph, into: &json)
    }
    json.endObject()
  }

  private static func write(_ path: Path, graph: Graph, into json: inout JSONWriter) {
    json.beginObject()
    json.key("nodes")
    write(.list(path.nodes.map { .node($0) }), graph: graph, into: &json)
    json.key("relationships")
    write(.list(path.relationships.map { .relationship($0) }), graph: graph, into: &json)
    json.endObject()
  }
}
