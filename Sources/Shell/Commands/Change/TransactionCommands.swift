import PropertyGraph

extension Command {
  /// `begin`.
  static let begin = Command(
    "begin", "begin a transaction of several statements", in: .change,
    details:
      "'commit' keeps what they changed, 'rollback' takes all of it back. A statement that fails takes back only itself.",
    examples: [
      Example(
        "rollback", "changes that are taken back", after: ["begin", "add client Acme"], prints: "rolled back")
    ]
  ) { call, session throws(ShellError) in
    guard !session.graph.isInTransaction else {
      throw .other("a transaction is open already", hint: "'commit' or 'rollback' ends it", at: call.span)
    }
    session.graph.begin(statement: "begin … commit")
    session.transactionStart = session.graph.savepoint()
    session.note("transaction begun")
  }

  /// `commit`.
  static let commit = Command(
    "commit", "keep what the transaction changed", in: .change,
    examples: [
      Example(
        "commit", "changes that are kept", after: ["begin", "add client Acme"],
        prints: "committed: 1 node created, 2 labels new, 1 property set")
    ]
  ) { call, session throws(ShellError) in
    let graph = try session.openTransaction(call)
    let changes = session.transactionStart.map(graph.sideEffects) ?? SideEffects()
    graph.commit()
    session.note("committed: \(changes.words)")
  }

  /// `rollback`.
  static let rollback = Command(
    "rollback", "take back what the transaction changed", in: .change,
    examples: [
      Example(
        "rollback", "changes that are taken back", after: ["begin", "add client Acme"], prints: "rolled back")
    ]
  ) { call, session throws(ShellError) in
    try session.openTransaction(call).rollback()
    session.note("rolled back")
  }
}

extension Session {
  /// The graph, whose transaction is open.
  fileprivate func openTransaction(_ call: Invocation) throws(ShellError) -> Graph {
    guard graph.isInTransaction else {
      throw .other("no transaction is open", hint: "'begin' opens one", at: call.span)
    }
    return graph
  }
}
