/// How rows stand on a page for people: each as a sentence, the first behind a label in the margin.
public struct PageLine: Sendable {
  /// What stands in the margin; empty for the head of the page.
  public let label: String
  /// The sentence: `{column}` stands for a value, `{+column}` for a number with its sign, `{$parameter}` for what was
  /// asked of.
  ///
  /// What is in brackets is left out where a value in it is missing; what is behind a bar there stands in its place.
  public let text: String
  /// The words for values that are no words for people, by `column=value`; an empty word counts as no value.
  public let words: [String: String]
  /// The rows that stand on the page in any case.
  public let least: Int
  /// The most rows that stand on the page.
  public let most: Int
  /// The command that shows the others.
  public let rest: String?
  /// Whether the rows follow each other in one sentence.
  public let isRunning: Bool

  init(
    _ label: String, _ text: String, words: [String: String] = [:], least: Int = 1, most: Int = 1,
    rest: String? = nil,
    isRunning: Bool = false
  ) {
    self.label = label
    self.text = text
    self.words = words
    self.least = least
    self.most = most
    self.rest = rest
    self.isRunning = isRunning
  }
}
