import KeyAccounts
import PropertyGraph

extension Command {
  /// `offer to CLIENT [by COMPANY] for PRODUCT price=… [until DATE]`.
  static let offer = Command(
    "offer", "record an offer of ours or of a competitor", in: .record, .writes,
    forms: [
      Form(
        nil,
        [
          Preposition(.to, .thing(.company), "CLIENT", required: true),
          Preposition(.by, .thing(.company), "WHO OFFERS", of: .names(label: "Competitor", key: "name")),
          Preposition(.for, .thing(.product)),
          Preposition(.on, .date), Preposition(.until, .dueDate),
        ], keys: KeyDefinition.of("Offer", except: ["date", "validUntil"]), text: .optional("NOTE"))
    ],
    details: "Without 'by' the offer is ours. 'until' is the last day on which it holds.",
    examples: [
      Example(
        "offer to Северсталь by Timken for bearings price=94 deferralDays=90", "what a rival offers",
        after: ["add client Северсталь", "add competitor Timken", "add product bearings"],
        prints: "Timken offers Северсталь bearings")
    ]
  ) { call, session throws(ShellError) in
    guard let client = call.node(.to) else { throw call.missing("'to CLIENT'") }
    var fact = FactDraft("Offer", call)
    if let text = call.text { fact.set("note", .string(text)) }
    if call.value("outcome") == nil { fact.set("outcome", .string("open")) }
    fact.set("validUntil", call.value(.until))
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    var offering = call.node(.by)
    if offering == nil { offering = try session.ownCompany() }
    fact.link("BY", offering, as: "company")
    let who = call.node(.by)?.name ?? "we"
    let product = call.node(.for).map { " \($0.name)" } ?? ""
    try session.record(fact, "\(who) offer\(call.node(.by) == nil ? "" : "s") \(client.name)\(product)")
  }
}
