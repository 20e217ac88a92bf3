import CypherSyntax
import KeyAccounts
import PropertyGraph

/// `what-if`: statements that are tried out and leave no trace.
extension Session {
  /// Does something in a transaction, compares the figures of the portfolio before and after, and takes all of it back.
  ///
  /// - Throws: what the body throws; nothing of it is left then either.
  func tryOut(_ statement: String, _ body: () throws(ShellError) -> Void) throws(ShellError) -> OutlookChange
  {
    guard trial == nil else { throw .other("'what-if' stands inside of 'what-if'") }
    let after = try outlookAfter(statement, body)
    return OutlookChange(from: try outlook(), to: after)
  }

  /// The figures as they are, kept for the next trial as long as nothing changes.
  private func outlook() throws(ShellError) -> Outlook {
    let state = GraphState(graph, day: today)
    if !graph.isInTransaction, let kept = keptOutlook, kept.state == state { return kept.outlook }
    let outlook = try Outlook(of: self)
    keptOutlook = graph.isInTransaction ? nil : (state, outlook)
    return outlook
  }

  /// The figures after something, which is taken back; it comes first, so that what is wrong with it shows at once.
  private func outlookAfter(
    _ statement: String, _ body: () throws(ShellError) -> Void
  ) throws(ShellError) -> Outlook {
    let (variablesBefore, stylesBefore) = (variables, columnStyles)
    let (lastBefore, changesBefore) = (lastAnswer, changes)
    trial = Trial(knownLosses: Set(try confirmedLosses()))
    let graph = graph
    let isOutermost = !graph.isInTransaction
    if isOutermost { graph.begin(statement: statement) }
    let mark = graph.savepoint()
    defer {
      if isOutermost { graph.rollback() } else { graph.rollback(to: mark) }
      trial = nil
      (variables, columnStyles) = (variablesBefore, stylesBefore)
      (lastAnswer, changes) = (lastBefore, changesBefore)
    }
    try body()
    return try Outlook(of: self)
  }

  /// Takes the business away with every loss that was recorded since the trial began.
  func playThroughLosses() throws(ShellError) {
    guard let known = trial?.knownLosses else { return }
    for loss in try confirmedLosses() where !known.contains(loss) {
      trial?.knownLosses.insert(loss)
      for statement in Recording.playThrough(loss: loss) {
        _ = try rows(statement.text, statement.parameters)
      }
    }
  }

  private func confirmedLosses() throws(ShellError) -> [NodeID] {
    try rows(Recording.confirmedLosses).compactMap { row in
      if case .node(let node)? = row.first { node } else { nil }
    }
  }
}

/// What tells whether a graph is still what it was, outside of transactions.
struct GraphState: Equatable {
  private let sequence: Int
  private let nodes: Int
  private let relationships: Int
  private let day: CalendarDate

  /// The state of a graph; figures of the last months depend on the day as well.
  init(_ graph: Graph, day: CalendarDate) {
    sequence = graph.sequence
    nodes = graph.nodeCount
    relationships = graph.relationshipCount
    self.day = day
  }
}
