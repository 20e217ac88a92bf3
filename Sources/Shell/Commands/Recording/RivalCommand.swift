import KeyAccounts
import PropertyGraph

extension Command {
  /// `rival COMPETITOR at CLIENT [for PRODUCT] [from PERSON]`.
  static let rival = Command(
    "rival", guesses: ["competitor": "rival COMPETITOR at CLIENT"],
    "record the presence of a competitor at a client", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.competitor)),
        [
          Preposition(.at, .thing(.company), "CLIENT", required: true), Preposition(.for, .thing(.product)),
          Preposition(.from, .thing(.person), "WHO TOLD US"), Preposition(.since, .date),
          Preposition(.until, .date),
        ], keys: KeyDefinition.of("Rivalry", except: ["from", "to"]))
    ],
    details: "level is rumour, bidding or supplying; share is the rival's part of the client's spend.",
    examples: [
      Example(
        "rival Timken at Северсталь for bearings from Ivan Petrov level=supplying share=35%", "a competitor",
        after: [
          "add client Северсталь", "add competitor Timken", "add product bearings",
          "add person Ivan Petrov at Северсталь",
        ], prints: "Timken competes at Северсталь for bearings")
    ]
  ) { call, session throws(ShellError) in
    let competitor = try call.node()
    guard let client = call.node(.at) else { throw call.missing("'at CLIENT'") }
    var fact = FactDraft("Rivalry", call)
    fact.set("from", call.date(.since) ?? session.todayValue)
    fact.set("to", call.date(.until))
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    fact.link("WAGES", competitor, as: "rival", reversed: true)
    fact.link("TOLD_BY", call.node(.from), as: "source")
    let product = call.node(.for).map { " for \($0.name)" } ?? ""
    try session.record(fact, "\(competitor.name) competes at \(client.name)\(product)")
  }
}
