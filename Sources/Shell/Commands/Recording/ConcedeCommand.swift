import KeyAccounts
import PropertyGraph

extension Command {
  /// `concede KIND [VALUE] at CLIENT [for PRODUCT] [from DATE] [until DATE]`.
  static let concede = Command(
    "concede",
    guesses: ["discount": "concede price PERCENT at CLIENT", "grant": "concede KIND VALUE at CLIENT"],
    "record what we granted; an open demand of the kind is answered by it", in: .record, .writes,
    forms: termKinds.map {
      Form(
        $0, subject: Slot(.text, "VALUE", optional: true),
        [
          Preposition(.at, .thing(.company), "CLIENT"), Preposition(.to, .thing(.company), "CLIENT"),
          Preposition(.for, .thing(.product)), Preposition(.from, .date), Preposition(.since, .date),
          Preposition(.until, .dueDate),
        ],
        keys: KeyDefinition.of("Concession", except: ["kind", "value", "unit", "from", "to"]),
        text: .optional("NOTE"))
    },
    details:
      "'to CLIENT' says the same as 'at CLIENT'. The demand counts as granted, or as partly granted where less was given than asked for.",
    examples: [
      Example(
        "concede deferral 45d at Северсталь", "less than was asked for",
        after: ["add client Северсталь", "demand deferral 60d at Северсталь"],
        prints: "granted Северсталь deferral 45d, in answer to a demand")
    ]
  ) { call, session throws(ShellError) in
    guard let client = call.node(.at) ?? call.node(.to), let kind = call.kind else {
      throw call.missing("'at CLIENT'")
    }
    var fact = FactDraft("Concession", call)
    if let text = call.text { fact.set("note", .string(text)) }
    for (key, value) in call.interval { fact.set(key, value) }
    if call.interval.isEmpty { fact.set("from", session.todayValue) }
    try fact.setTerm(call)
    fact.set("kind", .string(kind))
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    let demand = try openDemand(kind, client, call.node(.for), session)
    fact.link("ANSWERS", demand, as: "demand")
    let what = ([kind] + [call.optionalName].compactMap { $0 }).joined(separator: " ")
    let answers = demand == nil ? "" : ", in answer to a demand"
    let concession = try session.record(fact, "granted \(client.name) \(what)\(answers)")
    guard let demand, let concession else { return }
    _ = try session.run(
      DomainStatement(
        """
        MATCH (d:Demand), (c:Concession) WHERE id(d) = $demand AND id(c) = $concession
        SET d.status = CASE WHEN c.value < d.value AND c.unit = d.unit THEN 'partly' ELSE 'granted' END
        """, ["demand": demand.idValue, "concession": concession.idValue]))
  }

  private static func openDemand(
    _ kind: String, _ client: NodeReference, _ product: NodeReference?, _ session: Session
  ) throws(ShellError) -> NodeReference? {
    let rows = try session.rows(
      """
      MATCH (d:Demand {kind: $kind, status: 'open'})-[:AT]->(c:Company) WHERE id(c) = $client
      OPTIONAL MATCH (d)-[:FOR]->(x)
      WITH d, x WHERE x IS NULL OR $product IS NULL OR id(x) = $product
      RETURN d ORDER BY d.date DESC, id(d) DESC LIMIT 1
      """,
      [
        "kind": .string(kind), "client": client.idValue, "product": product?.idValue ?? .null,
      ])
    guard case .node(let node)? = rows.first?.first else { return nil }
    return NodeReference(label: "Demand", name: kind, node: node, isUnique: false)
  }
}
