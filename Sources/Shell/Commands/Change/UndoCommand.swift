import PropertyGraph

extension Command {
  /// `undo`.
  static let undo = Command(
    "undo", guesses: ["cancel": "undo", "revert": "undo"],
    "take back the last statement that changed something", in: .change, .steps,
    details:
      "Once for each statement or transaction, back to when the book was opened. 'redo' makes it again.",
    examples: [
      Example(
        "undo", "say what was taken back", after: ["add client Acme"],
        prints: "undone: add client Acme (1 node deleted)")
    ]
  ) { call, session throws(ShellError) in
    guard let transaction = session.graph.undo() else {
      throw .other("there is nothing to undo", at: call.span)
    }
    session.say("undone: \(session.described(transaction))")
  }

  /// `redo`.
  static let redo = Command(
    "redo", "make again what 'undo' took back", in: .change, .steps,
    examples: [
      Example(
        "redo", "say what was made again", after: ["add client Acme", "undo"],
        prints: "redone: add client Acme (1 node created)")
    ]
  ) { call, session throws(ShellError) in
    guard let transaction = session.graph.redo() else {
      throw .other("there is nothing to redo", at: call.span)
    }
    session.say("redone: \(session.described(transaction))")
  }
}

extension Session {
  /// A transaction by its statement, in one line, and what it came to.
  fileprivate func described(_ transaction: Transaction) -> String {
    let lines = transaction.statement.split(whereSeparator: \.isNewline)
    let first = lines.first.map(String.init) ?? ""
    let sequence = graph.sequence
    let summary = NetChange.words(graph.netChanges(from: sequence - 1, to: sequence))
    return "\(first)\(lines.count > 1 ? " …" : "") (\(summary))"
  }
}
