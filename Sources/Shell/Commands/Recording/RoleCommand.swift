import KeyAccounts
import PropertyGraph

extension Command {
  /// `role KIND PERSON at CLIENT [for PRODUCT]`, `role end PERSON at CLIENT`.
  static let role = Command(
    "role", "record which part a person plays in a purchase", in: .record, .writes,
    forms: roles.map { Form($0, subject: Slot(.thing(.person)), rolePlaces, keys: roleKeys) } + [
      Form(
        "end", summary: "end the parts that a person plays", subject: Slot(.thing(.person)),
        [
          Preposition(.at, .thing(.company), "CLIENT", required: true), Preposition(.for, .thing(.product)),
          Preposition(.on, .date),
        ])
    ],
    details: """
      Without 'for' the part is played for every product. Recorded again for the same person, client and product,
      it changes. influence goes from 0 to 10, support from -2 (against us) to 2 (for us).
      """,
    examples: [
      Example(
        "role decider Ivan Petrov at Северсталь for bearings influence=9 support=1",
        "who decides on a product",
        after: ["add client Северсталь", "add product bearings", "add person Ivan Petrov at Северсталь"],
        prints: "Ivan Petrov is decider at Северсталь for bearings"),
      Example(
        "role end Ivan Petrov at Северсталь", "the part is over",
        after: [
          "add client Северсталь", "add person Ivan Petrov at Северсталь",
          "role user Ivan Petrov at Северсталь",
        ], prints: "ended 1 part of Ivan Petrov at Северсталь"),
    ]
  ) { call, session throws(ShellError) in
    let person = try call.node()
    guard let client = call.node(.at), let kind = call.kind else { throw call.missing("'at CLIENT'") }
    if kind == "end" { return try endRoles(of: person, at: client, call, session) }
    let product = call.node(.for)
    let place = "at \(client.name)" + (product.map { " for \($0.name)" } ?? "")
    if let open = try openRole(kind, of: person, at: client, for: product, session) {
      _ = try session.run(Recording.edit(open, properties: call.properties + call.interval))
      return session.note("\(person.name) is still \(kind) \(place)")
    }
    var fact = FactDraft("DecisionRole", call)
    for (key, value) in call.interval { fact.set(key, value) }
    fact.set("role", .string(kind))
    fact.link("AT", client, as: "client")
    fact.link("FOR", product, as: "product")
    fact.link("PLAYS", person, as: "person", reversed: true)
    try session.record(fact, "\(person.name) is \(kind) \(place)")
  }

  private static let roles = [
    "decider", "buyer", "influencer", "user", "gatekeeper", "approver", "initiator",
  ]

  private static let rolePlaces = [
    Preposition(.at, .thing(.company), "CLIENT", required: true), Preposition(.for, .thing(.product)),
    Preposition(.since, .date), Preposition(.from, .date), Preposition(.until, .date),
  ]

  private static let roleKeys = KeyDefinition.of("DecisionRole", except: ["role", "from", "to"])

  private static let openRoles = """
    MATCH (p:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c:Company)
    WHERE id(p) = $person AND id(c) = $client AND (r.to IS NULL OR r.to > $today)
    OPTIONAL MATCH (r)-[:FOR]->(x:Product)
    """

  private static func openRole(
    _ kind: String, of person: NodeReference, at client: NodeReference, for product: NodeReference?,
    _ session: Session
  ) throws(ShellError) -> NodeReference? {
    let rows = try session.rows(
      openRoles
        + "\nWITH r, x WHERE r.role = $role AND coalesce(id(x), -1) = $product RETURN r ORDER BY id(r)",
      [
        "person": person.idValue, "client": client.idValue, "today": session.todayValue,
        "role": .string(kind), "product": product?.idValue ?? .integer(-1),
      ])
    guard case .node(let node)? = rows.first?.first else { return nil }
    return NodeReference(label: "DecisionRole", name: kind, node: node, isUnique: false)
  }

  private static func endRoles(
    of person: NodeReference, at client: NodeReference, _ call: Invocation, _ session: Session
  ) throws(ShellError) {
    let product = call.node(.for)
    let answer = try session.run(
      DomainStatement(
        openRoles + """

          WITH r, x WHERE $product IS NULL OR id(x) = $product
          SET r.to = $on
          RETURN count(DISTINCT r) AS ended
          """,
        [
          "person": person.idValue, "client": client.idValue, "today": session.todayValue,
          "product": product?.idValue ?? .null, "on": call.value(.on) ?? session.todayValue,
        ]))
    guard case .integer(let count)? = answer.rows.first?.first, count > 0 else {
      throw ShellError.other(
        "\(person.name) plays no part at \(client.name)", hint: "'who decides' lists the parts", at: call.span
      )
    }
    session.note("ended \(count) part\(count == 1 ? "" : "s") of \(person.name) at \(client.name)")
  }
}
