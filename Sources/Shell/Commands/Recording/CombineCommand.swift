import KeyAccounts
import PropertyGraph

extension Command {
  /// `combine NAME with NAME`: two records of one person or company become one.
  static let combine = Command(
    "combine", "make one of two records of one person, company, product, segment or area", in: .record,
    .writes,
    forms: ["person", "company", "product", "segment", "area"].compactMap { kind in
      ThingKind(rawValue: kind).map {
        Form(kind, subject: Slot(.thing($0)), [Preposition(.with, .thing($0), required: true)])
      }
    },
    details: """
      The first stays and takes over every relationship of the second, its labels, and what it did not know itself.
      'undo' takes it back.
      """,
    examples: [
      Example(
        "combine person Ivan Petrov with I. Petrov", "one record of two",
        after: ["add person Ivan Petrov", "add person I. Petrov phone=123"],
        prints: "combined I. Petrov into Ivan Petrov")
    ]
  ) { call, session throws(ShellError) in
    let kept = try call.node()
    guard let gone = call.node(.with) else { throw call.missing("'with NAME'") }
    try call.refuseSelf(kept, gone, .with)
    for statement in try session.combining(kept, gone) { _ = try session.run(statement) }
    session.note("combined \(gone.name) into \(kept.name)")
  }
}

extension Session {
  /// The statements that move everything from one node to another: one for each type and direction that is there.
  fileprivate func combining(
    _ kept: NodeReference, _ gone: NodeReference
  ) throws(ShellError) -> [DomainStatement] {
    let types = try rows(
      "MATCH (n)-[r]-() WHERE id(n) = $id RETURN DISTINCT type(r) ORDER BY type(r)", ["id": gone.idValue])
    var names: [String] = []
    for row in types {
      if case .string(let name) = row[0] { names.append(name) }
    }
    let labels = try rows("MATCH (n) WHERE id(n) = $id RETURN labels(n)", ["id": gone.idValue])
    var extra: [String] = []
    if case .list(let values)? = labels.first?.first {
      for case .string(let label) in values { extra.append(label) }
    }
    return Recording.combine(kept, gone, types: names, labels: extra.sorted())
  }
}
