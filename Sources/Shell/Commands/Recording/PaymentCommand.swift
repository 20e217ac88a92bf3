import KeyAccounts
import PropertyGraph

extension Command {
  /// `payment AMOUNT from CLIENT [for ORDER] [on DATE] [due DATE]`.
  static let payment = Command(
    "payment", "record money received", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.value(.money), "AMOUNT"),
        [
          Preposition(.from, .thing(.client), required: true),
          Preposition(.for, .text, "ORDER NUMBER", of: .names(label: "Order", key: "number")),
          Preposition(.on, .date), Preposition(.due, .dueDate),
        ], keys: KeyDefinition.of("Payment", except: ["date", "due", "amount"]))
    ],
    examples: [
      Example(
        "payment 40k from Северсталь on 2026-11-20 due 2026-11-01", "money that came late",
        after: ["add client Северсталь"], prints: "payment from Северсталь")
    ]
  ) { call, session throws(ShellError) in
    guard let client = call.node(.from), case .value(let amount)? = call.subject?.argument else {
      throw call.missing("'from CLIENT'")
    }
    var fact = FactDraft("Payment", call)
    fact.set("due", call.value(.due))
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.set("amount", amount)
    fact.link("AT", client, as: "client")
    if let number = call.text(.for) {
      let rows = try session.rows(
        "MATCH (o:Order {number: $number})-[:AT]->(c) WHERE id(c) = $client RETURN o",
        ["number": .string(number), "client": client.idValue])
      guard case .node(let node)? = rows.first?.first else {
        throw ShellError.other("\(client.name) has no order '\(number)'", at: call.span(.for))
      }
      fact.link(
        "SETTLES", NodeReference(label: "Order", name: number, node: node, isUnique: false), as: "settled")
    }
    try session.record(fact, "payment from \(client.name)")
  }
}
