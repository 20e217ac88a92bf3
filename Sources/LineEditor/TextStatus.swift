/// How far a text goes, seen as statements.
public struct TextStatus: Sendable, Equatable {
  /// What is missing at the end of each line: nil where a statement ends there.
  public var missing: [String?]
  /// What would end the statement, in a few words for the person.
  public var hint: String?

  /// Makes a status; without any the text is whole.
  public init(missing: [String?] = [], hint: String? = nil) {
    self.missing = missing
    self.hint = hint
  }

  /// Whether the text is whole.
  public var isWhole: Bool { missing.last.flatMap { $0 } == nil }
}
