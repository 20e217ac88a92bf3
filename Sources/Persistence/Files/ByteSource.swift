/// The bytes of a file or of memory in order, as a window that moves: valid UTF-8, and a zero behind its end.
///
/// Large files are read ahead on a thread of their own, which checks the UTF-8 and sums the bytes as well; small ones
/// and pipes are read whole. Lifetime: what the window shows holds until the next `advance`.
public final class ByteSource {
  /// Called with the bytes read so far and in all, about once a megabyte; false stops the work.
  public typealias Progress = (_ done: Int, _ total: Int) -> Bool

  /// Files of this size and more are read ahead.
  static let readAheadSize = 4 << 20

  private(set) var start: UnsafePointer<UInt8>
  private(set) var end: UnsafePointer<UInt8>
  /// Where the window begins in the whole.
  private(set) var offset = 0
  /// The file, or nil for memory.
  public var path: String? { file?.path ?? outer?.source.path }

  private let file: InputFile?
  private let readAhead: ReadAhead?
  /// The source of which this one is a piece, and where the piece begins.
  private let outer: (source: ByteSource, offset: Int)?
  private let progress: Progress?
  private var chunk: Chunk
  private var checksumOfAll: Checksum?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - isBook: whether it must be a file of its own, no link or device, that not everybody may write.
  ///   - unsummed: how many bytes at the end of the file the checksum leaves out; nil: no checksum is needed.
  public init(
    path: String, isBook: Bool = false, unsummed: Int? = nil, progress: Progress? = nil
  ) throws(DataError) {
    let file = try InputFile(path, isBook: isBook)
    let summed = unsummed.map { max(0, (file.size ?? 0) - $0) }
    self.file = file
    self.progress = progress
    outer = nil
    if let size = file.size, size >= Self.readAheadSize {
      readAhead = try ReadAhead(file, summed: summed)
      chunk = Chunk(capacity: 0)
    } else {
      readAhead = nil
      chunk = try Chunk(wholeOf: file)
      var checksum = Checksum()
      checksum.add(UnsafeBufferPointer(rebasing: chunk.bytes[..<min(summed ?? 0, chunk.count)]))
      checksumOfAll = checksum
      chunk.checkUTF8(isLast: true)
    }
    (start, end) = (chunk.start, chunk.end)
  }

  /// Shows bytes in memory, which are copied.
  ///
  /// - Parameter outer: the source that they are a piece of, and where they begin in it: errors name that place.
  public init(_ bytes: [UInt8], from outer: (source: ByteSource, offset: Int)? = nil) {
    file = nil
    readAhead = nil
    progress = nil
    self.outer = outer
    chunk = Chunk(bytes)
    chunk.checkUTF8(isLast: true)
    (start, end) = (chunk.start, chunk.end)
  }

  /// Whether it is a file so large that it is read ahead.
  package var isReadAhead: Bool { readAhead != nil }

  /// Shows the same file from another byte on, where a character begins; nil where it is small, or no file.
  package init?(continuing source: ByteSource, at offset: Int, progress: Progress?) throws(DataError) {
    guard source.readAhead != nil, let file = source.file else { return nil }
    self.file = file
    self.progress = progress
    self.offset = offset
    outer = nil
    readAhead = try ReadAhead(file, from: offset, summed: nil)
    chunk = Chunk(capacity: 0)
    (start, end) = (chunk.start, chunk.end)
  }

  /// Looks for bytes in the file, from its beginning, while `goesOn` says so; nil where it is small, or no file.
  ///
  /// It reads the file by itself and may be called on any thread.
  package func firstPlace(of pattern: StaticString, while goesOn: () -> Bool) -> Int? {
    guard readAhead != nil, let file else { return nil }
    return file.firstPlace(of: pattern, while: goesOn)
  }

  /// What a pipe or a device holds, which can be read only once; nil for a file.
  public static func pipedBytes(path: String) throws(DataError) -> [UInt8]? {
    let file = try InputFile(path, isBook: false)
    if file.size != nil { return nil }
    let chunk = try Chunk(wholeOf: file)
    defer { chunk.free() }
    return Array(chunk.bytes)
  }

  deinit {
    readAhead?.stop()
    chunk.free()
  }

  /// The checksum of the file but for its unsummed end, once all of it was read.
  var checksum: Checksum? { readAhead == nil ? checksumOfAll : readAhead?.checksum }

  /// The size of the file when it was opened; nil for memory and pipes.
  package var size: Int? { file?.size }

  /// Moves the window on, so that it begins with the byte at `kept` and holds more behind its old end.
  ///
  /// - Returns: false where there is no more.
  func advance(keeping kept: UnsafePointer<UInt8>) throws(DataError) -> Bool {
    if let failure = chunk.failure { throw failure.located(self, at: offset + (end - start)) }
    guard let readAhead else { return false }
    if let progress, !progress(offset + (end - start), file?.size ?? 0) {
      throw DataError(.cancelled, path: path)
    }
    guard let next = readAhead.next() else { return false }
    offset += kept - start
    let old = chunk
    chunk = next.preceded(by: UnsafeBufferPointer(start: kept, count: end - kept))
    readAhead.recycle(old)
    (start, end) = (chunk.start, chunk.end)
    if start == end, chunk.failure != nil { return try advance(keeping: start) }
    return true
  }

  /// An error at a byte of the whole.
  func error(_ fact: DataError.Fact, at offset: Int) -> DataError {
    DataError(fact, path: path, position: position(of: offset))
  }

  private func position(of offset: Int) -> TextPosition? {
    if let outer { return outer.source.position(of: outer.offset + offset) }
    if let file, readAhead != nil { return file.position(of: offset) }
    var counter = PositionCounter()
    counter.pass(UnsafeBufferPointer(start: start, count: min(offset, end - start)))
    return counter.position
  }
}

extension DataError {
  /// The error with its file, and its place where the text is at fault.
  fileprivate func located(_ source: ByteSource, at offset: Int) -> DataError {
    fact == .invalidUTF8 ? source.error(fact, at: offset) : self
  }
}
