import KeyAccounts
import PropertyGraph

extension Command {
  /// `move PERSON to COMPANY [on DATE] [title=…]`.
  static let move = Command(
    "move", "record that a person changed jobs; the old one stays as history", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.person)),
        [
          Preposition(.to, .thing(.company), required: true), Preposition(.as, .text, "TITLE"),
          Preposition(.on, .date),
        ], keys: KeyDefinition.of(relationship: "WORKS_AT", except: ["from", "to", "title"]))
    ],
    details: """
      Jobs at other companies end on that day, and so do the parts that the person plays there and the superiors
      there.
      """,
    examples: [
      Example(
        "move Ivan Petrov to Timken on 2026-11-01 as \"Sales Director\"", "a contact who went to a rival",
        after: [
          "add client Северсталь", "add competitor Timken", "add person Ivan Petrov at Северсталь",
        ], prints: "Ivan Petrov moved to Timken")
    ]
  ) { call, session throws(ShellError) in
    let person = try call.node()
    guard let company = call.node(.to) else { throw call.missing("'to COMPANY'") }
    let day = call.value(.on) ?? session.todayValue
    _ = try session.run(Recording.leave(person, exceptFor: company, on: day))
    var job = call.properties
    job.append(("from", day))
    if let title = call.value(.as) { job.append(("title", title)) }
    _ = try session.run(Recording.begin(person, "WORKS_AT", company, properties: job))
    session.note("\(person.name) moved to \(company.name)")
  }
}
