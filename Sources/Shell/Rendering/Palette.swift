/// The colours of a terminal, or none.
struct Palette: Sendable {
  /// What a text is, which decides its colour.
  enum Role: Sendable {
    /// The word `error`.
    case error
    /// What is said beside the matter: hints, row counts, lines of tables.
    case aside
    /// The head of a table.
    case head
    /// The absence of a value.
    case null
    /// The caret under a mistake.
    case mark
  }

  /// Whether there are colours.
  let isColoured: Bool

  /// The text in the colour of its role.
  func paint(_ text: String, _ role: Role) -> String {
    guard isColoured, !text.isEmpty else { return text }
    let code =
      switch role {
      case .error: "1;31"
      case .aside, .null: "2"
      case .head: "1"
      case .mark: "1;33"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
