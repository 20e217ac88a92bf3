extension Command {
  /// `quit`.
  static let quit = Command(
    "quit", aliases: ["exit", "bye"], "leave the shell", in: .session,
    details: "A transaction that is open is rolled back. Changes that no file holds are offered for saving.",
    examples: [Example("quit", "leave", prints: "")]
  ) { _, session throws(ShellError) in
    session.isLeaving = true
  }
}
