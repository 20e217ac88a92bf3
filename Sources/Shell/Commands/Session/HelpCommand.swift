extension Command {
  /// `help [VERB]`.
  static let help = Command(
    "help", aliases: ["?"], "list the commands, or show one with its examples", in: .session,
    forms: [Form(subject: Slot(.text, "VERB", optional: true, of: .verbs))],
    examples: [
      Example(
        "help quit", "one command",
        prints: """
          quit: leave the shell

            quit

          Also: exit, bye

          A transaction that is open is rolled back. Changes that no file holds are offered for saving.

          Examples
            # leave
            quit
          """)
    ]
  ) { call, session throws(ShellError) in
    guard let verb = call.optionalName else {
      return session.sayHelp(HelpText.overview(session.registry, own: session.userVerbs))
    }
    guard let command = session.registry.command(verb) ?? session.userCommand(verb) else {
      let near = session.registry.near(verb, own: session.userVerbs)
      throw ShellError(.unknownVerb(verb, near: near), at: call.subject?.span)
    }
    session.sayHelp(HelpText.command(command, isReflowed: session.screen.columns != nil))
  }
}

extension Session {
  /// Says a text of help, at a terminal in lines that fit.
  fileprivate func sayHelp(_ text: String) {
    say(screen.columns.map { HelpText.wrapped(text, columns: $0) } ?? text)
  }
}
