import PropertyGraph

extension Command {
  /// `remark EXPRESSION`.
  static let remark = Command(
    "remark", "print a remark for people: to standard error where the format is for programs", in: .script,
    forms: [Form(subject: Slot(.raw, "EXPRESSION"))],
    details: "Reports say so what their figures are taken of, and their tables stay clean.",
    examples: [Example("remark 'as of ' + date('2026-11-20')", "above a table", prints: "as of 2026-11-20")]
  ) { call, session throws(ShellError) in
    let value = try call.rest().evaluated(by: session)
    session.screen.remark(value.isNull ? "null" : session.valueText.plain(value))
  }
}
