import Testing

@testable import PropertyGraph

struct TrialTests {
  private struct Failed: Error {}

  /// Everything that is in a graph, entity by entity, and what the indexes and counts say.
  private func contents(of graph: Graph) -> [String] {
    let nodes = (0..<graph.nodeLimit).map { NodeID($0) }.filter { graph.contains($0) }
    let counts = (0..<2).map { graph.count(label: LabelID($0)) }
    let found = graph.indexes.map { info in
      (0..<40).map { graph.index(label: info.label, key: info.key)?.nodes(equalTo: .integer($0)) ?? [] }
    }
    return nodes.map {
      "\($0) \(graph.labels(of: $0)) \(graph.properties(of: $0)) \(graph.degree($0, nil, .both))"
    } + ["\(graph.relationshipCount) \(counts) \(found)"]
  }

  @Test func `what was committed in a trial leaves no trace, whether it fails or not`() throws {
    let graph = Graph()
    let (label, key, type) = (graph.intern(label: "L"), graph.intern(key: "k"), graph.intern(type: "T"))
    graph.begin(statement: "one")
    let node = graph.createNode(labels: [label], properties: [(key, .integer(1))])
    graph.commit()
    graph.begin(statement: "two")
    graph.set(key, of: node, to: .integer(2))
    graph.commit()
    _ = graph.undo()
    let before = graph.sequence
    for fails in [false, true] {
      let isDone = try? graph.takingBack { () throws(Failed) in
        for number in 0..<3 {
          graph.begin(statement: "trial")
          let other = graph.createNode(labels: [label], properties: [(key, .integer(Int64(number)))])
          graph.createRelationship(type, from: node, to: other, properties: [])
          graph.set(key, of: node, to: .string("Ж"))
          graph.commit()
        }
        #expect(graph.nodeCount == 4 && graph.sequence == before + 3)
        if fails { throw Failed() }
        return true
      }
      #expect(isDone == (fails ? nil : true))
      #expect(graph.nodeCount == 1 && graph.relationshipCount == 0 && graph.sequence == before)
      #expect(graph.transactions.count == 3 && graph.degree(node, nil, .both) == 0)
    }
    #expect(graph.redo()?.statement == "two", "what could be made again still can")
    guard case .integer(2) = graph.value(key, of: node) else {
      Issue.record("the value is \(graph.value(key, of: node))")
      return
    }
  }

  @Test func `many nodes made in a row are taken back, whatever lies around them`() throws {
    let graph = Graph()
    let (a, b, key, type) = (
      graph.intern(label: "A"), graph.intern(label: "B"), graph.intern(key: "k"), graph.intern(type: "T")
    )
    graph.begin(statement: "index")
    graph.createIndex(name: nil, label: a, key: key, isUnique: false)
    let kept = (0..<40).map {
      graph.createNode(labels: [$0 % 2 == 0 ? a : b], properties: [(key, .integer(Int64($0)))])
    }
    graph.commit()
    let before = contents(of: graph)
    graph.begin(statement: "many")
    for number in 0..<3000 {
      let labels = [[a], [b], [a, b], []][number % 4]
      let properties: [Property] =
        number % 3 == 0 ? [] : [(key, number % 5 == 0 ? .string("Ж") : .integer(7))]
      let node = graph.createNode(labels: labels, properties: properties)
      if number == 1500 { graph.createRelationship(type, from: node, to: kept[0], properties: []) }
      if number == 2500 { graph.add(b, to: kept[2]) }
      if number == 2700 { graph.delete(kept[1]) }
    }
    graph.rollback()
    graph.checkInvariants()
    #expect(contents(of: graph) == before)
  }

  @Test func `nodes that an undo brought back in a trial go again with it, and no other`() throws {
    let graph = Graph()
    let (label, key) = (graph.intern(label: "L"), graph.intern(key: "k"))
    graph.begin(statement: "make")
    let nodes = (0..<100).map { graph.createNode(labels: [label], properties: [(key, .integer(Int64($0)))]) }
    graph.commit()
    graph.begin(statement: "delete")
    for node in nodes.reversed() where node.rawValue % 3 != 0 { graph.delete(node) }
    graph.commit()
    let before = contents(of: graph)
    graph.takingBack { () throws(Never) in
      _ = graph.undo()
      #expect(graph.nodeCount == 100)
      graph.begin(statement: "more")
      for _ in 0..<100 { graph.createNode(labels: [label], properties: []) }
      graph.commit()
    }
    graph.checkInvariants()
    #expect(contents(of: graph) == before)
  }
}
