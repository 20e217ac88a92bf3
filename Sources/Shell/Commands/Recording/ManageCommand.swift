import KeyAccounts
import PropertyGraph

extension Command {
  /// `manage CLIENT by PERSON`.
  static let manage = Command(
    "manage", aliases: ["manages"], "record which of us serves a client", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)),
        [
          Preposition(.by, .thing(.person), required: true, of: .colleagues), Preposition(.since, .date),
          Preposition(.from, .date), Preposition(.to, .date), Preposition(.until, .date),
        ], keys: KeyDefinition.of(relationship: "MANAGES", except: ["from", "to"]))
    ],
    details: "Other managers of the client go on; 'handover' ends them.",
    examples: [
      Example(
        "manage Северсталь by Olga Petrova since 2025-01-01", "who serves a client",
        after: ["add client Северсталь", "add person Olga Petrova"],
        prints: "Olga Petrova manages Северсталь")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    guard let person = call.node(.by) else { throw call.missing("'by PERSON'") }
    _ = try session.run(
      Recording.begin(person, "MANAGES", client, properties: call.properties + call.interval))
    session.note("\(person.name) manages \(client.name)")
  }
}
