internal import PropertyGraph

extension Snapshot {
  /// Writes the snapshot to a file, which is replaced as a whole or not at all; the one before stays as `PATH-old`.
  ///
  /// - Throws: where the disk is full, the folder not writable, and the like; then all is as it was.
  public func write(
    to path: String, layer: any FileLayer = SystemFiles(), progress: ByteSource.Progress? = nil
  ) throws(DataError) {
    let file = try FileReplacement(path: path, keepsOld: true, layer: layer)
    var writer = try SnapshotWriter(self, file, progress)
    try writer.write()
    try file.commit()
  }
}

/// Writes one snapshot, element by element, into buffers that go to the file on another thread.
private struct SnapshotWriter: ~Copyable {
  private let header: SnapshotHeader
  private let graph: Graph
  private let file: FileReplacement
  private let output: WriteBehind
  private let progress: ByteSource.Progress?
  private let keys: [[UInt8]]
  private let types: [[UInt8]]
  private var json = JSONWriter(capacity: WriteBehind.bufferSize)
  private var labels: (set: [LabelID], text: [UInt8]) = ([], Array("[]".utf8))
  private var done = 0

  init(_ snapshot: Snapshot, _ file: FileReplacement, _ progress: ByteSource.Progress?) throws(DataError) {
    let graph = snapshot.graph
    header = snapshot.header
    self.graph = graph
    self.file = file
    self.progress = progress
    output = try WriteBehind(file)
    keys = graph.keys.map { JSONWriter.keyText(graph.name(of: $0)) }
    types = graph.types.map { JSONWriter.text(of: graph.name(of: $0)) }
  }

  deinit { output.stop() }

  mutating func write() throws(DataError) {
    writeHeader()
    try writeNodes()
    try writeRelationships()
    json.newline()
    output.put(&json)
    let checksum = try output.finish()
    try SnapshotTrailer.text(checksum).withUnsafeBufferPointer { (bytes) throws(DataError) in
      try file.write(bytes)
    }
  }

  // MARK: Header

  private mutating func writeHeader() {
    json.beginObject()
    write(.format, SnapshotHeader.format)
    write(.version, SnapshotHeader.version)
    write(.minReader, SnapshotHeader.minReader)
    write(.uuid, header.uuid)
    write(.sequence, header.sequence)
    write(.savedAt, header.savedAt.text)
    write(.nodeCount, graph.nodeCount)
    write(.relationshipCount, graph.relationshipCount)
    write(.labels, graph.labels.map { graph.name(of: $0) })
    write(.types, graph.types.map { graph.name(of: $0) })
    write(.keys, graph.keys.map { graph.name(of: $0) })
    writeIndexes()
    json.newline()
  }

  private mutating func write(_ member: SnapshotMember, _ text: String) {
    json.key(member.rawValue)
    json.string(text)
  }

  private mutating func write(_ member: SnapshotMember, _ number: Int) {
    json.key(member.rawValue)
    json.integer(Int64(number))
  }

  private mutating func write(_ member: SnapshotMember, _ names: [String]) {
    json.key(member.rawValue)
    json.beginArray()
    for name in names { json.string(name) }
    json.endArray()
  }

  private mutating func writeIndexes() {
    json.key(SnapshotMember.indexes.rawValue)
    json.beginArray()
    for index in graph.indexes {
      json.beginObject()
      json.key("name")
      json.string(index.name)
      json.key("label")
      json.string(graph.name(of: index.label))
      json.key("key")
      json.string(graph.name(of: index.key))
      json.key("unique")
      json.boolean(index.isUnique)
      json.endObject()
    }
    json.endArray()
  }

  // MARK: Elements

  private mutating func writeNodes() throws(DataError) {
    json.key(SnapshotMember.nodes.rawValue)
    json.beginArray()
    for id in 0..<graph.nodeLimit where graph.contains(NodeID(id)) {
      let node = NodeID(id)
      json.newline()
      json.raw("{\"id\":")
      json.digits(UInt64(id))
      json.raw(",\"labels\":")
      json.raw(labelText(node))
      json.raw(",\"properties\":{")
      graph.forEachProperty(of: node) { key, cell in write(key, cell) }
      json.raw("}}")
      try pass()
    }
    json.endLine()
    json.endArray()
    json.newline()
  }

  private mutating func writeRelationships() throws(DataError) {
    json.key(SnapshotMember.relationships.rawValue)
    json.beginArray()
    for id in 0..<graph.relationshipLimit where graph.contains(RelationshipID(id)) {
      let relationship = RelationshipID(id)
      json.newline()
      json.raw("{\"id\":")
      json.digits(UInt64(id))
      json.raw(",\"type\":")
      json.raw(types[Int(graph.type(of: relationship).rawValue)])
      json.raw(",\"start\":")
      json.digits(UInt64(graph.start(of: relationship).rawValue))
      json.raw(",\"end\":")
      json.digits(UInt64(graph.end(of: relationship).rawValue))
      json.raw(",\"properties\":{")
      graph.forEachProperty(of: relationship) { key, cell in write(key, cell) }
      json.raw("}}")
      try pass()
    }
    json.endLine()
    json.endArray()
  }

  private mutating func labelText(_ node: NodeID) -> [UInt8] {
    let set = graph.labels(of: node)
    if set != labels.set { labels = (set, JSONWriter.text(of: set.map { graph.name(of: $0) })) }
    return labels.text
  }

  private mutating func write(_ key: KeyID, _ cell: Cell) {
    json.key(written: keys[Int(key.rawValue)])
    switch cell {
    case .null: json.null()
    case .integer(let value): json.integer(value)
    case .float(let value): ValueCoding.write(value, into: &json)
    case .boolean(let value): json.boolean(value)
    case .text(let code): graph.texts.withBytes(code) { json.string($0) }
    case .date(let days): ValueCoding.write(CalendarDate(daysSinceEpoch: days), .date, into: &json)
    case .other(let value): ValueCoding.write(value, graph: graph, into: &json)
    }
  }

  /// Hands the buffer on when it is full, and says how far the work is.
  private mutating func pass() throws(DataError) {
    done += 1
    if json.count < WriteBehind.bufferSize - 1 << 16 { return }
    output.put(&json)
    if let progress, !progress(done, graph.nodeCount + graph.relationshipCount) {
      throw DataError(.cancelled, path: file.path)
    }
  }
}
