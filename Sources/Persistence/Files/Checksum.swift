/// CRC-32C (Castagnoli), the checksum of iSCSI and of many journals, over bytes that come in pieces.
///
/// Sixteen bytes a step through sixteen tables, which have no dependency on one another.
/// Source: RFC 3720, section 12.1; Kounavis and Berry, "A Systematic Approach to Building High Performance
/// Software-based CRC Generators", 2005.
public struct Checksum: Equatable, Sendable {
  private var state: UInt32 = .max

  /// The checksum of nothing.
  public init() {}

  /// The checksum of all that was added.
  public var value: UInt32 { ~state }

  /// The checksum as eight hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Adds bytes.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    tables.withUnsafeBufferPointer { tables in
      let table = tables.baseAddress.unsafelyUnwrapped
      var crc = state
      var at = UnsafeRawPointer(start)
      let end = at + bytes.count
      while end - at >= 16 {
        let low = UInt64(littleEndian: at.loadUnaligned(as: UInt64.self)) ^ UInt64(crc)
        let high = UInt64(littleEndian: at.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        crc = Self.fold(low, table + 2048) ^ Self.fold(high, table)
        at += 16
      }
      while at < end {
        crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ at.load(as: UInt8.self))]
        at += 1
      }
      state = crc
    }
  }

  /// The sum of eight bytes, whose tables stand in falling order from the eighth on.
  @inline(__always)
  private static func fold(_ word: UInt64, _ table: UnsafePointer<UInt32>) -> UInt32 {
    var sum: UInt32 = 0
    for byte in 0..<8 {
      sum ^= table[(7 &- byte) &* 256 &+ Int(UInt8(truncatingIfNeeded: word >> UInt64(byte &* 8)))]
    }
    return sum
  }
}

/// Table `k` holds the sums of a byte with `k` zero bytes behind it.
private let tables: [UInt32] = {
  var tables = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0x82F6_3B78 : 0) }
  }
  for index in 256..<4096 {
    let before = tables[index - 256]
    tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
  }
  return tables
}()
