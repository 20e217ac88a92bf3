import KeyAccounts
import PropertyGraph

/// The verbs that tie two things together.
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
    session.say("\(person.name) works at \(company.name)")
  }

  /// `reports-to PERSON to PERSON`.
  static let reportsTo = Command(
    "reports-to", aliases: ["reports"], "record who is whose superior", in: .record, .writes,
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
    session.say("\(person.name) reports to \(superior.name)")
  }

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
      session.say("\(person.name) knows \(other.name)")
    }
  }

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
      session.say("\(person.name) \(says) \(other.name)")
    }
  }

  /// `manage CLIENT by PERSON`.
  static let manage = Command(
    "manage", aliases: ["manages"], "record which of us serves a client", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)),
        [
          Preposition(.by, .thing(.person), required: true), Preposition(.since, .date),
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
    session.say("\(person.name) manages \(client.name)")
  }
}

extension Invocation {
  /// The interval that the prepositions give: `from` or `since`, `to` or `until` as dates.
  var interval: Recording.Properties {
    var result: Recording.Properties = []
    if let from = date(.from) ?? date(.since) { result.append(("from", from)) }
    if let to = date(.to) ?? date(.until) { result.append(("to", to)) }
    return result
  }

  /// The date after a preposition; nil where it leads in something else.
  func date(_ word: Preposition.Word) -> Value? {
    if case .date? = value(word) { value(word) } else { nil }
  }

  /// Refuses a bond of a person with the same person.
  func refuseSelf(
    _ a: NodeReference, _ b: NodeReference, _ word: Preposition.Word
  ) throws(ShellError) {
    guard a.node == b.node else { return }
    throw ShellError.other(
      "'\(command.name)' needs two different people, and both are \(a.name)", at: span(word))
  }
}
