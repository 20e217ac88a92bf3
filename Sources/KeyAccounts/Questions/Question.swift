/// A question that has a command of its own: a title and its Cypher.
///
/// `$today` is the day from which "now" is meant; other parameters are named by the question.
public struct Question: Sendable {
  /// What stands above the answer.
  public let title: String
  /// The query.
  public let text: String
  /// How columns are written and drawn for people, by their names: `percent+bar`, as the command `columns` takes it.
  public let columns: [String: String]
  /// How the rows stand on a page; empty where they are a table.
  public let lines: [PageLine]
  /// The most rows that a table shows; nil for all.
  public let most: Int?

  init(
    _ title: String, columns: [String: String] = [:], lines: [PageLine] = [], most: Int? = nil, _ text: String
  ) {
    self.title = title
    self.text = text
    self.columns = columns
    self.lines = lines
    self.most = most
  }
}
