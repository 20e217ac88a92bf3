import KeyAccounts
import PropertyGraph

extension Command {
  /// `brief CLIENT`: one screen to walk into a meeting with.
  static let brief = Command(
    "brief", "prepare a meeting: all that counts about a client on one screen", in: .ask,
    forms: [Form(subject: Slot(.thing(.company), "CLIENT"))],
    examples: [
      Example(
        "brief Северсталь", "before a visit",
        after: ["add client Северсталь", "log call at Северсталь about bearings"])
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    for question in Question.brief {
      let answer = try session.answer(question, ["client": .string(client.name)])
      if !answer.rows.isEmpty { session.show(answer) }
    }
  }
}
