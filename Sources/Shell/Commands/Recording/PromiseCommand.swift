import KeyAccounts
import PropertyGraph

extension FactDraft {
  /// A promise that was given on the day of the line.
  init(_ label: String, _ text: String, side: String, _ call: Invocation, _ session: Session) {
    self.init(label, keys: [])
    set("status", .string("open"))
    set("side", .string(side))
    set("due", call.value(.due))
    set("date", call.value(.on) ?? session.todayValue)
    set("text", .string(text))
  }

  /// What is said of a promise that was recorded.
  func promiseMessage(_ text: String, _ call: Invocation) -> String {
    guard case .date(let due)? = call.value(.due) else { return "promised: \(text)" }
    return "promised: \(text), due \(due.text)"
  }
}

extension Command {
  /// `promise [at CLIENT] by PERSON [due DATE] "TEXT"`.
  static let promise = Command(
    "promise",
    guesses: [
      "task": "promise by PERSON due DATE \"WHAT\"", "remind": "promise by PERSON due DATE \"WHAT\"",
      "reminder": "promise by PERSON due DATE \"WHAT\"",
    ],
    "record a promise of ours or theirs", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.person), "WHO", optional: true),
        [
          Preposition(.by, .thing(.person), "WHO"), Preposition(.to, .thing(.person)),
          Preposition(.at, .thing(.company), "CLIENT"), Preposition(.for, .thing(.product)),
          Preposition(.due, .dueDate), Preposition(.on, .date),
        ], keys: KeyDefinition.of("Commitment", except: ["text", "date", "due", "status", "side"]),
        text: .required("WHAT"))
    ],
    details:
      "Whose promise it is follows from where the person works: at a company of kind 'own' it is ours.",
    examples: [
      Example(
        "promise by Ivan Petrov due 2026-12-01 \"decision of the board\"", "a promise of theirs",
        after: ["add client Северсталь", "add person Ivan Petrov at Северсталь"],
        prints: "promised: decision of the board, due 2026-12-01")
    ]
  ) { call, session throws(ShellError) in
    guard let owner = call.optionalNode ?? call.node(.by) else { throw call.missing("'by WHO'") }
    guard let text = call.text else { throw call.missing("\"WHAT\"") }
    let isOurs = try session.isOurs(owner)
    let client = try session.client(of: call, people: isOurs ? call.nodes(.to) : [owner])
    var fact = FactDraft("Commitment", text, side: isOurs ? "us" : "them", call, session)
    for (key, value) in call.given { fact.set(key, value) }
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    fact.link("OWED_BY", owner, as: "owner")
    try session.record(fact, fact.promiseMessage(text, call))
  }
}
