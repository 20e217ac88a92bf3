import Glibc

@testable import Persistence

/// The real files, of which one call fails; and a log of the calls.
final class FailingFiles: FileLayer, @unchecked Sendable {
  private let files = SystemFiles()
  private let failing: Int
  private let bytesAtOnce: Int
  private(set) var calls = 0
  private(set) var failed = ""
  private(set) var log: [String] = []

  init(at failing: Int, bytesAtOnce: Int = .max) {
    self.failing = failing
    self.bytesAtOnce = bytesAtOnce
  }

  /// Counts a call; the one that is to fail does.
  private func count(_ call: String, _ paths: String...) throws(SystemError) {
    defer { calls += 1 }
    if calls == failing {
      failed = call
      throw SystemError(call, EIO)
    }
    let names = paths.map { path in path.split(separator: "/").last.map { String($0) } ?? "" }
    log.append(([call] + names).joined(separator: " "))
  }

  func create(_ path: String) throws(SystemError) -> Int32 {
    try count("open")
    return try files.create(path)
  }

  func open(_ path: String) throws(SystemError) -> Int32 {
    try count("open")
    return try files.open(path)
  }

  func lock(_ descriptor: Int32) throws(SystemError) -> Bool {
    try count("flock")
    return try files.lock(descriptor)
  }

  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    try count("write")
    return try files.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(bytesAtOnce)))
  }

  func sync(_ descriptor: Int32) throws(SystemError) {
    try count("fsync")
    try files.sync(descriptor)
  }

  func close(_ descriptor: Int32) { files.close(descriptor) }

  func status(_ path: String) throws(SystemError) -> FileStatus? {
    try count("lstat")
    return try files.status(path)
  }

  func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    try count("fstat")
    return try files.status(descriptor)
  }

  func link(_ path: String, to newPath: String) throws(SystemError) {
    try count("link", path, newPath)
    try files.link(path, to: newPath)
  }

  func rename(_ path: String, to newPath: String) throws(SystemError) {
    try count("rename", path, newPath)
    try files.rename(path, to: newPath)
  }

  func unlink(_ path: String) throws(SystemError) {
    // Cleaning up after a failure is not made to fail as well.
    if failed.isEmpty { try count("unlink", path) }
    try files.unlink(path)
  }
}
