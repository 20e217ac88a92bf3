import KeyAccounts
import PropertyGraph

extension Command {
  /// `works PERSON at COMPANY`.
  static let works = Command(
    "works", "record where a person works", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.person)),
        [
          Preposition(.at, .thing(.company), required: true), Preposition(.as, .text, "TITLE"),
          Preposition(.from, .date), Preposition(.since, .date), Preposition(.to, .date),
          Preposition(.until, .date),
        ], keys: KeyDefinition.of(relationship: "WORKS_AT", except: ["from", "to", "title"]))
    ],
    details: "Other jobs of the person go on; 'move' ends them.",
    examples: [
      Example(
        "works Ivan Petrov at Северсталь as Buyer since 2024-02-29", "a job with its first day",
        after: ["add client Северсталь", "add person Ivan Petrov"],
        prints: "Ivan Petrov works at Северсталь")
    ]
  ) { call, session throws(ShellError) in
    let person = try call.node()
    guard let company = call.node(.at) else { throw call.missing("'at COMPANY'") }
    var job = call.properties
    if let title = call.value(.as) { job.append(("title", title)) }
    _ = try session.run(Recording.begin(person, "WORKS_AT", company, properties: job + call.interval))
    session.note("\(person.name) works at \(company.name)")
  }
}
