import KeyAccounts
import PropertyGraph

extension Command {
  /// `find WORDS`: a text anywhere.
  static let find = Command(
    "find", aliases: ["search"], "look for a text in names, notes, topics and everything else", in: .ask,
    forms: [
      Form(
        subject: Slot(.text, "TEXT"),
        keys: [KeyDefinition("limit", .integer(0...1_000_000), "how many to show; 0 is all, 50 unless given")]
      )
    ],
    details:
      "Case does not matter, Cyrillic included. Names come first, then everything else, the latest first.",
    examples: [
      Example(
        "find северс", "part of a name", after: ["add client Северсталь"])
    ]
  ) { call, session throws(ShellError) in
    let text = try call.name()
    let limit = call.value("limit") ?? .integer(50)
    var answer = try session.answer(Question.find, ["text": .string(text), "limit": limit])
    let found = answer.rows.first?.last
    answer.columns.removeLast()
    for row in answer.rows.indices { answer.rows[row].removeLast() }
    session.show(answer)
    if case .integer(let found)? = found, found > answer.rows.count {
      session.screen.remark("\(found) found, the first \(answer.rows.count) shown; limit=0 shows all")
    }
  }
}
