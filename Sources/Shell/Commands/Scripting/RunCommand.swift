import PropertyGraph

extension Command {
  /// `run FILE [key=value]...`.
  static let run = Command(
    "run", "run a script", in: .script,
    forms: [Form(subject: Slot(.file), takesAnyKey: true)],
    details: """
      The statements run as if they stood here: variables that the script binds stay. Its arguments are taken by 'param'.
      It stops at its first failure.
      """
  ) { call, session throws(ShellError) in
    var arguments: [(key: String, value: String)] = []
    for (key, value) in call.properties {
      arguments.append((key, session.valueText.plain(value)))
    }
    try session.runScript(try call.name(), arguments: arguments, at: call.subject?.span)
  }
}
