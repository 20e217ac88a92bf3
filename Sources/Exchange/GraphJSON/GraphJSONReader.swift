internal import Persistence
internal import PropertyGraph

/// Reads one graph, with its members in any order, into a sink.
struct GraphJSONReader<Sink: GraphSink & ~Copyable>: ~Copyable {
  private let source: ByteSource
  private let graph: Graph
  private var sink: Sink
  private var labels: LabelReader
  private var types: TypeReader
  private var properties: PropertyReader
  private var ids: ForeignIDs
  private(set) var report = ImportReport()
  private let progress: ByteSource.Progress?
  private let idKey: KeyID

  private var nodeMembers = KeyTable(NodeMember.allCases.map(\.rawValue))
  private var relationshipMembers = KeyTable(RelationshipMember.allCases.map(\.rawValue))

  init(
    _ source: ByteSource, _ graph: Graph, _ sink: consuming Sink, _ ids: ForeignIDs = ForeignIDs(),
    progress: ByteSource.Progress? = nil
  ) {
    self.source = source
    self.ids = ids
    self.progress = progress
    self.graph = graph
    self.sink = sink
    labels = LabelReader(graph)
    types = TypeReader(graph)
    properties = PropertyReader(graph)
    idKey = graph.intern(key: "id")
  }

  /// Reads all, and says how much it was.
  ///
  /// - Parameter ahead: what reads the relationships already.
  mutating func read(_ ahead: RelationshipsAhead? = nil) throws(DataError) -> ImportReport {
    var json = JSONReader(source)
    var members = KeyTable(["nodes", "relationships"])
    var early: (bytes: [UInt8], offset: Int)?
    try json.beginObject()
    members.begin()
    while let member = try json.nextKey(in: &members) {
      switch member {
      case 0: try readNodes(&json)
      case 1 where members.has(0):
        if let part = try ahead?.part(at: json.keyOffset, progress: progress), sink.takeOver(part.graph, ids),
          let rest = try ByteSource(continuing: source, at: part.end, progress: progress)
        {
          report.relationships = part.count
          report.ignored += part.ignored
          json = JSONReader(rest, depth: 1)
        } else {
          try readRelationships(&json)
        }
      case 1: early = try setAside(&json)
      default:
        report.ignored.append(members.name(member))
        try json.skip()
      }
    }
    try json.finish()
    if let early {
      var json = JSONReader(ByteSource(early.bytes, from: (source, early.offset)))
      try readRelationships(&json)
    }
    sink.finish()
    for member in NodeMember.allCases.count..<nodeMembers.count {
      report.ignored.append(nodeMembers.name(member))
    }
    report.ignored += ignoredMembers
    report.ignored = Array(Set(report.ignored)).sorted()
    return report
  }

  /// The members of relationships that mean nothing here.
  var ignoredMembers: [String] {
    (RelationshipMember.allCases.count..<relationshipMembers.count).map { relationshipMembers.name($0) }
  }

  private func setAside(_ json: inout JSONReader) throws(DataError) -> (bytes: [UInt8], offset: Int) {
    _ = try json.peek()
    let offset = json.offset
    return (try json.setAside(), offset)
  }

  // MARK: Nodes

  private enum NodeMember: String, CaseIterable { case id, labels, properties }

