import Glibc

/// Why a file could not be read or written, in the system's words.
struct FileProblem: Error, Equatable {
  /// The reason: `No such file or directory`.
  let reason: String

  /// Takes the number of an error of the system.
  init(_ number: Int32) { reason = String(cString: strerror(number)) }
}

/// Small files as wholes.
enum FileText {
  /// The bytes of a file; of a pipe, all that comes.
  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var count = 0
    while true {
      bytes.append(contentsOf: repeatElement(0, count: max(1 << 14, count)))
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(descriptor, $0 + count, buffer.count - count) } ?? 0
      }
      if got < 0, errno != EINTR { throw FileProblem(errno) }
      count += max(0, got)
      bytes.removeLast(bytes.count - count)
      if got == 0 { return bytes }
    }
  }

  /// The names in a folder, unsorted; none where it can't be read.
  static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
