/// A statement, or a block of statements with the line that governs it.
enum ScriptNode: Sendable, Equatable {
  /// A query or a command.
  case statement(Statement)
  /// `if … else if … else … end`: the conditions with what follows each, and what follows the last `else`.
  case choice([Branch], otherwise: [ScriptNode])
  /// `for NAME in QUERY; … end`.
  case loop(Statement, [ScriptNode])
  /// `what-if … end`.
  case trial(Statement, [ScriptNode])

  /// A condition and what it governs.
  struct Branch: Sendable, Equatable {
    /// The statement `if EXPR` or `else if EXPR`.
    let condition: Statement
    /// What runs when the condition holds.
    let body: [ScriptNode]
  }
}
