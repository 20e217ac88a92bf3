/// Where a session shows what its statements answer.
protocol Screen: AnyObject {
  /// Shows a table.
  func show(_ answer: Answer)
  /// Says something that was asked for: text of one or more lines, without the last newline.
  func say(_ text: String)
  /// Remarks on what was done; only people see it.
  func note(_ text: String)
}
