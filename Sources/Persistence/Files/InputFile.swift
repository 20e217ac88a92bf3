internal import Glibc

/// A file opened for reading, closed when it is let go.
final class InputFile: @unchecked Sendable {
  let path: String
  let descriptor: Int32
  /// The size in bytes when it was opened, or nil for a pipe or a device.
  let size: Int?

  /// Opens a file.
  ///
  /// - Parameter isBook: whether it must be a file of its own, no link or device, that not everybody may write.
  init(_ path: String, isBook: Bool) throws(DataError) {
    let flags = O_RDONLY | O_CLOEXEC | (isBook ? O_NOFOLLOW : 0)
    descriptor = retrying { open(path, flags) }
    self.path = path
    guard descriptor >= 0 else {
      let error = errno
      size = nil
      throw DataError(error == ELOOP ? .symbolicLink : .system(call: "open", error: error), path: path)
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    if isKnown, status.st_mode & S_IFMT == S_IFDIR || isBook && size == nil {
      throw DataError(.notAFile, path: path)
    }
    if isBook, status.st_mode & S_IWOTH != 0 { throw DataError(.writableByOthers, path: path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads on, up to so many bytes; 0 at the end.
  func read(into memory: UnsafeMutablePointer<UInt8>, atMost count: Int) throws(DataError) -> Int {
    let got = retrying { Glibc.read(descriptor, memory, count) }
    if got < 0 { throw DataError(.system(call: "read", error: errno), path: path) }
    return got
  }

  /// Reads from a byte of the file on, up to so many bytes; 0 at the end.
  func read(
    into memory: UnsafeMutablePointer<UInt8>, atMost count: Int, from offset: Int
  ) throws(DataError) -> Int {
    let got = retrying { pread(descriptor, memory, count, offset) }
    if got < 0 { throw DataError(.system(call: "pread", error: errno), path: path) }
    return got
  }

  /// Looks for bytes from the beginning on.
  func firstPlace(of pattern: StaticString, while goesOn: () -> Bool) -> Int? {
    let search = ByteSearch(pattern)
    let room = 1 << 18
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { memory -> Int? in
      guard let base = memory.baseAddress else { return nil }
      var offset = 0
      while goesOn() {
        let got = retrying { pread(descriptor, base, room, offset) }
        guard got >= search.length else { return nil }
        if let place = search.firstPlace(in: UnsafeBufferPointer(start: base, count: got)) {
          return offset + place
        }
        offset += got - search.length + 1
      }
      return nil
    }
  }

  /// Finds the line and column of a byte by reading the file again up to it; nil where that can't be done.
  func position(of offset: Int) -> TextPosition? {
    guard size != nil else { return nil }
    var counter = PositionCounter()
    let room = 1 << 16
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { memory in
      var at = 0
      while at < offset {
        let got = retrying { pread(descriptor, memory.baseAddress, min(room, offset - at), at) }
        guard got > 0 else { return nil }
        counter.pass(UnsafeBufferPointer(rebasing: memory[..<got]))
        at += got
      }
      return counter.position
    }
  }
}

/// Makes a system call again while signals interrupt it.
func retrying<Count: FixedWidthInteger>(_ call: () -> Count) -> Count {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
