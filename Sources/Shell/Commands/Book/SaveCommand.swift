extension Command {
  /// `save [as FILE]`.
  static let save = Command(
    "save", guesses: ["backup": "save as FILE"], "save the book", in: .book,
    forms: [Form(nil, [Preposition(.as, .file)])],
    details: """
      'save as FILE' saves to another file, which is the book from then on. A file is replaced as a whole or not at all,
      and what it held before lives on as FILE-old.
      """
  ) { call, session throws(ShellError) in
    let path = call.text(.as)
    if path == nil, session.rules.isReadOnly { throw ShellError(.readOnly("'save'"), at: call.span) }
    if path == nil, session.book.path == nil { throw call.missing("'as FILE': the graph has no file yet") }
    if path != nil, session.rules.isSafe {
      throw ShellError(.unsafe("writing another file than the book"), at: call.span(.as))
    }
    try session.save(as: path, at: path == nil ? call.span : call.span(.as))
    session.note("saved \(session.book.path ?? "")")
  }
}
