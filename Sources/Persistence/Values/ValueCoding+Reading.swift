public import PropertyGraph

extension ValueCoding {
  /// Reads a value that `write` has written.
  ///
  /// - Parameter graph: where nodes, relationships and paths are looked up by their ids; nil: there are none.
  /// - Throws: what is no JSON, no value, or not in the graph.
  public static func read(_ json: inout JSONReader, graph: Graph? = nil) throws(DataError) -> Value {
    switch try json.peek() {
    case UInt8(ascii: "["): return .list(try readList(&json, graph))
    case UInt8(ascii: "{"): return try readObject(&json, graph)
    default:
      return switch try json.scalar() {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .integer(let value): .integer(value)
      case .float(let value): .float(value)
      case .text(let bytes): .string(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  private static func readList(_ json: inout JSONReader, _ graph: Graph?) throws(DataError) -> [Value] {
    var values: [Value] = []
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) { values.append(try read(&json, graph: graph)) }
    return values
  }

  /// Reads an object: a tagged value, or a map none of whose keys begins with `$`.
  private static func readObject(_ json: inout JSONReader, _ graph: Graph?) throws(DataError) -> Value {
    let offset = json.offset
    var isFirst = true
    try json.beginObject()
    guard let key = try json.nextKey(isFirst: &isFirst) else { return .map(ValueMap()) }
    guard key.first == UInt8(ascii: "$") else {
      return .map(try readMembers(&json, graph, first: String(decoding: key, as: UTF8.self)))
    }
    let name = String(decoding: key, as: UTF8.self)
    guard let tag = Tag(rawValue: name) else {
      throw json.error(.unknownTag(name), at: json.keyOffset)
    }
    let value = try readTagged(tag, &json, graph, at: offset)
    guard try json.nextKey(isFirst: &isFirst) == nil else {
      throw json.error(.unexpected(found: ",", expected: .endOfObject), at: json.keyOffset)
    }
    return value
  }

  private static func readTagged(
    _ tag: Tag, _ json: inout JSONReader, _ graph: Graph?, at offset: Int
  ) throws(DataError) -> Value {
    switch tag {
    case .map: return .map(try readMap(&json, graph))
    case .node: return .node(NodeID(try readEntity(tag, &json, graph, at: offset)))
    case .relationship: return .relationship(RelationshipID(try readEntity(tag, &json, graph, at: offset)))
    case .path: return .path(try readPath(&json, graph, at: offset))
    case .float, .date, .time, .localTime, .dateTime, .localDateTime, .duration:
      let text = try json.string()
      guard let value = value(tag, text) else {
        throw json.error(.badValue(tag: tag.rawValue, text), at: offset)
      }
      return value
    }
  }

  private static func value(_ tag: Tag, _ text: String) -> Value? {
    switch tag {
    case .float: Double(cypherText: text).map { .float($0) }
    case .date: CalendarDate(text: text).map { .date($0) }
    case .time: OffsetTime(text: text).map { .time($0) }
    case .localTime: LocalTime(text: text).map { .localTime($0) }
    case .dateTime: ZonedDateTime(text: text).map { .dateTime($0) }
    case .localDateTime: LocalDateTime(text: text).map { .localDateTime($0) }
    case .duration: TemporalDuration(text: text).map { .duration($0) }
    case .node, .relationship, .path, .map: nil
    }
  }

  private static func readMap(_ json: inout JSONReader, _ graph: Graph?) throws(DataError) -> ValueMap {
    var isFirst = true
    _ = try json.peek()
    try json.beginObject()
    guard let key = try json.nextKey(isFirst: &isFirst) else { return ValueMap() }
    return try readMembers(&json, graph, first: String(decoding: key, as: UTF8.self))
  }

  /// Reads the members of a map of which the first key was read.
  private static func readMembers(
    _ json: inout JSONReader, _ graph: Graph?, first: String
  ) throws(DataError) -> ValueMap {
    var keys = [first]
    var values = [try read(&json, graph: graph)]
    var seen: Set = [Array(first.utf8)]
    var isFirst = false
    while let bytes = try json.nextKey(isFirst: &isFirst) {
      let key = String(decoding: bytes, as: UTF8.self)
      guard seen.insert(Array(key.utf8)).inserted else {
        throw json.error(.duplicateKey(key), at: json.keyOffset)
      }
      keys.append(key)
      values.append(try read(&json, graph: graph))
    }
    return ValueMap(distinctKeys: keys, values: values)
  }

  /// Reads the id of a node or relationship that must be in the graph, and passes what else is said of it.
  private static func readEntity(
    _ tag: Tag, _ json: inout JSONReader, _ graph: Graph?, at offset: Int
  ) throws(DataError) -> UInt32 {
    let members = try readMap(&json, nil)
    guard case .integer(let number)? = members["id"], let id = UInt32(exactly: number), let graph,
      tag == .node ? graph.contains(NodeID(id)) : graph.contains(RelationshipID(id))
    else { throw json.error(.badValue(tag: tag.rawValue, "\(members["id"] ?? .null)"), at: offset) }
    return id
  }

  private static func readPath(
    _ json: inout JSONReader, _ graph: Graph?, at offset: Int
  ) throws(DataError) -> Path {
    let members = try readMap(&json, graph)
    var path = Path(nodes: [], relationships: [])
    if case .list(let nodes)? = members["nodes"], case .list(let relationships)? = members["relationships"] {
      for case .node(let node) in nodes { path.nodes.append(node) }
      for case .relationship(let relationship) in relationships { path.relationships.append(relationship) }
      if nodes.count == path.nodes.count, relationships.count == path.relationships.count,
        nodes.count == relationships.count + 1
      {
        return path
      }
    }
    throw json.error(.badValue(tag: Tag.path.rawValue, ""), at: offset)
  }
}
