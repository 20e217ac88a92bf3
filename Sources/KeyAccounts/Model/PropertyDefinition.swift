/// One property of the model: its name, what it may hold, and what it says.
public struct PropertyDefinition: Sendable {
  /// The key, in camel case.
  public let name: String
  /// What it may hold.
  public let kind: PropertyKind
  /// What it says, in a few words.
  public let summary: String

  init(_ name: String, _ kind: PropertyKind, _ summary: String) {
    self.name = name
    self.kind = kind
    self.summary = summary
  }
}

/// What a property may hold.
public enum PropertyKind: Sendable, Equatable {
  /// Any text.
  case text
  /// A whole number within bounds.
  case integer(ClosedRange<Int64>)
  /// A number, a sum of money included.
  case number
  /// A fraction of one; `8%` is read as 0.08.
  case fraction
  /// A calendar date.
  case date
  /// A date with a time of day.
  case dateTime
  /// True or false.
  case boolean
  /// One of the named values.
  case enumeration([String])
}
