import KeyAccounts
import PropertyGraph

extension Command {
  /// `reports-to PERSON to PERSON`.
  static let reportsTo = Command(
    "reports-to", aliases: ["reports"],
    guesses: ["boss": "reports-to PERSON to SUPERIOR", "supervisor": "reports-to PERSON to SUPERIOR"],
    "record who is whose superior", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.person)),
        [Preposition(.to, .thing(.person), "SUPERIOR", required: true), Preposition(.since, .date)],
        keys: KeyDefinition.of(relationship: "REPORTS_TO", except: ["from", "to"]))
    ],
    details: "An earlier superior is kept as history.",
    examples: [
      Example(
        "reports-to Ivan Petrov to Anna Orlova", "Anna is Ivan's superior",
        after: ["add person Ivan Petrov", "add person Anna Orlova"],
        prints: "Ivan Petrov reports to Anna Orlova")
    ]
  ) { call, session throws(ShellError) in
    let person = try call.node()
    guard let superior = call.node(.to) else { throw call.missing("'to SUPERIOR'") }
    try call.refuseSelf(person, superior, .to)
    _ = try session.run(
      Recording.begin(
        person, "REPORTS_TO", superior, replacingOn: call.value(.since) ?? session.todayValue,
        properties: call.properties + call.interval))
    session.note("\(person.name) reports to \(superior.name)")
  }
}
