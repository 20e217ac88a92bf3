import KeyAccounts
import PropertyGraph

extension Command {
  /// `brief CLIENT`: one screen to walk into a meeting with.
  static let brief = Command(
    "brief", "prepare a meeting: all that counts about a client on one screen", in: .ask,
    forms: [Form(subject: Slot(.thing(.company), "CLIENT"))],
    details: """
      A page of 45 lines at most: the margin tells how many rows of a sort are left out, its last lines which commands show
      them. Formats other than 'table' give each sort of facts a table of its own.
      """,
    examples: [
      Example(
        "brief Северсталь", "before a visit",
        after: ["add client Северсталь", "log call at Северсталь about bearings"])
    ]
  ) { call, session throws(ShellError) in
    session.show(page: try session.answers(to: Question.brief, of: try call.node().name))
  }
}

extension Session {
  /// What questions answer of a client; answers that hold nothing are left out.
  func answers(to questions: [Question], of client: String) throws(ShellError) -> [Answer] {
    var answers: [Answer] = []
    for question in questions {
      let answer = try answer(question, ["client": .string(client)])
      if !answer.rows.isEmpty { answers.append(answer) }
    }
    return answers
  }
}
