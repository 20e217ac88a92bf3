extension Command {
  /// `format [NAME]`.
  static let format = Command(
    "format", "show or choose how answers are written", in: .session,
    forms: [Form()]
      + ResultFormat.all.map { Form($0.name, summary: $0.summary) },
    details: ResultFormat.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n"),
    examples: [
      Example("format", "the format in use", prints: "table"),
      Example("format csv", "another one", prints: ""),
    ]
  ) { call, session throws(ShellError) in
    guard let format = call.kind.flatMap(ResultFormat.named) else {
      return session.say(session.screen.format.name)
    }
    session.screen.format = format
  }
}
