/// What a cell stands for; colour follows from it.
enum Style: Equatable {
  /// The text itself.
  case plain
  /// The prompt.
  case prompt
  /// Remarks: what is missing, descriptions, control characters.
  case faint
  /// What was found.
  case found

  /// The escape sequence that turns it on.
  var escape: String {
    switch self {
    case .plain: ""
    case .prompt: "\u{1B}[1;36m"
    case .faint: "\u{1B}[2m"
    case .found: "\u{1B}[4m"
    }
  }
}
