import PropertyGraph

extension NetChange {
  /// `1 node created, 2 relationships changed`.
  static func words(_ changes: [NetChange]) -> String {
    let kinds = ["created", "changed", "deleted"]
    let parts = ["node", "relationship"].flatMap { noun in
      kinds.compactMap { kind -> String? in
        let count = changes.count { $0.noun == noun && $0.kind == kind }
        return count > 0 ? "\(counted(count, noun)) \(kind)" : nil
      }
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }

  /// What became of the entity.
  var kind: String {
    switch self {
    case .nodeCreated, .relationshipCreated: "created"
    case .nodeDeleted, .relationshipDeleted: "deleted"
    case .nodeChanged, .relationshipChanged: "changed"
    }
  }

  private var noun: String {
    switch self {
    case .nodeCreated, .nodeDeleted, .nodeChanged: "node"
    case .relationshipCreated, .relationshipDeleted, .relationshipChanged: "relationship"
    }
  }
}
