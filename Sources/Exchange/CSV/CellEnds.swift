/// Finds what may end a cell, eight bytes at a time.
struct CellEnds {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private let delimiters: UInt64

  init(_ delimiter: UInt8) { delimiters = Self.ones &* UInt64(delimiter) }

  /// The first delimiter, line end or zero from here on.
  @inline(__always)
  func next(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    Self.find(start) { word in
      Self.zeros(word) | Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.ones &* 0x0A)
        | Self.zeros(word ^ Self.ones &* 0x0D)
    }
  }

  /// The first quote or zero from here on.
  @inline(__always)
  static func quote(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    find(start) { word in zeros(word) | zeros(word ^ ones &* 0x22) }
  }

  /// Marks the zero bytes of a word; marks above the lowest may be wrong.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  @inline(__always)
  private static func find(
    _ start: UnsafePointer<UInt8>, _ marks: (UInt64) -> UInt64
  ) -> UnsafePointer<UInt8> {
    var at = start
    while true {
      let found = marks(UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)))
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
  }
}
