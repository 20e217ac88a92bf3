import PropertyGraph

extension Command {
  /// `fail EXPRESSION`.
  static let fail = Command(
    "fail", "stop the script with a message", in: .script,
    forms: [Form(subject: Slot(.raw, "\"MESSAGE\""))],
    details: "The message is an expression: text in quotes, or what makes one.",
    examples: [
      Example(
        """
        if false
          fail "no clients"
        end
        """, "inside a condition", prints: "")
    ]
  ) { call, session throws(ShellError) in
    let rest = try call.rest()
    throw ShellError(.failed(session.valueText.plain(try rest.evaluated(by: session))), at: rest.span)
  }
}
