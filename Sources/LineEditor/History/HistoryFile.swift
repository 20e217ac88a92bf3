internal import Glibc

/// The file of a history: one entry a line, newlines escaped, shared by sessions under a lock.
struct HistoryFile {
  /// Why the file can't be read or written.
  struct Failure: Error {
    let message: String
  }

  let path: String
  /// The size of an entry that is still kept, in bytes.
  private static let entryLimit = 64 << 10

  /// Reads the entries, the last of equal ones only.
  ///
  /// - Returns: the newest entries up to the limit, and whether the file holds few enough others.
  func load(limit: Int) throws(Failure) -> (entries: [String], isCompact: Bool) {
    guard access(path, F_OK) == 0 else { return ([], true) }
    let descriptor = try locked(LOCK_SH, O_RDONLY)
    defer { close(descriptor) }
    let lines = try read(descriptor)
    return (Self.newest(lines, limit), lines.count <= limit + limit / 2)
  }

  /// Adds an entry.
  func append(_ entry: String) throws(Failure) {
    var line = Array(Self.escaped(entry).utf8)
    guard line.count <= Self.entryLimit else { return }
    line.append(0x0A)
    try makeFolder()
    let descriptor = try locked(LOCK_EX)
    defer { close(descriptor) }
    if try endsInsideLine(descriptor) { line.insert(0x0A, at: 0) }
    try write(line, to: descriptor)
  }

  /// Drops what load drops from the file as well, in one step.
  func compact(limit: Int) throws(Failure) {
    let descriptor = try locked(LOCK_EX)
    defer { close(descriptor) }
    let entries = Self.newest(try read(descriptor), limit)
    let temporary = "\(path).\(getpid())"
    let new = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard new >= 0 else { throw failure() }
    defer { close(new) }
    try write(entries.flatMap { Array(Self.escaped($0).utf8) + [0x0A] }, to: new)
    guard fsync(new) == 0, rename(temporary, path) == 0 else { throw failure() }
  }

  /// Opens the file under a lock; another session may put a compacted one in its place meanwhile.
  private func locked(
    _ kind: Int32, _ access: Int32 = O_RDWR | O_APPEND | O_CREAT
  ) throws(Failure) -> Int32 {
    while true {
      let descriptor = open(path, access | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure() }
      while flock(descriptor, kind) != 0 {
        guard errno == EINTR else {
          let failure = failure()
          close(descriptor)
          throw failure
        }
      }
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
        if held.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
        return descriptor
      }
      close(descriptor)
    }
  }

  private func read(_ descriptor: Int32) throws(Failure) -> [String] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    lseek(descriptor, 0, SEEK_SET)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes.split(separator: 0x0A).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether the last line has no end, as after a crash.
  private func endsInsideLine(_ descriptor: Int32) throws(Failure) -> Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0 else { return false }
    var byte: UInt8 = 0
    guard pread(descriptor, &byte, 1, end - 1) == 1 else { throw failure() }
    return byte != 0x0A
  }

  /// Makes the folder and those above it.
  private func makeFolder() throws(Failure) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST || access(folder, F_OK) == 0 else { throw failure() }
    }
  }

  private func failure() -> Failure {
    Failure(message: "\(path): \(String(cString: strerror(errno)))")
  }

  /// The last of equal entries, and of those the newest, oldest first.
  static func newest(_ entries: [String], _ limit: Int) -> [String] {
    var seen: Set<String> = []
    var kept: [String] = []
    for entry in entries.reversed() where kept.count < limit && seen.insert(entry).inserted {
      kept.append(entry)
    }
    return kept.reversed()
  }

  /// An entry on one line.
  static func escaped(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// The entry of a line.
  static func unescaped(_ line: String) -> String {
    var entry = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        entry.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.unicodeScalars.append(scalar)
      }
    }
    return entry
  }
}
