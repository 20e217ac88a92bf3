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
    for answer in try session.brief(of: try call.node()) { session.show(answer) }
  }
}

extension Session {
  /// What is to be known before a meeting, each answer with its title; those that hold nothing are left out.
  func brief(of client: NodeReference) throws(ShellError) -> [Answer] {
    var answers: [Answer] = []
    for question in Question.brief {
      let answer = try answer(question, ["client": .string(client.name)])
      if !answer.rows.isEmpty { answers.append(answer) }
    }
    return answers
  }
}
