import KeyAccounts
import PropertyGraph

extension Command {
  /// `log CHANNEL [with PERSON]… [at CLIENT] [by PERSON]… [about TOPIC] ["SUMMARY"]`.
  static let log = Command(
    "log",
    guesses: [
      "met": "log meeting with PERSON", "meet": "log meeting with PERSON", "talked": "log call with PERSON",
      "spoke": "log call with PERSON", "phoned": "log call with PERSON", "called": "log call with PERSON",
      "phone": "log call with PERSON", "visited": "log visit with PERSON", "wrote": "log email with PERSON",
      "mail": "log email with PERSON", "contact": "log call with PERSON",
    ],
    "record a contact", in: .record, .writes,
    forms: ["call", "visit", "meeting", "email", "message", "event"].map {
      Form(
        $0, subject: Slot(.thing(.person), optional: true),
        [
          Preposition(.with, .thing(.person), repeatable: true), Preposition(.at, .thing(.company), "CLIENT"),
          Preposition(.by, .thing(.person), "ONE OF US", repeatable: true, of: .colleagues),
          Preposition(.for, .thing(.product)), Preposition(.on, .date),
          Preposition(.about, .text, "TOPIC"), Preposition(.due, .dueDate),
        ],
        keys: KeyDefinition.of("Interaction", except: ["date", "channel", "topic", "summary"]) + [
          KeyDefinition("promise", .text, "what we promised; 'due' says by when"),
          KeyDefinition("promised", .text, "what they promised; 'due' says by when"),
        ],
        text: .optional("SUMMARY"))
    },
    details: """
      Without 'at' the client is the employer of those we spoke with; without 'on' it was today; without 'by' it is
      the person whom the variable me names ('let me = "Olga Petrova"' in the start-up script). Colleagues may stand
      after 'with' as well, and the first person without it.
      direction=in says that they began, out that we did. sentiment goes from -2 to 2.
      """,
    examples: [
      Example(
        "log call with Ivan Petrov on 2026-11-20 about bearings \"asks for 60 days\"", "a call",
        after: ["add client Северсталь", "add person Ivan Petrov at Северсталь"],
        prints: "logged call with Ivan Petrov at Северсталь"),
      Example(
        "log visit at Северсталь with Ivan Petrov promise=\"send samples\" due 2026-12-01",
        "a visit with a promise", after: ["add client Северсталь", "add person Ivan Petrov at Северсталь"],
        prints: """
          logged visit with Ivan Petrov at Северсталь
          promised: send samples, due 2026-12-01
          """),
    ]
  ) { call, session throws(ShellError) in
    let (people, colleagues) = try session.theirsAndOurs(
      [call.optionalNode].compactMap(\.self) + call.nodes(.with))
    let client = try session.client(of: call, people: people)
    let named = try session.ours(of: call)
    let ours = named + colleagues.filter { one in !named.contains { $0.node == one.node } }
    var fact = FactDraft("Interaction", call)
    let promise = fact.take("promise")
    let promised = fact.take("promised")
    fact.set("summary", call.text.map(Value.string))
    fact.set("topic", call.value(.about))
    fact.set("channel", call.kind.map(Value.string))
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("WITH", people, as: "person")
    fact.link("BY", ours, as: "ours")
    fact.link("FOR", call.node(.for), as: "product")
    let with = people.isEmpty ? "" : " with \(people.map(\.name).joined(separator: ", "))"
    let contact = try session.record(fact, "logged \(call.kind ?? "contact")\(with) at \(client.name)")
    if call.value(.due) != nil, promise == nil, promised == nil {
      throw call.missing("promise=TEXT or promised=TEXT with 'due'")
    }
    for (text, side, owners) in [(promise, "us", ours), (promised, "them", people)] {
      guard case .string(let words)? = text else { continue }
      var commitment = FactDraft("Commitment", words, side: side, call, session)
      commitment.link("AT", client, as: "client")
      commitment.link("OWED_BY", owners.first, as: "owner")
      commitment.link("ARISES_FROM", contact, as: "contact")
      try session.record(commitment, commitment.promiseMessage(words, call))
    }
  }
}
