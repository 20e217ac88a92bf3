/// A system call that failed: its name and its `errno`.
public struct SystemError: Error, Equatable, Sendable {
  /// The name of the call.
  public var call: String
  /// What it left in `errno`.
  public var number: Int32

  /// Makes an error of its parts.
  public init(_ call: String, _ number: Int32) {
    self.call = call
    self.number = number
  }
}

/// The system calls by which files are written: a protocol, so that tests can let any of them fail.
public protocol FileLayer: Sendable {
  /// Makes a new file that only its owner may read, and opens it for writing; `EEXIST` where something is there.
  func create(_ path: String) throws(SystemError) -> Int32
  /// Opens a file or a folder for reading, but no symbolic link.
  func open(_ path: String) throws(SystemError) -> Int32
  /// Takes the lock of an open file; false where somebody else has it.
  func lock(_ descriptor: Int32) throws(SystemError) -> Bool
  /// Writes some bytes, at least one, and returns how many.
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int
  /// Brings all that was written to the disk.
  func sync(_ descriptor: Int32) throws(SystemError)
  /// Closes a file.
  func close(_ descriptor: Int32)
  /// What a path names, without following a link at its end.
  func status(_ path: String) throws(SystemError) -> FileStatus?
  /// What an open file is.
  func status(_ descriptor: Int32) throws(SystemError) -> FileStatus
  /// Gives a file a second name.
  func link(_ path: String, to newPath: String) throws(SystemError)
  /// Renames a file, in place of what has the name.
  func rename(_ path: String, to newPath: String) throws(SystemError)
  /// Takes a name away.
  func unlink(_ path: String) throws(SystemError)
}

/// What a name in a folder stands for.
public struct FileStatus: Equatable, Sendable {
  /// The sorts of files that matter here.
  public enum Kind: Sendable { case file, link, other }

  /// The sort of the file.
  public var kind: Kind
  /// The device and the number that tell whether two names mean one file.
  public var identity: [UInt64]
  /// Whether this process may write it.
  public var isWritable: Bool
}
