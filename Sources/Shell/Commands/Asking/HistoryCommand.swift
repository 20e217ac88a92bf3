import KeyAccounts
import PropertyGraph

extension Command {
  /// `history NAME`: everything that happened, in order.
  static let history = Command(
    "history", "tell the story of a client or a person", in: .ask,
    forms: [
      Form(
        subject: Slot(.thing([.company, .person])), [Preposition(.since, .date), Preposition(.until, .date)],
        keys: [KeyDefinition("changes", .boolean, "tell what was changed, when, and by which statement")])
    ],
    details: """
      --changes tells what was recorded and corrected instead: each change of the thing itself and of its bonds, with the
      time and the statement, since the book was opened.
      """,
    examples: [
      Example(
        "history Северсталь", "every fact in order",
        after: ["add client Северсталь", "log call at Северсталь on 2026-11-02 about bearings"]),
      Example(
        "history Северсталь --changes", "who changed what, and when",
        after: ["add client Северсталь", "edit Северсталь tier=A"]),
    ]
  ) { call, session throws(ShellError) in
    let node = try call.node()
    if case .boolean(true)? = call.value("changes") { return session.show(session.changes(of: node)) }
    var answer =
      node.label == "Person"
      ? try session.answer(Question.personHistory, ["personId": node.idValue])
      : try session.answer(Question.clientHistory, ["client": .string(node.name)])
    answer.rows.removeAll { row in
      guard case .date(let date) = row[0] else { return call.date(.since) != nil || call.date(.until) != nil }
      if case .date(let first)? = call.date(.since), date.daysSinceEpoch < first.daysSinceEpoch {
        return true
      }
      if case .date(let last)? = call.date(.until), date.daysSinceEpoch > last.daysSinceEpoch { return true }
      return false
    }
    answer.title = "\(node.name): history"
    session.show(answer)
  }
}
