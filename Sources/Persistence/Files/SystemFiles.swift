internal import Glibc

/// The operating system's own files.
public struct SystemFiles: FileLayer {
  /// Makes the layer.
  public init() {}

  /// Makes a file, mode 0600.
  public func create(_ path: String) throws(SystemError) -> Int32 {
    try check("open") { Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) }
  }

  /// Opens for reading; `ELOOP` for a link.
  public func open(_ path: String) throws(SystemError) -> Int32 {
    try check("open") { Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
  }

  /// Takes the lock by `flock`.
  public func lock(_ descriptor: Int32) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try check("flock") { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.number == EWOULDBLOCK { return false }
      throw error
    }
  }

  /// Writes some of the bytes.
  public func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    try check("write") { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
  }

  /// Calls `fsync`.
  public func sync(_ descriptor: Int32) throws(SystemError) {
    try check("fsync") { fsync(descriptor) }
  }

  /// Closes, and never again after an interruption: the descriptor may be another's by then.
  public func close(_ descriptor: Int32) {
    _ = Glibc.close(descriptor)
  }

  /// Calls `lstat`; nil where nothing is there.
  public func status(_ path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    do throws(SystemError) {
      try check("lstat") { lstat(path, &status) }
    } catch {
      if error.number == ENOENT { return nil }
      throw error
    }
    return FileStatus(status, isWritable: access(path, W_OK) == 0)
  }

  /// Calls `fstat`.
  public func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    try check("fstat") { fstat(descriptor, &status) }
    return FileStatus(status, isWritable: true)
  }

  /// Makes a hard link.
  public func link(_ path: String, to newPath: String) throws(SystemError) {
    try check("link") { Glibc.link(path, newPath) }
  }

  /// Renames.
  public func rename(_ path: String, to newPath: String) throws(SystemError) {
    try check("rename") { Glibc.rename(path, newPath) }
  }

  /// Unlinks.
  public func unlink(_ path: String) throws(SystemError) {
    try check("unlink") { Glibc.unlink(path) }
  }

  @discardableResult
  private func check<Count: FixedWidthInteger>(_ call: String, _ body: () -> Count) throws(SystemError)
    -> Count
  {
    let result = retrying(body)
    if result == -1 { throw SystemError(call, errno) }
    return result
  }
}

extension FileStatus {
  fileprivate init(_ status: stat, isWritable: Bool) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    self.isWritable = isWritable
  }
}
