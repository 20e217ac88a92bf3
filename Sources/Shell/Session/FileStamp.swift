import Glibc
import Persistence

/// What tells whether a file is still the one that it was.
struct FileStamp: Equatable {
  private let device: UInt
  private let number: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at a file; nil where nothing has the name.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

/// The place of a file that is not there yet.
enum FilePlace {
  /// Checks that a file could be made: better said before the work than after it.
  ///
  /// - Throws: a folder that is missing or not writable; for reading only, that there is no file.
  static func check(_ path: String, isReadOnly: Bool) throws(DataError) {
    if isReadOnly { throw DataError(.system(call: "open", error: ENOENT), path: path) }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else {
      throw DataError(.system(call: "open", error: errno), path: path)
    }
  }
}
