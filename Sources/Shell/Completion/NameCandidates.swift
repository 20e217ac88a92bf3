import PropertyGraph

/// The names that nodes bear and that a text may be about to name.
struct NameCandidates {
  /// A name and what bears it.
  struct Named: Equatable {
    let name: String
    let summary: String
  }

  /// The most names that are given.
  static let limit = 1000

  private let graph: Graph
  /// The property that names are.
  private let nameKey: String

  init(_ graph: Graph, key: String = "name") {
    self.graph = graph
    nameKey = key
  }

  /// The names at nodes of the labels that begin with a text whatever the case, sorted; where there are none, those
  /// with a word that begins so.
  ///
  /// - Complexity: one pass over the names of the labels; with an index on them over those of the same first letter.
  func names(beginning text: String, labels: [String]) -> [Named] {
    guard let key = graph.key(nameKey) else { return [] }
    let prefix = NamePrefix(text)
    let ids = labels.compactMap(graph.label)
    var nodes = ids.flatMap { begun(prefix, label: $0, key: key) }
    if nodes.isEmpty, !prefix.isEmpty {
      nodes = ids.flatMap { scan(label: $0, key: key) { prefix.beginsWord(of: $0) } }
    }
    return named(nodes, key)
  }

  /// The names of those who work for us on a day and whose name, or a word of it, begins with a text, sorted.
  ///
  /// - Complexity: linear in the number of those who ever worked for us.
  func colleagues(beginning text: String, on day: CalendarDate) -> [Named] {
    guard let key = graph.key(nameKey), let own = graph.label("Own"), let job = graph.type("WORKS_AT") else {
      return []
    }
    var companies: [UInt32] = []
    var cursor = NodeCursor(graph, label: own)
    while cursor.next(into: &companies, atMost: 4096) {}
    var (people, jobs): ([UInt32], [UInt32]) = ([], [])
    for company in companies {
      graph.appendNeighbours(of: company, job, .incoming, nodes: &people, relationships: &jobs)
    }
    let present = zip(people, jobs).filter { lasts(RelationshipID($0.1), on: day) }.map { NodeID($0.0) }
    let prefix = NamePrefix(text)
    func nodes(_ begins: (UnsafeBufferPointer<UInt8>) -> Bool) -> [NodeID] {
      present.filter { node in
        guard case .string(var name) = graph.value(key, of: node) else { return false }
        return name.withUTF8(begins)
      }
    }
    let begun = nodes(prefix.begins)
    return named(begun.isEmpty ? nodes(prefix.beginsWord) : begun, key)
  }

  /// Whether a job has not ended by a day.
  private func lasts(_ job: RelationshipID, on day: CalendarDate) -> Bool {
    guard let key = graph.key("to"), case .date(let end) = graph.value(key, of: job) else { return true }
    return end.daysSinceEpoch > day.daysSinceEpoch
  }

  private func named(_ nodes: [NodeID], _ key: KeyID) -> [Named] {
    var seen: Set<String> = []
    return nodes.compactMap { node in
      guard case .string(let name) = graph.value(key, of: node), seen.insert(name).inserted else {
        return nil
      }
      return Named(name: name, summary: summary(of: node, key: key))
    }
    .sorted { $0.name < $1.name }.prefix(Self.limit).map(\.self)
  }

  private func begun(_ prefix: NamePrefix, label: LabelID, key: KeyID) -> [NodeID] {
    guard let index = graph.index(label: label, key: key), let ranges = prefix.ranges else {
      return scan(label: label, key: key, where: prefix.begins)
    }
    return ranges.flatMap { range in
      index.nodes(
        from: .string(range.from), inclusive: true, to: .string(range.to), inclusive: false)
    }
    .filter { node in
      guard case .string(var name) = graph.value(key, of: NodeID(node)) else { return false }
      return name.withUTF8(prefix.begins)
    }
    .prefix(Self.limit).map { NodeID($0) }
  }

  /// The nodes of a label whose name passes, up to the limit.
  private func scan(
    label: LabelID, key: KeyID, where passes: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [NodeID] {
    var found: [NodeID] = []
    var cursor = NodeCursor(graph, label: label)
    var nodes: [UInt32] = []
    while found.count < Self.limit, cursor.next(into: &nodes, atMost: 4096) {
      switch graph.gather(key, ofNodes: nodes) {
      case .texts(let codes, let heap):
        for (node, code) in zip(nodes, codes) where code != TextHeap.none {
          if heap.withBytes(code, passes) { found.append(NodeID(node)) }
        }
      case let mixed:
        for (row, node) in nodes.enumerated() {
          if case .string(var name) = mixed.value(at: row), name.withUTF8(passes) {
            found.append(NodeID(node))
          }
        }
      }
      nodes.removeAll(keepingCapacity: true)
    }
    return Array(found.prefix(Self.limit))
  }

  /// What bears a name: the label that says most, and the employer of a person.
  private func summary(of node: NodeID, key: KeyID) -> String {
    let labels = graph.labels(of: node).map(graph.name)
    let label = ThingKind.allCases.first { kind in kind.label.map(labels.contains) == true }?.noun
    var nodes: [UInt32] = []
    var relationships: [UInt32] = []
    if labels.contains("Person"), let type = graph.type("WORKS_AT") {
      graph.appendNeighbours(
        of: node.rawValue, type, .outgoing, nodes: &nodes, relationships: &relationships)
    }
    guard let employer = nodes.last, case .string(let company) = graph.value(key, of: NodeID(employer)) else {
      return label ?? labels.first ?? ""
    }
    return "\(label ?? "person") at \(company)"
  }
}
