import KeyAccounts
import PropertyGraph

extension Command {
  /// `lose CLIENT [for PRODUCT] [to COMPETITOR] [on DATE] [reason=…]`.
  static let lose = Command(
    "lose", guesses: ["lost": "lose CLIENT"], "record that a client, or its purchase of a product, went away",
    in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)),
        [
          Preposition(.for, .thing(.product)), Preposition(.to, .thing(.competitor)), Preposition(.on, .date),
        ], keys: KeyDefinition.of("Loss", except: ["date"]), text: .optional("NOTE"))
    ],
    details: "Without status= the loss counts as confirmed.",
    examples: [
      Example(
        "lose Северсталь to Timken reason=brokenPromise", "a client that left",
        after: ["add client Северсталь", "add competitor Timken"], prints: "lost Северсталь to Timken")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    var fact = FactDraft("Loss", call)
    if let text = call.text { fact.set("note", .string(text)) }
    if call.value("status") == nil { fact.set("status", .string("confirmed")) }
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    fact.link("TO", call.node(.to), as: "rival")
    let to = call.node(.to).map { " to \($0.name)" } ?? ""
    try session.record(fact, "lost \(client.name)\(to)")
  }
}
