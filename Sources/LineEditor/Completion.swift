/// Something that could stand at the cursor.
public struct Completion: Sendable, Equatable {
  /// What is put in, quotes and all.
  public var text: String
  /// Where what it replaces begins, in bytes; it ends at the cursor.
  public var start: Int
  /// How the list calls it.
  public var label: String
  /// What it is, in a few words; may be empty.
  public var summary: String
  /// What follows it when it is the only one: a space, as a rule.
  public var suffix: String

  /// Describes something that could stand at the cursor.
  public init(text: String, start: Int, label: String, summary: String, suffix: String) {
    self.text = text
    self.start = start
    self.label = label
    self.summary = summary
    self.suffix = suffix
  }
}
