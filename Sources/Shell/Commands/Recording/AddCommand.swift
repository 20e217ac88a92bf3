import KeyAccounts
import PropertyGraph

extension Command {
  /// `add KIND NAME`: the only verb that makes things; nothing is made by a typo.
  static let add = Command(
    "add", guesses: ["new": "add client NAME", "insert": "add client NAME", "register": "add client NAME"],
    "make a client, another company, a person, a product, a segment or an area", in: .record, .writes,
    forms: companyForms + [
      Form(
        "person", subject: Slot(.newName),
        [
          Preposition(.at, .thing(.company)), Preposition(.as, .text, "TITLE"),
          Preposition(.from, .date),
        ],
        keys: KeyDefinition.of("Person", except: ["name"])
          + KeyDefinition.of(relationship: "WORKS_AT", except: ["from", "to", "source"])),
      Form("product", subject: Slot(.newName), keys: KeyDefinition.of("Product", except: ["name"])),
      Form("segment", subject: Slot(.newName), keys: KeyDefinition.of("Segment", except: ["name"])),
      Form("area", subject: Slot(.newName), keys: KeyDefinition.of("Area", except: ["name"])),
    ],
    details: """
      A company that is there already gains the kind: a competitor can become a client too. Two people may have
      one name only at different companies.
      """,
    examples: [
      Example(
        "add client Северсталь industry=steel region=Вологда", "a client", prints: "added client Северсталь"),
      Example(
        "add person Ivan Petrov at Северсталь as \"Head of Procurement\" phone=\"+7 900 000-00-00\"",
        "a person with a job", after: ["add client Северсталь"],
        prints: "added person Ivan Petrov at Северсталь"),
      Example(
        "add product bearings sku=B-100 listPrice=100 unitCost=60", "a product",
        prints: "added product bearings"),
    ]
  ) { call, session throws(ShellError) in
    guard let kind = ThingKind(rawValue: call.kind ?? ""), let label = kind.label else {
      throw call.missing("a kind")
    }
    switch kind {
    case .person: try addPerson(call, session)
    case .product, .segment, .area:
      let name = try call.name()
      try refuseSecond(name, label, kind, call, session)
      _ = try session.run(
        Recording.addThing(label: label, properties: [("name", .string(name))] + call.given, links: []))
      session.note("added \(kind.noun) \(name)")
    default: try addCompany(kind, label, call, session)
    }
  }

  private static let companyForms = ["client", "company", "competitor", "prospect", "partner", "own"].map {
    Form(
      $0, aliases: $0 == "client" ? ["customer"] : [], subject: Slot(.newName),
      keys: KeyDefinition.of("Company", except: ["name"]))
  }

  private static func addCompany(
    _ kind: ThingKind, _ label: String, _ call: Invocation, _ session: Session
  ) throws(ShellError) {
    let name = try call.name()
    try refuseSecond(name, label, kind, call, session)
    let isThere = try !session.rows("MATCH (c:Company {name: $name}) RETURN c", ["name": .string(name)])
      .isEmpty
    let company = Recording.addCompany(
      name: name, kind: kind == .company ? nil : label, properties: call.properties)
    _ = try session.run(company)
    session.note(isThere ? "\(name) is a \(kind.noun) too now" : "added \(kind.noun) \(name)")
  }

  private static func addPerson(_ call: Invocation, _ session: Session) throws(ShellError) {
    let name = try call.name()
    let company = call.node(.at)
    let same = try session.rows(
      """
      MATCH (p:Person {name: $name}) OPTIONAL MATCH (p)-[w:WORKS_AT]->(c:Company)
      WHERE w.to IS NULL OR w.to > $today
      RETURN c
      """, ["name": .string(name), "today": session.todayValue])
    for row in same {
      if case .node(let node) = row[0], node != company?.node, company != nil { continue }
      throw ShellError.other(
        "a person '\(name)' is there already",
        hint: "'edit' changes what is known; a namesake is added with 'at' another company",
        at: call.subject?.span)
    }
    let jobKeys = Set(["department", "title"])
    var job = call.given.filter { jobKeys.contains($0.key) }
    if let title = call.value(.as) { job = job.filter { $0.key != "title" } + [("title", title)] }
    if let from = call.value(.from) { job.append(("from", from)) }
    if company == nil, !job.isEmpty { throw call.missing("'at COMPANY'") }
    let links = company.map { [Recording.Link("WORKS_AT", $0, as: "company", properties: job)] } ?? []
    let properties = [("name", Value.string(name))] + call.given.filter { !jobKeys.contains($0.key) }
    _ = try session.run(Recording.addThing(label: "Person", properties: properties, links: links))
    session.note("added person \(name)" + (company.map { " at \($0.name)" } ?? ""))
  }

  private static func refuseSecond(
    _ name: String, _ label: String, _ kind: ThingKind, _ call: Invocation, _ session: Session
  ) throws(ShellError) {
    guard try !session.rows("MATCH (n:\(label) {name: $name}) RETURN n", ["name": .string(name)]).isEmpty
    else { return }
    throw ShellError.other(
      "a \(kind.noun) '\(name)' is there already",
      hint: "'edit \(kind.rawValue) \(name) KEY=VALUE' changes it",
      at: call.subject?.span)
  }
}
