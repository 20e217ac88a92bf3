public import PropertyGraph

/// A book as one JSON file: what the file says of itself, and the graph in it.
///
/// The format is described in `docs/formats.md` and by `docs/snapshot.schema.json`.
public struct Snapshot {
  /// What the file says of itself.
  public var header: SnapshotHeader
  /// The nodes and relationships.
  public let graph: Graph

  /// Names a graph that is to be written.
  public init(header: SnapshotHeader, graph: Graph) {
    self.header = header
    self.graph = graph
  }
}

/// What a snapshot says of itself before its nodes.
public struct SnapshotHeader: Equatable, Sendable {
  /// The name of the format, by which a file is known as a snapshot.
  public static let format = "kamsh"
  /// The version that is written.
  public static let version = 1
  /// The oldest version of the reader that understands what is written.
  public static let minReader = 1

  /// The book's own number, which its copies share: a UUID.
  public var uuid: String
  /// The number of the last change that is inside.
  public var sequence: Int
  /// When it was written.
  public var savedAt: ZonedDateTime

  /// Makes a header of its parts.
  public init(uuid: String = SnapshotHeader.newUUID(), sequence: Int = 0, savedAt: ZonedDateTime) {
    self.uuid = uuid
    self.sequence = sequence
    self.savedAt = savedAt
  }

  /// A new random UUID.
  ///
  /// Source: RFC 9562, section 5.4.
  public static func newUUID() -> String {
    let words = [UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max)]
    var bytes = words.withUnsafeBytes { Array($0) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.flatMap { byte in [byte >> 4, byte & 0xF].map { Array("0123456789abcdef")[Int($0)] } }
    return [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
      .map { String($0) }.joined(separator: "-")
  }
}

/// The members of a snapshot in the order in which they are written.
enum SnapshotMember: String, CaseIterable {
  case format, version, minReader, uuid, sequence, savedAt, nodeCount, relationshipCount
  case labels, types, keys, indexes, nodes, relationships, checksum
}

/// The line at the end of a snapshot: the checksum of all bytes before it.
enum SnapshotTrailer {
  /// The number of its bytes, whatever the checksum.
  static let length = text(Checksum()).count

  /// The line of a checksum.
  static func text(_ checksum: Checksum) -> [UInt8] {
    Array("\"checksum\":\"crc32c:\(checksum.text)\"}\n".utf8)
  }
}
