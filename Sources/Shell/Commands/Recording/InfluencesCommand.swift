import KeyAccounts
import PropertyGraph

extension Command {
  /// `influences PERSON on PERSON`.
  static let influences = opinion(
    "influences", .on, says: "influences", "INFLUENCES", "record whose word counts with whom")

  /// `conflicts PERSON with PERSON`.
  static let conflicts = opinion(
    "conflicts", .with, says: "is at odds with", "CONFLICTS_WITH", "record who is at odds with whom")

  private static func opinion(
    _ verb: String, _ word: Preposition.Word, says: String, _ type: String, _ summary: String
  ) -> Command {
    Command(
      verb, summary, in: .record, .writes,
      forms: [
        Form(
          subject: Slot(.thing(.person)), [Preposition(word, .thing(.person), required: true)],
          keys: KeyDefinition.of(relationship: type))
      ],
      examples: [
        Example(
          "\(verb) Anna Orlova \(word.rawValue) Ivan Petrov weight=80%", "how much, from 0 to 100 %",
          after: ["add person Anna Orlova", "add person Ivan Petrov"],
          prints: "Anna Orlova \(says) Ivan Petrov")
      ]
    ) { call, session throws(ShellError) in
      let person = try call.node()
      guard let other = call.node(word) else { throw call.missing("'\(word.rawValue) PERSON'") }
      try call.refuseSelf(person, other, word)
      _ = try session.run(Recording.relate(person, type, other, properties: call.properties))
      session.note("\(person.name) \(says) \(other.name)")
    }
  }
}
