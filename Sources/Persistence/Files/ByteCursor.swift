/// Where a reader stands in a source: the window's bytes from here on, and the way to get more.
///
/// Behind the end stand zeros, so loops may look a word ahead.
public struct ByteCursor {
  /// The next byte.
  public var at: UnsafePointer<UInt8>
  /// The end of the window.
  public private(set) var end: UnsafePointer<UInt8>
  private let source: ByteSource

  /// Stands at the beginning of a source's window.
  public init(_ source: ByteSource) {
    self.source = source
    (at, end) = (source.start, source.end)
  }

  /// Where the next byte lies in the whole text.
  public var offset: Int { source.offset + (at - source.start) }

  /// Gets more bytes, so that the window begins with the byte at `kept`, which moves with it.
  ///
  /// - Returns: false where there is no more.
  public mutating func refill(keeping kept: inout UnsafePointer<UInt8>) throws(DataError) -> Bool {
    guard try source.advance(keeping: kept) else { return false }
    at = source.start + (at - kept)
    kept = source.start
    end = source.end
    return true
  }

  /// An error at a byte of the whole text.
  public func error(_ fact: DataError.Fact, at offset: Int) -> DataError { source.error(fact, at: offset) }
}
