import CypherSyntax
import PropertyGraph

extension Command {
  /// `print EXPRESSION`.
  static let print = Command(
    "print", "print the value of an expression", in: .script,
    forms: [Form(subject: Slot(.raw, "EXPRESSION"))],
    examples: [
      Example(
        "print \"clients: \" + toString($n)", "text and numbers", after: ["let n = 93"], prints: "clients: 93"
      ),
      Example("print [1, 'two', null]", "any value", prints: "[1, 'two', null]"),
    ]
  ) { call, session throws(ShellError) in
    let value = try call.rest().evaluated(by: session)
    session.say(value.isNull ? "null" : session.valueText.plain(value))
  }
}

extension Invocation {
  /// The rest of a raw line.
  func rest() throws(ShellError) -> Rest {
    try Rest(
      Array(source.utf8), from: subject?.span.start ?? source.utf8.count, needs: form.subject?.label ?? "more"
    )
  }
}
