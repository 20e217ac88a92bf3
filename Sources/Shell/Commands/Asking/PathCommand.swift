import KeyAccounts
import PropertyGraph

extension Command {
  /// `path [from PERSON] to PERSON`: the warmest way, then the shortest.
  static let path = Command(
    "path", "find the warm way through acquaintances to a person", in: .ask,
    forms: [
      Form(
        subject: Slot(.thing(.person), optional: true),
        [Preposition(.from, .thing(.person)), Preposition(.to, .thing(.person))])
    ],
    details: """
      'path PERSON' is 'path to PERSON'. The way whose weakest acquaintance is strongest, and among those the shortest. Without 'from' it starts at any
      of us: people who work at a company of kind 'own'. An acquaintance without a strength counts as 1.
      """,
    examples: [
      Example(
        "path from Olga Petrova to Anna Orlova", "two acquaintances",
        after: [
          "add person Olga Petrova", "add person Ivan Petrov", "add person Anna Orlova",
          "knows Olga Petrova with Ivan Petrov strength=4", "knows Ivan Petrov with Anna Orlova strength=3",
        ])
    ]
  ) { call, session throws(ShellError) in
    guard let target = call.node(.to) ?? call.optionalNode else { throw call.missing("'to PERSON'") }
    if let start = call.node(.from) { try call.refuseSelf(start, target, .to) }
    let question = call.node(.from) == nil ? Question.warmPathFromUs : Question.warmPath
    for least in stride(from: Int64(5), through: 0, by: -1) {
      let answer = try session.answer(
        question,
        ["from": call.node(.from)?.idValue ?? .null, "to": target.idValue, "least": .integer(least)])
      if !answer.rows.isEmpty { return session.show(answer) }
    }
    session.say("no way leads to \(target.name)")
  }
}
