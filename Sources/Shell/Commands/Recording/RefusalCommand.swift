import KeyAccounts
import PropertyGraph

extension Command {
  /// `refusal [KIND] at CLIENT [for PRODUCT|AREA] [on DATE] [reason=…]`.
  static let refusal = Command(
    "refusal", "record a refusal, a complaint, a return or a lost deal", in: .record, .writes,
    forms: [refusalForm(nil), refusalForm("complaint"), refusalForm("return"), refusalForm("lostdeal")],
    details: "Without a kind it is a refusal. 'for' names the product or the area in which it arose.",
    examples: [
      Example(
        "refusal complaint at Северсталь for bearings reason=quality severity=3 \"rust\"", "a complaint",
        after: ["add client Северсталь", "add product bearings"], prints: "complaint at Северсталь")
    ]
  ) { call, session throws(ShellError) in
    guard let client = call.node(.at) else { throw call.missing("'at CLIENT'") }
    let kind = call.kind == "lostdeal" ? "lostDeal" : call.kind ?? "refusal"
    var fact = FactDraft("Refusal", call)
    if let text = call.text { fact.set("note", .string(text)) }
    fact.set("kind", .string(kind))
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "direction")
    try session.record(fact, "\(kind == "lostDeal" ? "lost deal" : kind) at \(client.name)")
  }

  private static func refusalForm(_ kind: String?) -> Form {
    Form(
      kind,
      [
        Preposition(.at, .thing(.company), "CLIENT", required: true),
        Preposition(.for, .thing([.product, .area])), Preposition(.on, .date),
      ], keys: KeyDefinition.of("Refusal", except: ["date", "kind"]), text: .optional("NOTE"))
  }
}
