/// Changes that were committed together.
public struct Transaction: Sendable {
  /// Why a transaction came to be.
  public enum Origin: Hashable, Sendable {
    /// A statement made it.
    case statement
    /// It takes back the transaction with this sequence number.
    case undo(of: Int)
    /// It makes the transaction with this sequence number again, after it was taken back.
    case redo(of: Int)
  }

  /// Its number in the order of commits.
  public let sequence: Int
  /// When it was committed, in UTC.
  public let time: ZonedDateTime
  /// The statement that made it, or the one it takes back or makes again.
  public let statement: String
  /// Why it came to be.
  public let origin: Origin
  /// What it changed, in order; never empty.
  public let changes: [Change]

  /// Makes a transaction of its parts, as when a journal is read.
  public init(sequence: Int, time: ZonedDateTime, statement: String, origin: Origin, changes: [Change]) {
    self.sequence = sequence
    self.time = time
    self.statement = statement
    self.origin = origin
    self.changes = changes
  }
}

/// A place in the open transaction to which it can be rolled back.
public struct ChangeMark: Hashable, Sendable {
  let position: Int
}
