/// Something that could stand at the cursor.
public struct Candidate: Sendable, Equatable {
  /// What is put in, quotes and all.
  public var text: String
  /// Where what it replaces begins, in bytes of the text; it ends at the cursor.
  public var start: Int
  /// How a list calls it.
  public var label: String
  /// What it is, in a few words; may be empty.
  public var summary: String
  /// What follows it once it is the only one.
  public var suffix: String

  /// Describes something that could stand at the cursor; the list calls it by its text unless told otherwise.
  init(_ text: String, from start: Int, label: String? = nil, _ summary: String = "", suffix: String = " ") {
    self.text = text
    self.start = start
    self.label = label ?? text
    self.summary = summary
    self.suffix = suffix
  }
}
