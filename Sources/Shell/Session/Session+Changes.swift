import KeyAccounts
import PropertyGraph

/// The log of changes, seen from one thing.
extension Session {
  /// What changed of a node and of its relationships, oldest first, with the time and the statement.
  func changes(of node: NodeReference) -> Answer {
    var answer = Answer(title: "\(node.name): changes")
    answer.columns = ["time", "statement", "change", "property", "before", "after"]
    var bonds: Set<RelationshipID> = []
    for transaction in graph.transactions {
      for change in transaction.changes {
        guard let row = row(of: change, node.node, &bonds) else { continue }
        var time = transaction.time
        // Nobody reads a book by fractions of a second.
        time.nanosecond = 0
        answer.rows.append([.dateTime(time), .string(Self.words(transaction))] + row)
      }
    }
    return answer
  }

  /// A transaction by its statement, in one line.
  private static func words(_ transaction: Transaction) -> String {
    let lines = transaction.statement.split(whereSeparator: \.isNewline)
    let text = (lines.first.map(String.init) ?? "") + (lines.count > 1 ? " …" : "")
    return switch transaction.origin {
    case .statement: text
    case .undo: "undo of: \(text)"
    case .redo: "redo of: \(text)"
    }
  }

  /// A change as a row, where it is one of the node or of a relationship that hangs on it; these are remembered.
  private func row(of change: Change, _ node: NodeID, _ bonds: inout Set<RelationshipID>) -> [Value]? {
    func row(_ what: String, _ key: KeyID? = nil, _ before: Value = .null, _ after: Value = .null) -> [Value]
    {
      [.string(what), key.map { .string(graph.name(of: $0)) } ?? .null, before, after]
    }
    func bond(_ type: TypeID, _ from: NodeID, _ to: NodeID, _ what: String) -> [Value] {
      let other = valueText.shortNode(from == node ? to : from)
      let name = graph.name(of: type)
      return row("\(from == node ? "-[:\(name)]->" : "<-[:\(name)]-")\(other) \(what)")
    }
    switch change {
    case .nodeCreated(node, _, _): return row("created")
    case .nodeDeleted(node, _, _): return row("deleted")
    case .nodePropertySet(node, let key, let before, let after): return row("changed", key, before, after)
    case .labelAdded(node, let label): return row(":\(graph.name(of: label)) added")
    case .labelRemoved(node, let label): return row(":\(graph.name(of: label)) removed")
    case .relationshipCreated(let bondID, let type, let from, let to, _) where from == node || to == node:
      bonds.insert(bondID)
      return bond(type, from, to, "created")
    case .relationshipDeleted(_, let type, let from, let to, _) where from == node || to == node:
      return bond(type, from, to, "deleted")
    case .relationshipPropertySet(let bondID, let key, let before, let after):
      let isThere = graph.contains(bondID)
      guard
        bonds.contains(bondID) || isThere && [graph.start(of: bondID), graph.end(of: bondID)].contains(node)
      else { return nil }
      return row(
        isThere ? "[:\(graph.name(of: graph.type(of: bondID)))] changed" : "bond changed", key, before, after)
    default: return nil
    }
  }
}
