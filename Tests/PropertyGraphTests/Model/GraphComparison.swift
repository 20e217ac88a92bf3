@testable import PropertyGraph
import Testing

/// Compares everything that a graph tells with what the naive one says.
struct GraphComparison {
  let graph: Graph
  let naive: NaiveGraph
  let labels: [LabelID]
  let types: [TypeID]
  let keys: [KeyID]

  /// Records what is not so; cheaper than `#expect` for the hundred thousands of questions asked here.
  func expect(_ isTrue: Bool, _ what: @autoclosure () -> String, line: Int = #line) {
    if !isTrue { Issue.record("line \(line): \(what())") }
  }

  func check() {
    graph.checkInvariants()
    checkEntities()
    checkColumns()
    checkCursors()
    checkAdjacency()
    checkStatistics()
    checkIndexes()
  }

  private func checkEntities() {
    expect(graph.nodeCount == naive.nodes.count, "number of nodes")
    expect(graph.relationshipCount == naive.relationships.count, "number of relationships")
    for id in (0..<graph.nodeLimit).map(NodeID.init) {
      let node = naive.nodes[id]
      expect(graph.contains(id) == (node != nil), "\(id) is there")
      expect(graph.labels(of: id) == (node?.labels.sorted() ?? []), "labels of \(id)")
      expect(same(graph.properties(of: id), node?.properties ?? [:]), "properties of \(id)")
      for label in labels {
        expect(graph.has(label, id) == (node?.labels.contains(label) ?? false), "\(id) has")
      }
    }
    for id in (0..<graph.relationshipLimit).map(RelationshipID.init) {
      let link = naive.relationships[id]
      expect(graph.contains(id) == (link != nil), "\(id) is there")
      expect(same(graph.properties(of: id), link?.properties ?? [:]), "properties of \(id)")
      guard let link, graph.contains(id) else { continue }
      expect(graph.type(of: id) == link.type, "type of \(id)")
      expect(graph.start(of: id) == link.start && graph.end(of: id) == link.end, "ends of \(id)")
    }
  }

  private func same(_ properties: [Property], _ expected: [KeyID: Value]) -> Bool {
    if properties.isEmpty && expected.isEmpty { return true }
    return properties.map(\.key) == expected.keys.sorted()
      && properties.allSatisfy { expected[$0.key]?.isIdentical(to: $0.value) ?? false }
  }

  private func checkColumns() {
    let nodes = naive.nodes.keys.map(\.rawValue).shuffled() + [graph.nodeLimit, .max]
    let links = naive.relationships.keys.map(\.rawValue).sorted() + [graph.relationshipLimit, .max]
    for key in keys {
      let column = graph.gather(key, ofNodes: nodes)
      expect(column.count == nodes.count, "rows gathered")
      for (row, id) in nodes.enumerated() {
        let expected = naive.nodes[NodeID(id)]?.properties[key] ?? .null
        expect(column.value(at: row).isIdentical(to: expected), "\(key) gathered of node \(id)")
        expect(graph.value(key, of: NodeID(id)).isIdentical(to: expected), "\(key) of node \(id)")
      }
      let other = graph.gather(key, ofRelationships: links)
      for (row, id) in links.enumerated() {
        let expected = naive.relationships[RelationshipID(id)]?.properties[key] ?? .null
        expect(other.value(at: row).isIdentical(to: expected), "\(key) gathered of relationship \(id)")
      }
      for label in labels.prefix(4) { checkSegments(label, key) }
    }
  }

  private func checkSegments(_ label: LabelID, _ key: KeyID) {
    var found: Set<UInt32> = []
    for segment in graph.columnSegments(label: label, key: key) {
      let values = segment.allValues(graph.texts)
      for (id, value) in zip(segment.nodes, values) where id < ColumnSegment.hole {
        expect(found.insert(id).inserted, "\(id) is in two rows")
        expect(value.isIdentical(to: naive.nodes[NodeID(id)]?.properties[key] ?? .null), "row of \(id)")
      }
    }
    expect(found.count == naive.nodes.values.count { $0.labels.contains(label) }, "rows of \(label)")
  }

  private func checkCursors() {
    for label in labels.map({ $0 as LabelID? }) + [nil] {
      var ids: [UInt32] = []
      var cursor = NodeCursor(graph, label: label)
      while cursor.next(into: &ids, atMost: 7) {}
      let expected = naive.nodes.filter { label.map($0.value.labels.contains) ?? true }.keys.map(\.rawValue)
      expect(ids.sorted() == expected.sorted(), "nodes of \(String(describing: label))")
      let byTable = Dictionary(grouping: ids) { graph.labels(of: NodeID($0)) }
      for table in byTable.values { expect(table == table.sorted(), "order within a table") }
    }
    for type in types.map({ $0 as TypeID? }) + [nil] {
      var ids: [UInt32] = []
      var cursor = RelationshipCursor(graph, type: type)
      while cursor.next(into: &ids, atMost: 5) {}
      let expected = naive.relationships.filter { type == nil || $0.value.type == type }.keys.map(\.rawValue)
      expect(ids == expected.sorted(), "relationships of \(String(describing: type))")
    }
  }

  private func checkStatistics() {
    for label in labels {
      let carriers = Set(naive.nodes.filter { $0.value.labels.contains(label) }.keys)
      expect(graph.count(label: label) == carriers.count, "count of \(label)")
      for type in types {
        let links = naive.relationships.values.filter { $0.type == type }
        let out = links.count { carriers.contains($0.start) }
        let into = links.count { carriers.contains($0.end) }
        expect(graph.count(label: label, type: type, .outgoing) == out, "\(type) from \(label)")
        expect(graph.count(label: label, type: type, .incoming) == into, "\(type) to \(label)")
        expect(graph.count(label: label, type: type, .both) == out + into, "\(type) at \(label)")
      }
    }
    for type in types {
      expect(graph.count(type: type) == naive.relationships.values.count { $0.type == type }, "\(type)")
    }
  }
}
