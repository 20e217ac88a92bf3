import PropertyGraph

/// Net changes as text, so that those of the log can be compared with those found by comparing two snapshots.
enum NaiveDiff {
  /// What differs between two snapshots, in the order in which the graph tells it.
  static func lines(from a: NaiveGraph, to b: NaiveGraph) -> [String] {
    var lines: [String] = []
    for id in Set(a.nodes.keys).union(b.nodes.keys).sorted() {
      switch (a.nodes[id], b.nodes[id]) {
      case (nil, let after?): lines.append("+n\(id.rawValue) \(text(after.labels)) \(text(after.properties))")
      case (let before?, nil):
        lines.append("-n\(id.rawValue) \(text(before.labels)) \(text(before.properties))")
      case (let before?, let after?):
        let (added, removed) = (
          after.labels.subtracting(before.labels), before.labels.subtracting(after.labels)
        )
        let changed = changes(before.properties, after.properties)
        if !added.isEmpty || !removed.isEmpty || !changed.isEmpty {
          lines.append("~n\(id.rawValue) \(text(added)) \(text(removed)) \(changed)")
        }
      case (nil, nil): break
      }
    }
    for id in Set(a.relationships.keys).union(b.relationships.keys).sorted() {
      switch (a.relationships[id], b.relationships[id]) {
      case (nil, let after?): lines.append("+r\(id.rawValue) \(ends(after)) \(text(after.properties))")
      case (let before?, nil): lines.append("-r\(id.rawValue) \(ends(before)) \(text(before.properties))")
      case (let before?, let after?):
        let changed = changes(before.properties, after.properties)
        if !changed.isEmpty { lines.append("~r\(id.rawValue) \(changed)") }
      case (nil, nil): break
      }
    }
    return lines
  }

  /// The same text from the graph's own account.
  static func lines(_ changes: [NetChange]) -> [String] {
    changes.map { change in
      switch change {
      case .nodeCreated(let id, let labels, let properties):
        "+n\(id.rawValue) \(text(Set(labels))) \(text(dictionary(properties)))"
      case .nodeDeleted(let id, let labels, let properties):
        "-n\(id.rawValue) \(text(Set(labels))) \(text(dictionary(properties)))"
      case .nodeChanged(let id, let added, let removed, let properties):
        "~n\(id.rawValue) \(text(Set(added))) \(text(Set(removed))) \(text(properties))"
      case .relationshipCreated(let id, let type, let from, let to, let properties):
        "+r\(id.rawValue) \(ends(type, from, to)) \(text(dictionary(properties)))"
      case .relationshipDeleted(let id, let type, let from, let to, let properties):
        "-r\(id.rawValue) \(ends(type, from, to)) \(text(dictionary(properties)))"
      case .relationshipChanged(let id, let properties): "~r\(id.rawValue) \(text(properties))"
      }
    }
  }

  private static func changes(_ a: [KeyID: Value], _ b: [KeyID: Value]) -> String {
    let keys = Set(a.keys).union(b.keys).sorted()
    return text(
      keys.map { (key: $0, before: a[$0] ?? .null, after: b[$0] ?? .null) }
        .filter { exact($0.before) != exact($0.after) })
  }

  private static func text(_ changes: [PropertyChange]) -> String {
    changes.map { "\($0.key.rawValue): \(exact($0.before)) > \(exact($0.after))" }.joined(separator: ", ")
  }

  private static func text(_ labels: Set<LabelID>) -> String { "\(labels.map(\.rawValue).sorted())" }

  private static func text(_ properties: [KeyID: Value]) -> String {
    properties.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\(exact($0.value))" }
      .joined(separator: ", ")
  }

  private static func dictionary(_ properties: [Property]) -> [KeyID: Value] {
    Dictionary(uniqueKeysWithValues: properties.map { ($0.key, $0.value) })
  }

  private static func ends(_ link: NaiveGraph.Relationship) -> String {
    ends(link.type, link.start, link.end)
  }

  private static func ends(_ type: TypeID, _ from: NodeID, _ to: NodeID) -> String {
    "\(type.rawValue) \(from.rawValue)>\(to.rawValue)"
  }
}
