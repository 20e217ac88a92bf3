import KeyAccounts
import PropertyGraph

extension Command {
  /// `winback CLIENT [on DATE] [means=…] [cost=…] [outcome=…]`.
  static let winBack = Command(
    "winback", aliases: ["win-back"], "record an attempt to win a client back", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)), [Preposition(.for, .thing(.product)), Preposition(.on, .date)],
        keys: KeyDefinition.of("WinBack", except: ["date"]), text: .optional("NOTE"))
    ],
    details: "It answers the latest loss that is not regained; outcome=regained regains that.",
    examples: [
      Example(
        "winback Северсталь means=discount cost=20k", "a special offer",
        after: ["add client Северсталь", "lose Северсталь reason=price"], prints: "winning back Северсталь")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    let rows = try session.rows(
      """
      MATCH (l:Loss)-[:AT]->(c:Company) WHERE id(c) = $client AND l.status <> 'regained'
      OPTIONAL MATCH (l)-[:FOR]->(x)
      WITH l, x WHERE $product IS NULL OR id(x) = $product
      RETURN l ORDER BY l.date DESC, id(l) DESC LIMIT 1
      """, ["client": client.idValue, "product": call.node(.for)?.idValue ?? .null])
    guard case .node(let node)? = rows.first?.first else {
      throw ShellError.other(
        "\(client.name) is not lost", hint: "'lose \(client.name)' records a loss", at: call.subject?.span)
    }
    let loss = NodeReference(label: "Loss", name: client.name, node: node, isUnique: false)
    var fact = FactDraft("WinBack", call)
    if let text = call.text { fact.set("note", .string(text)) }
    if call.value("outcome") == nil { fact.set("outcome", .string("open")) }
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    fact.link("ANSWERS", loss, as: "loss")
    try session.record(fact, "winning back \(client.name)")
    if case .string("regained")? = call.value("outcome") {
      _ = try session.run(Recording.edit(loss, properties: [("status", .string("regained"))]))
    }
  }
}
