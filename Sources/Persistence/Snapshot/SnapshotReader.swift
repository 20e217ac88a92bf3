internal import PropertyGraph

extension Snapshot {
  /// Reads a snapshot and checks all that it says of itself.
  ///
  /// - Parameter ignoresChecksum: whether to read on where a file was changed by hand.
  /// - Throws: where the file cannot be read, is no snapshot, was written for later versions, or is damaged.
  public static func read(
    _ path: String, ignoresChecksum: Bool = false, progress: ByteSource.Progress? = nil
  ) throws(DataError) -> Snapshot {
    let source = try ByteSource(
      path: path, isBook: true, unsummed: SnapshotTrailer.length, progress: progress)
    var reader = SnapshotReader(source, ignoresChecksum: ignoresChecksum)
    return try reader.read()
  }
}

/// Reads one snapshot, member by member.
struct SnapshotReader: ~Copyable {
  var json: JSONReader
  let graph = Graph()
  var loader: BulkLoader
  var labels: LabelReader
  var types: TypeReader
  var properties: PropertyReader
  var header = PartialHeader()
  private let source: ByteSource
  private let ignoresChecksum: Bool
  private var members = KeyTable(SnapshotMember.allCases.map(\.rawValue))

  init(_ source: ByteSource, ignoresChecksum: Bool) {
    self.source = source
    self.ignoresChecksum = ignoresChecksum
    json = JSONReader(source)
    loader = BulkLoader(graph)
    labels = LabelReader(graph)
    types = TypeReader(graph)
    properties = PropertyReader(graph)
  }

  mutating func read() throws(DataError) -> Snapshot {
    let first = try json.peek()
    if first != 0 && first != UInt8(ascii: "{") { throw notASnapshot() }
    try json.beginObject()
    members.begin()
    while let index = try json.nextKey(in: &members) {
      guard let member = index < SnapshotMember.allCases.count ? SnapshotMember.allCases[index] : nil else {
        try passUnknown(members.name(index), of: .header)
        continue
      }
      if header.format == nil && member != .format { throw notASnapshot() }
      try read(member)
    }
    try json.finish()
    let header = try finishedHeader()
    loader.finish(sequence: header.sequence)
    try checkIndexes(path: source.path)
    return Snapshot(header: header, graph: graph)
  }

  private mutating func read(_ member: SnapshotMember) throws(DataError) {
    let offset = json.offset
    switch member {
    case .format:
      header.format = try json.string()
      guard header.format == SnapshotHeader.format else { throw notASnapshot() }
    case .version: header.version = try count()
    case .minReader:
      let needed = try count()
      header.minReader = needed
      if needed > SnapshotHeader.version {
        throw json.error(.newerFormat(needs: needed, reads: SnapshotHeader.version), at: offset)
      }
    case .uuid: header.uuid = try json.string()
    case .sequence: header.sequence = try count()
    case .savedAt:
      let text = try json.string()
      guard let time = ZonedDateTime(text: text) else {
        throw json.error(.badValue(tag: member.rawValue, text), at: offset)
      }
      header.savedAt = time
    case .nodeCount: header.nodeCount = try count()
    case .relationshipCount: header.relationshipCount = try count()
    case .labels: try readNames { graph, name in _ = graph.intern(label: name) }
    case .types: try readNames { graph, name in _ = graph.intern(type: name) }
    case .keys: try readNames { graph, name in _ = graph.intern(key: name) }
    case .indexes: try readIndexes()
    case .nodes: try readNodes()
    case .relationships: try readRelationships()
    case .checksum: try readChecksum()
    }
  }

  /// Passes a member that only a later version can know; in a file of this version it is a fault.
  mutating func passUnknown(_ name: String, of expected: DataError.Expectation) throws(DataError) {
    guard let version = header.version, version > SnapshotHeader.version else {
      throw json.error(.unknownMember(name, of: expected), at: json.keyOffset)
    }
    try json.skip()
  }

  private func notASnapshot() -> DataError { DataError(.notASnapshot, path: source.path) }

  /// Reads a number that is not negative.
  mutating func count() throws(DataError) -> Int {
    _ = try json.peek()
    let offset = json.offset
    let number = try json.integer()
    guard number >= 0 else { throw json.error(.numberDoesNotFit(String(number)), at: offset) }
    return Int(number)
  }

  private mutating func readNames(_ body: (Graph, String) -> Void) throws(DataError) {
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) { body(graph, try json.string()) }
  }

  /// Reads the last line, which must stand exactly where the checksum ends.
  private mutating func readChecksum() throws(DataError) {
    _ = try json.peek()
    let offset = json.offset
    let said = try json.string()
    header.checksum = said
    if ignoresChecksum { return }
    let key = offset - "\"checksum\":".utf8.count
    guard let size = source.size, key == size - SnapshotTrailer.length else {
      throw json.error(.unexpected(found: nil, expected: .checksumLine), at: offset)
    }
    while try json.refill(keeping: json.at) != nil {}
    let found = "crc32c:" + (source.checksum?.text ?? "")
    if said != found { throw json.error(.wrongChecksum(said: said, found: found), at: offset) }
  }

  private func finishedHeader() throws(DataError) -> SnapshotHeader {
    func missing(_ member: SnapshotMember) -> DataError {
      json.error(.missingMember(member.rawValue, of: .header))
    }
    guard header.version != nil else { throw missing(.version) }
    guard header.minReader != nil else { throw missing(.minReader) }
    guard let uuid = header.uuid else { throw missing(.uuid) }
    guard let sequence = header.sequence else { throw missing(.sequence) }
    guard let savedAt = header.savedAt else { throw missing(.savedAt) }
    guard let nodeCount = header.nodeCount else { throw missing(.nodeCount) }
    guard let relationshipCount = header.relationshipCount else { throw missing(.relationshipCount) }
    guard header.foundNodes != nil else { throw missing(.nodes) }
    guard header.foundRelationships != nil else { throw missing(.relationships) }
    guard header.checksum != nil else { throw missing(.checksum) }
    for (name, said, found) in [
      ("nodes", nodeCount, header.foundNodes ?? 0),
      ("relationships", relationshipCount, header.foundRelationships ?? 0),
    ] where said != found {
      throw DataError(.wrongCount(of: name, said: said, found: found), path: source.path)
    }
    return SnapshotHeader(uuid: uuid, sequence: sequence, savedAt: savedAt)
  }
}

/// What was read of the header so far.
struct PartialHeader {
  var format: String?
  var version: Int?
  var minReader: Int?
  var uuid: String?
  var sequence: Int?
  var savedAt: ZonedDateTime?
  var nodeCount: Int?
  var relationshipCount: Int?
  var hasIndexes = false
  var foundNodes: Int?
  var foundRelationships: Int?
  var checksum: String?
}
