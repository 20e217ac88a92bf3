import KeyAccounts
import PropertyGraph

extension Command {
  /// `knows PERSON with PERSON`.
  static let knows = Command(
    "knows", "record an acquaintance", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.person)),
        [Preposition(.with, .thing(.person), required: true, repeatable: true), Preposition(.since, .date)],
        keys: KeyDefinition.of(relationship: "KNOWS", except: ["from", "to"]))
    ],
    details: "It holds in both directions. Recorded again, it changes.",
    examples: [
      Example(
        "knows Olga Petrova with Ivan Petrov strength=4 basis=\"trade fair\"", "an acquaintance",
        after: ["add person Olga Petrova", "add person Ivan Petrov"],
        prints: "Olga Petrova knows Ivan Petrov")
    ]
  ) { call, session throws(ShellError) in
    let person = try call.node()
    for other in call.nodes(.with) {
      try call.refuseSelf(person, other, .with)
      _ = try session.run(
        Recording.begin(person, "KNOWS", other, bothWays: true, properties: call.properties + call.interval))
      session.note("\(person.name) knows \(other.name)")
    }
  }
}
