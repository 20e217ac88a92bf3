import PropertyGraph

extension Command {
  /// `open FILE`.
  static let open = Command(
    "open", "open another book, or begin a new one", in: .book, .steps,
    forms: [Form(subject: Slot(.file))],
    details: """
      Changes of the book at hand are saved first, or offered for saving at the prompt. Variables stay; snapshots and the
      last answer belong to the old book.
      """
  ) { call, session throws(ShellError) in
    let path = try call.name()
    if session.rules.isSafe { throw ShellError(.unsafe("opening another book"), at: call.subject?.span) }
    let book = try session.opening { () throws(ShellError) in
      try Book.open(path, rules: session.rules, at: call.subject?.span)
    }
    guard Leaving(session).leaveBook() else {
      throw .other("the changes are not saved", hint: "'save as FILE' keeps them", at: call.span)
    }
    session.turn(to: book)
    session.note(
      "opened \(path): \(counted(book.graph.nodeCount, "node")), \(counted(book.graph.relationshipCount, "relationship"))"
    )
  }
}
