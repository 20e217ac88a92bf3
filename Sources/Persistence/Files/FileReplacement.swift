internal import Glibc

/// A file that comes into being whole, or not at all: written beside its place, synced, and renamed into it.
///
/// Until `commit` returns, the path names what it named before. An error and `abandon` leave nothing behind; what a
/// killed process left behind is found and replaced by the next one. Source: "All File Systems Are Not Created Equal",
/// Pillai et al., OSDI 2014, on what must be synced before what.
public final class FileReplacement {
  /// The path of the file that is to be.
  public let path: String

  private let layer: any FileLayer
  private let keepsOld: Bool
  private let newPath: String
  private var descriptor: Int32 = -1

  /// Begins a file.
  ///
  /// - Parameter keepsOld: whether the file that is replaced lives on as `PATH-old`.
  public init(path: String, keepsOld: Bool = false, layer: any FileLayer = SystemFiles()) throws(DataError) {
    self.path = path
    self.layer = layer
    self.keepsOld = keepsOld
    newPath = path + "-new"
    try checkPlace()
    try attempt { () throws(SystemError) in try create() }
    if descriptor < 0 { throw DataError(.busy, path: path) }
  }

  deinit { abandon() }

  /// Appends bytes, all of them.
  public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(DataError) {
    try attempt { () throws(SystemError) in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = try layer.write(descriptor, rest)
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }

  /// Puts the file into its place; when this returns, it outlasts a crash of the machine.
  public func commit() throws(DataError) {
    try attempt { () throws(SystemError) in
      try layer.sync(descriptor)
      let keeper = path + "-old-new"
      if keepsOld { try keepOld(as: keeper) }
      do throws(SystemError) {
        try layer.rename(newPath, to: path)
      } catch {
        if keepsOld { forgetOld(keeper) }
        throw error
      }
      layer.close(descriptor)
      descriptor = -1
      if keepsOld, try layer.status(keeper) != nil { try layer.rename(keeper, to: path + "-old") }
      try syncFolder()
    }
  }

  /// Gives up and leaves nothing behind.
  public func abandon() {
    guard descriptor >= 0 else { return }
    // The name goes first: while the file is locked, it is ours.
    try? layer.unlink(newPath)
    layer.close(descriptor)
    descriptor = -1
  }

  private func checkPlace() throws(DataError) {
    var status: FileStatus?
    try attempt { () throws(SystemError) in status = try layer.status(path) }
    guard let status else { return }
    switch status.kind {
    case .link: throw DataError(.symbolicLink, path: path)
    case .other: throw DataError(.notAFile, path: path)
    case .file: if !status.isWritable { throw DataError(.system(call: "open", error: EACCES), path: path) }
    }
  }

  /// Makes and locks the new file, and leaves no descriptor where another process is at it.
  private func create() throws(SystemError) {
    while descriptor < 0, try !makeNew() {
      // What is in the way was left behind by a killed process if its lock is free.
      let left = try layer.open(newPath)
      defer { layer.close(left) }
      guard try layer.lock(left) else { return }
      try layer.unlink(newPath)
    }
    guard try layer.lock(descriptor),
      try layer.status(descriptor).identity == layer.status(newPath)?.identity
    else {
      layer.close(descriptor)
      descriptor = -1
      return
    }
  }

  /// Makes the new file; false where one is in the way.
  private func makeNew() throws(SystemError) -> Bool {
    do throws(SystemError) {
      descriptor = try layer.create(newPath)
      return true
    } catch {
      if error.number == EEXIST { return false }
      throw error
    }
  }

  /// Gives the file that is about to be replaced a second name.
  private func keepOld(as keeper: String) throws(SystemError) {
    guard try layer.status(path) != nil else { return }
    if try layer.status(keeper) != nil { try layer.unlink(keeper) }
    do throws(SystemError) {
      try layer.link(path, to: keeper)
    } catch {
      // File systems without hard links: the path is without a file for a moment.
      guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(error.number) else { throw error }
      try layer.rename(path, to: keeper)
    }
  }

  /// Takes the second name away again, and gives the file its first one back where that is gone.
  private func forgetOld(_ keeper: String) {
    if let status = try? layer.status(path), status.kind == .file {
      try? layer.unlink(keeper)
    } else {
      try? layer.rename(keeper, to: path)
    }
  }

  private func syncFolder() throws(SystemError) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let descriptor = try layer.open(folder)
    defer { layer.close(descriptor) }
    try layer.sync(descriptor)
  }

  /// Runs system calls, and on failure cleans up and names the file.
  private func attempt(_ body: () throws(SystemError) -> Void) throws(DataError) {
    do throws(SystemError) {
      try body()
    } catch {
      abandon()
      throw DataError(.system(call: error.call, error: error.number), path: path)
    }
  }
}
