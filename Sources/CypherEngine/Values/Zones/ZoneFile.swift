/// Reads the binary form of a zone's rules; any file that is none gives nil.
///
/// Source: RFC 9636, "The Time Zone Information Format (TZif)".
struct ZoneFile {
  private let bytes: [UInt8]
  private var position = 0

  /// The rules in a file's bytes.
  static func rules(name: String, _ bytes: [UInt8]) -> ZoneRules? {
    var file = ZoneFile(bytes)
    return file.read(name)
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private struct Header {
    var version: UInt8
    /// The numbers of UT flags, standard flags, leap seconds, transitions, types and name bytes.
    var counts: [Int]

    /// The length of the block after the header.
    func length(timeSize: Int) -> Int {
      counts[3] * (timeSize + 1) + counts[4] * 6 + counts[5] + counts[2] * (timeSize + 4) + counts[1]
        + counts[0]
    }
  }

  private mutating func read(_ name: String) -> ZoneRules? {
    guard var header = readHeader() else { return nil }
    var timeSize = 4
    if header.version >= UInt8(ascii: "2") {
      position += header.length(timeSize: 4)
      guard let second = readHeader() else { return nil }
      header = second
      timeSize = 8
    }
    let end = position + header.length(timeSize: timeSize)
    guard end <= bytes.count, header.counts[4] > 0 else { return nil }
    return readRules(name, header, timeSize, footer: timeSize == 8 ? footer(from: end) : nil)
  }

  private mutating func readRules(
    _ name: String, _ header: Header, _ timeSize: Int, footer: YearlyZoneRule?
  ) -> ZoneRules? {
    let count = header.counts[3]
    let transitions = (0..<count).map { integer(at: position + $0 * timeSize, size: timeSize) }
    let indexes = position + count * timeSize
    let types = indexes + count
    let typeOffsets = (0..<header.counts[4]).map { integer(at: types + $0 * 6, size: 4) }
    var offsets: [Int32] = []
    for index in 0..<count {
      let type = Int(bytes[indexes + index])
      guard type < typeOffsets.count else { return nil }
      offsets.append(Int32(truncatingIfNeeded: typeOffsets[type]))
    }
    guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    return ZoneRules(
      name: name, transitions: transitions, offsets: offsets,
      firstOffset: Int32(truncatingIfNeeded: typeOffsets[0]), footer: footer)
  }

  private mutating func readHeader() -> Header? {
    guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8)
    else { return nil }
    let version = bytes[position + 4]
    let counts = (0..<6).map { Int(UInt32(truncatingIfNeeded: integer(at: position + 20 + $0 * 4, size: 4))) }
    position += 44
    return counts.allSatisfy { $0 <= bytes.count } ? Header(version: version, counts: counts) : nil
  }

  /// The rule between the two last line feeds.
  private func footer(from start: Int) -> YearlyZoneRule? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\n") else { return nil }
    let line = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "\n") }
    return YearlyZoneRule(String(decoding: line, as: UTF8.self))
  }

  /// A signed number, most significant byte first.
  private func integer(at start: Int, size: Int) -> Int64 {
    guard start + size <= bytes.count else { return 0 }
    let value = bytes[start..<start + size].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }
}
