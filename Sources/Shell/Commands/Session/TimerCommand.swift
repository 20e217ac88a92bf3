extension Command {
  /// `timer on|off`.
  static let timer = Command(
    "timer", "show how long each statement takes", in: .session,
    forms: [Form(), Form("on"), Form("off")],
    examples: [
      Example("timer", "whether it is on", prints: "off"), Example("timer off", "turn it off", prints: ""),
    ]
  ) { call, session throws(ShellError) in
    guard let kind = call.kind else { return session.say(session.isTimed ? "on" : "off") }
    session.isTimed = kind == "on"
  }
}
