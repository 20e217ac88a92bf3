import KeyAccounts
import PropertyGraph

/// The plan for an account and its objectives.
extension Command {
  /// `plan CLIENT [from DATE] [until DATE] [strengths=…] …`.
  static let plan = Command(
    "plan", "record the plan for an account", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)),
        [Preposition(.from, .date), Preposition(.since, .date), Preposition(.until, .date)],
        keys: KeyDefinition.of("Plan", except: ["from", "to"]), text: .optional("NOTE"))
    ],
    examples: [
      Example(
        "plan Северсталь until 2027-12-31 strengths=\"short delivery times\" threats=\"Timken\"", "a plan",
        after: ["add client Северсталь"], prints: "plan for Северсталь")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    var fact = FactDraft("Plan", call)
    if let text = call.text { fact.set("note", .string(text)) }
    fact.set("to", call.value(.until))
    fact.set("from", call.date(.from) ?? call.date(.since) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    try session.record(fact, "plan for \(client.name)")
  }

  /// `objective CLIENT metric=… target=… [due DATE]`.
  static let objective = Command(
    "objective", "record an aim of the plan for an account", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)), [Preposition(.due, .dueDate)],
        keys: [KeyDefinition("metric", .text, "what is measured", required: true)]
          + KeyDefinition.of("Objective", except: ["due", "metric"]))
    ],
    details: "It belongs to the latest plan of the client. Recorded again with the same metric, it changes.",
    examples: [
      Example(
        "objective Северсталь metric=\"share of wallet\" target=0.6 due 2027-06-30", "an aim",
        after: ["add client Северсталь", "plan Северсталь"],
        prints: "objective for Северсталь: share of wallet")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    let rows = try session.rows(
      """
      MATCH (p:Plan)-[:AT]->(c:Company) WHERE id(c) = $client
      WITH p ORDER BY p.from DESC, id(p) DESC LIMIT 1
      OPTIONAL MATCH (o:Objective {metric: $metric})-[:OF]->(p)
      RETURN p, o
      """, ["client": client.idValue, "metric": call.value("metric") ?? .null])
    guard let row = rows.first, case .node(let plan) = row[0] else {
      throw ShellError.other(
        "\(client.name) has no plan", hint: "'plan \(client.name)' records one", at: call.subject?.span)
    }
    var fact = FactDraft("Objective", call)
    fact.set("due", call.value(.due))
    var metric = ""
    if case .string(let text)? = call.value("metric") { metric = text }
    if case .node(let known) = row[1] {
      let objective = NodeReference(label: "Objective", name: metric, node: known, isUnique: false)
      var changes = call.properties
      if let due = call.value(.due) { changes.append(("due", due)) }
      _ = try session.run(Recording.edit(objective, properties: changes))
      return session.note("objective for \(client.name) changed: \(metric)")
    }
    fact.link("AT", client, as: "client")
    fact.link("OF", NodeReference(label: "Plan", name: "", node: plan, isUnique: false), as: "plan")
    try session.record(fact, "objective for \(client.name): \(metric)")
  }
}
