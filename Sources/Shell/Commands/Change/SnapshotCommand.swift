import PropertyGraph

extension Command {
  /// `snapshot [NAME]`.
  static let snapshot = Command(
    "snapshot", "name the present state, to compare with it or go back to it", in: .change,
    forms: [Form(subject: Slot(.newName, optional: true))],
    details: "The name lasts as long as the session. Without a name the snapshots are listed.",
    examples: [
      Example("snapshot before", "name the state", prints: "snapshot 'before' taken")
    ]
  ) { call, session throws(ShellError) in
    guard let name = call.optionalName else {
      let rows = session.snapshots.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      return session.show(
        Answer(
          columns: ["snapshot", "changesSince"],
          rows: rows.map { name, sequence in
            let changes = session.graph.netChanges(from: sequence, to: session.graph.sequence).count
            return [.string(name), .integer(Int64(changes))]
          }))
    }
    session.snapshots[name] = session.graph.sequence
    session.note("snapshot '\(name)' taken")
  }

  /// `diff NAME [to NAME]`.
  static let diff = Command(
    "diff", "show what changed since a snapshot", in: .change,
    forms: [
      Form(subject: Slot(.text, "NAME", of: .snapshots), [Preposition(.to, .text, "NAME", of: .snapshots)])
    ],
    examples: [
      Example(
        "diff before", "what came since", after: ["snapshot before", "add client Acme"],
        prints: """
           change  │ entity                           │ property │ before │ after
          ─────────┼──────────────────────────────────┼──────────┼────────┼───────
           created │ (:Company:Client {name: 'Acme'}) │          │        │
          (1 row)
          """)
    ]
  ) { call, session throws(ShellError) in
    let from = try session.snapshot(call.name(), call)
    let to = try call.text(.to).map { name throws(ShellError) in try session.snapshot(name, call) }
    let changes = session.graph.netChanges(from: from, to: to ?? session.graph.sequence)
    session.show(
      Answer(
        columns: ["change", "entity", "property", "before", "after"],
        rows: changes.flatMap { $0.rows(session.valueText) }))
  }

  /// `restore NAME`.
  static let restore = Command(
    "restore", "go back to a snapshot", in: .change, .steps,
    forms: [Form(subject: Slot(.text, "NAME", of: .snapshots))],
    details: "What came since is taken back as one change, which 'undo' takes back in turn.",
    examples: [
      Example(
        "restore before", "go back", after: ["snapshot before", "add client Acme"],
        prints: "restored 'before': 1 node deleted")
    ]
  ) { call, session throws(ShellError) in
    let name = try call.name()
    let graph = session.graph
    let before = graph.sequence
    graph.revert(to: try session.snapshot(name, call), statement: call.source)
    session.say("restored '\(name)': \(NetChange.words(graph.netChanges(from: before, to: graph.sequence)))")
  }
}

extension Session {
  /// The state of a name.
  fileprivate func snapshot(_ name: String, _ call: Invocation) throws(ShellError) -> Int {
    guard let sequence = snapshots[name] else {
      let near = NearNames.of(name, among: snapshots.keys.sorted())
      throw ShellError(
        .unknownName(noun: "snapshot", name, near: near, add: "snapshot"), at: call.subject?.span)
    }
    return sequence
  }
}

extension NetChange {
  /// The change as rows of `diff`: one for an entity that came or went, one for each label or property else.
  fileprivate func rows(_ values: ValueText) -> [[Value]] {
    func row(_ entity: String, _ rest: [Value] = [.null, .null, .null]) -> [Value] {
      [.string(kind), .string(entity)] + rest
    }
    func changes(_ entity: String, _ properties: [PropertyChange]) -> [[Value]] {
      properties.map { row(entity, [.string(values.graph.name(of: $0.key)), $0.before, $0.after]) }
    }
    switch self {
    case .nodeCreated(_, let labels, let properties), .nodeDeleted(_, let labels, let properties):
      return [row(values.node(labels, properties))]
    case .nodeChanged(let node, let added, let removed, let properties):
      let entity = values.shortNode(node)
      return added.map { row(entity, [.string(":" + values.graph.name(of: $0)), .null, .boolean(true)]) }
        + removed.map { row(entity, [.string(":" + values.graph.name(of: $0)), .boolean(true), .null]) }
        + changes(entity, properties)
    case .relationshipCreated(_, let type, let from, let to, let properties),
      .relationshipDeleted(_, let type, let from, let to, let properties):
      let middle = values.relationship(type, properties)
      return [row("\(values.shortNode(from))-\(middle)->\(values.shortNode(to))")]
    case .relationshipChanged(let relationship, let properties):
      return changes(values.relationship(relationship), properties)
    }
  }
}