  private mutating func readNodes(_ json: inout JSONReader) throws(DataError) {
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      _ = try json.peek()
      try readNode(&json, at: json.offset)
    }
  }

  @inline(__always)
  private mutating func readNode(_ json: inout JSONReader, at offset: Int) throws(DataError) {
    var id: ForeignIDs.ID?
    var isBegun = false
    var hasID = false
    var early: (bytes: [UInt8], offset: Int)?
    try json.beginObject()
    nodeMembers.begin()
    while let member = try json.nextKey(in: &nodeMembers) {
      switch member {
      case 0: id = try readID(&json)
      case 1:
        let number = try labels.read(&json)
        try sink.beginNode(labels.sets[number], number: number)
        isBegun = true
      case 2 where isBegun: hasID = try readProperties(&json)
      case 2: early = try setAside(&json)
      default: try json.skip()
      }
    }
    if !isBegun {
      let number = labels.number(of: [])
      try sink.beginNode([], number: number)
    }
    if let early {
      var json = JSONReader(ByteSource(early.bytes, from: (source, early.offset)))
      hasID = try readProperties(&json)
    }
    if let id, !hasID { setID(id) }
    let node = sink.end()
    if let id, !ids.insert(id, node) { throw json.error(.duplicateID(ids.text(id), of: .node), at: offset) }
    report.nodes += 1
  }

  /// Reads the properties of the element begun, and tells whether `id` is among them.
  @inline(__always)
  private mutating func readProperties(_ json: inout JSONReader) throws(DataError) -> Bool {
    var hasID = false
    try properties.begin(&json)
    while let key = try properties.next(&json) {
      if key == idKey { hasID = true }
      sink.property(key, try ValueCoding.readStored(&json))
    }
    return hasID
  }

  @inline(__always)
  private mutating func setID(_ id: ForeignIDs.ID) {
    switch id {
    case .integer(let number): sink.property(idKey, .integer(number))
    case .text(let code): ids.texts.withBytes(code) { sink.property(idKey, .text($0)) }
    }
  }

  @inline(__always)
  private func readID(_ json: inout JSONReader) throws(DataError) -> ForeignIDs.ID {
    let first = try json.peek()
    if first == UInt8(ascii: "\"") { return ids.id(try json.text()) }
    return .integer(try json.integer())
  }

  // MARK: Relationships

  private enum RelationshipMember: String, CaseIterable {
    case id, type, from, to, properties, source, target, start, end
  }

  /// Reads the list of relationships.
  mutating func readRelationships(_ json: inout JSONReader) throws(DataError) {
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      _ = try json.peek()
      try readRelationship(&json, at: json.offset)
    }
  }

  @inline(__always)
  private mutating func readRelationship(_ json: inout JSONReader, at offset: Int) throws(DataError) {
    var type: TypeID?
    var start: ForeignIDs.ID?
    var end: ForeignIDs.ID?
    var isBegun = false
    var early: (bytes: [UInt8], offset: Int)?
    try json.beginObject()
    relationshipMembers.begin()
    while let member = try json.nextKey(in: &relationshipMembers) {
      switch member {
      case 0: _ = try readID(&json)
      case 1: type = try types.read(&json)
      case 2, 5, 7:
        if start != nil { throw json.error(.duplicateKey(relationshipMembers.name(member))) }
        start = try readID(&json)
      case 3, 6, 8:
        if end != nil { throw json.error(.duplicateKey(relationshipMembers.name(member))) }
        end = try readID(&json)
      case 4:
        guard let type, let start, let end else {
          early = try setAside(&json)
          continue
        }
        try begin(type, start, end, json, at: offset)
        isBegun = true
        _ = try readProperties(&json)
      default: try json.skip()
      }
    }
    if !isBegun {
      func missing(_ name: String) -> DataError {
        json.error(.missingMember(name, of: .relationship), at: offset)
      }
      guard let type else { throw missing("type") }
      guard let start else { throw missing("from") }
      guard let end else { throw missing("to") }
      try begin(type, start, end, json, at: offset)
      if let early {
        var json = JSONReader(ByteSource(early.bytes, from: (source, early.offset)))
        _ = try readProperties(&json)
      }
    }
    _ = sink.end()
    report.relationships += 1
  }

  @inline(__always)
  private mutating func begin(
    _ type: TypeID, _ start: ForeignIDs.ID, _ end: ForeignIDs.ID, _ json: borrowing JSONReader, at offset: Int
  ) throws(DataError) {
    guard let from = ids.find(start) else { throw missingNode(start, json, at: offset) }
    guard let to = ids.find(end) else { throw missingNode(end, json, at: offset) }
    try sink.beginRelationship(type, from: from, to: to)
  }

  private func missingNode(
    _ id: ForeignIDs.ID, _ json: borrowing JSONReader, at offset: Int
  ) -> DataError {
    json.error(.missingNode(id: ids.text(id), relationship: String(report.relationships)), at: offset)
  }
}
