import PropertyGraph

extension Command {
  /// `assert EXPRESSION ["MESSAGE"]`.
  static let assert = Command(
    "assert", "stop the script unless an expression is true", in: .script,
    forms: [Form(subject: Slot(.raw, "EXPRESSION [\"MESSAGE\"]"))],
    details: "Null counts as not true. A comparison that fails shows the values of both sides.",
    examples: [
      Example(
        "assert COUNT { MATCH (c:Client) } = 1 \"one client\"", "with a message", after: ["add client Acme"],
        prints: "")
    ]
  ) { call, session throws(ShellError) in
    let (expression, message) = Assertion.split(try call.rest())
    let value = try expression.evaluated(by: session)
    if case .boolean(true) = value { return }
    throw ShellError(
      .assertion(
        expression: expression.text, message: message,
        found: Assertion.found(expression, value, session: session)), at: expression.span)
  }
}
