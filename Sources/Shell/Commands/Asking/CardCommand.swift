import KeyAccounts
import PropertyGraph

extension Command {
  /// `card NAME`: what is known of one thing.
  static let card = Command(
    "card",
    guesses: ["view": "card NAME", "info": "card NAME", "details": "card NAME", "about": "card NAME"],
    "show what is known of a company, a person or another thing", in: .ask,
    forms: [Form(subject: Slot(.thing(.anything)))]
      + [ThingKind.client, .competitor, .company, .person, .product, .segment, .area].map {
        Form($0.rawValue, subject: Slot(.thing($0)))
      },
    examples: [
      Example(
        "card Северсталь", "a company", after: ["add client Северсталь region=Вологда tier=A"],
        prints: """
           property │ value
          ──────────┼────────────
           name     │ Северсталь
           kind     │ Client
           region   │ Вологда
           tier     │ A
          (4 rows)
          """)
    ]
  ) { call, session throws(ShellError) in
    let node = try call.node()
    session.show(try session.card(of: node))
    let questions =
      node.label == "Person"
      ? Question.personCard : ThingKind.isCompany(node.label) ? Question.companyCard : []
    for question in questions {
      let answer = try session.answer(question, ["id": node.idValue])
      if !answer.rows.isEmpty { session.show(answer) }
    }
  }
}

extension ThingKind {
  /// Whether a label is one of those that companies bear.
  static func isCompany(_ label: String) -> Bool {
    label == "Company" || KeyAccountModel.companyKinds.contains(label)
  }
}

extension Session {
  /// The labels and properties of a node, those of the model first and in its order.
  fileprivate func card(of node: NodeReference) throws(ShellError) -> Answer {
    let answer = try answer(
      "MATCH (n) WHERE id(n) = $id RETURN labels(n) AS labels, properties(n) AS properties",
      ["id": node.idValue])
    guard let row = answer.rows.first, case .list(let values) = row[0], case .map(let properties) = row[1]
    else { return answer }
    var labels: [String] = []
    for case .string(let label) in values { labels.append(label) }
    let base = labels.first { KeyAccountModel.entity($0) != nil }
    let order = base.flatMap { KeyAccountModel.entity($0) }?.properties.map(\.name) ?? []
    let keys =
      order.filter { properties[$0] != nil } + properties.keys.filter { !order.contains($0) }.sorted()
    var rows = keys.map { [Value.string($0), properties[$0] ?? .null] }
    let kinds = labels.filter { $0 != "Company" }.sorted()
    rows.insert(
      [.string("kind"), .string((kinds.isEmpty ? labels.sorted() : kinds).joined(separator: ", "))],
      at: min(1, rows.count))
    return Answer(columns: ["property", "value"], rows: rows)
  }
}
