@testable import PropertyGraph
import Testing

struct BulkLoaderTests {
  @Test func `an empty load leaves an empty graph with its number`() {
    let graph = Graph()
    var loader = BulkLoader(graph)
    loader.finish(sequence: 41)
    #expect(graph.nodeCount == 0 && graph.sequence == 41 && graph.undo() == nil)
    graph.begin(statement: "CREATE")
    graph.createNode(labels: [], properties: [])
    #expect(graph.commit()?.sequence == 42)
  }

  @Test func `what cannot be is refused, and loading goes on`() {
    let graph = Graph()
    var loader = BulkLoader(graph)
    let type = graph.intern(type: "T")
    let labels = loader.labelSet([])
    #expect([5, 5, 3].map { loader.node($0, labels) } == [true, false, true])
    #expect([BulkLoader.idLimit, .max].map { loader.node($0, labels) } == [false, false])
    #expect(loader.relationship(7, type, from: 5, to: 3) == .ok)
    #expect(loader.relationship(7, type, from: 3, to: 5) == .duplicateID)
    #expect(loader.relationship(.max, type, from: 3, to: 5) == .duplicateID)
    #expect(loader.relationship(8, type, from: 4, to: 5) == .missingStart)
    #expect(loader.relationship(8, type, from: 5, to: .max) == .missingEnd)
    loader.finish()
    #expect(graph.nodeCount == 2 && graph.relationshipCount == 1 && graph.nodeLimit == 6)
    #expect(Array(graph.adjacency(type, .outgoing).neighbours(of: 5)) == [3])
    graph.checkInvariants()
  }

  @Test func `ids may lie far apart`() {
    let graph = Graph()
    var loader = BulkLoader(graph)
    let (type, label) = (graph.intern(type: "T"), graph.intern(label: "L"))
    let labels = loader.labelSet([label])
    for id in [900_000_000, 0, 5_000_000] as [UInt32] { #expect(loader.node(id, labels) == true) }
    #expect(loader.relationship(3_000_000, type, from: 900_000_000, to: 0) == .ok)
    loader.finish()
    var ids: [UInt32] = []
    var cursor = NodeCursor(graph, label: label)
    #expect(cursor.next(into: &ids, atMost: 10) && ids == [0, 5_000_000, 900_000_000])
    #expect(graph.degree(NodeID(0), type, .incoming) == 1)
    graph.begin(statement: "CREATE")
    #expect(graph.createNode(labels: [], properties: []) == NodeID(900_000_001))
  }

  @Test(arguments: [1, 2, 3])
  func `a graph that is loaded in any order is the graph that is built by statements`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (built, loaded) = (Graph(), Graph())
    let types = (0..<3).map { (built.intern(type: "T\($0)"), loaded.intern(type: "T\($0)")).0 }
    let labels = (0..<70).map { (built.intern(label: "L\($0)"), loaded.intern(label: "L\($0)")).0 }
    let keys = SampleValues.byKey.indices.map {
      (built.intern(key: "k\($0)"), loaded.intern(key: "k\($0)")).0
    }
    built.begin(statement: "build")
    var naive = NaiveGraph()
    for _ in 0..<300 {
      let chosen = random.chance(5) ? labels : (0..<random.below(3)).map { _ in labels[random.below(5)] }
      let properties = Self.properties(&random, keys)
      let node = built.createNode(labels: chosen, properties: properties)
      naive.nodes[node] = NaiveGraph.Node(
        labels: Set(chosen),
        properties: Dictionary(uniqueKeysWithValues: properties.map { ($0.key, $0.value) }))
    }
    for _ in 0..<2_000 {
      let (from, to) = (
        NodeID(UInt32(random.below(300))), NodeID(UInt32(random.below(random.chance(50) ? 3 : 300)))
      )
      let (type, properties) = (types[random.below(3)], Self.properties(&random, keys))
      let link = built.createRelationship(type, from: from, to: to, properties: properties)
      naive.relationships[link] = NaiveGraph.Relationship(
        type: type, start: from, end: to,
        properties: Dictionary(uniqueKeysWithValues: properties.map { ($0.key, $0.value) }))
    }
    var loader = BulkLoader(loaded)
    if seed == 1 { loader.reserve(nodes: 300, relationships: 2_000) }
    for (id, node) in naive.nodes.shuffled(using: &random) {
      #expect(loader.node(id.rawValue, loader.labelSet(Array(node.labels))) == true)
      for (key, value) in node.properties { Self.load(key, value, &loader) }
    }
    for (id, link) in naive.relationships.shuffled(using: &random) {
      #expect(
        loader.relationship(id.rawValue, link.type, from: link.start.rawValue, to: link.end.rawValue) == .ok)
      for (key, value) in link.properties { Self.load(key, value, &loader) }
    }
    loader.finish()
    for graph in [built, loaded] {
      GraphComparison(graph: graph, naive: naive, labels: labels, types: types, keys: keys).check()
    }
    loaded.begin(statement: "change")
    for link in naive.relationships.keys { loaded.delete(link) }
    loaded.rollback()
    GraphComparison(graph: loaded, naive: naive, labels: labels, types: types, keys: keys).check()
  }

  private static func properties(_ random: inout SeededGenerator, _ keys: [KeyID]) -> [Property] {
    keys.indices.compactMap { position in
      if random.chance(60) { return nil }
      let values = SampleValues.byKey[position]
      return (keys[position], values[random.below(values.count)])
    }
  }

  private static func load(_ key: KeyID, _ value: Value, _ loader: inout BulkLoader) {
    switch value {
    case .integer(let number): loader.property(key, integer: number)
    case .float(let number): loader.property(key, float: number)
    case .boolean(let flag): loader.property(key, boolean: flag)
    case .date(let date): loader.property(key, date: date.daysSinceEpoch)
    case .string(var text): text.withUTF8 { loader.property(key, text: $0) }
    default: loader.property(key, value: value)
    }
  }

  @Test func `relationships that were loaded apart are taken over with names and texts of their own`() {
    let (graph, part) = (Graph(), Graph())
    let (name, own) = (graph.intern(key: "name"), graph.intern(type: "OWN"))
    var loader = BulkLoader(graph)
    let labels = loader.labelSet([graph.intern(label: "L")])
    for id in 0..<3 as Range<UInt32> {
      #expect(loader.node(id, labels) == true)
      loader.property(name, value: .string("Анна \(id)"))
    }
    let types = [part.intern(type: "KNOWS"), part.intern(type: "OWN")]
    let keys = [part.intern(key: "since"), part.intern(key: "name"), part.intern(key: "mixed")]
    var second = BulkLoader(relationshipsOnlyInto: part)
    for id in 0..<4 as Range<UInt32> {
      #expect(second.relationship(id, types[Int(id) % 2], from: 10 + id % 3, to: 12) == .ok)
      second.property(keys[1], value: .string(id < 2 ? "Анна \(id)" : "é \(id)"))
      second.property(keys[0], value: .integer(Int64(id)))
      second.property(keys[2], value: id < 2 ? .string("x") : .float(0.5))
    }
    #expect(loader.takeOver(part) { $0 >= 10 && $0 < 13 ? $0 - 10 : nil })
    loader.finish()
    graph.checkInvariants()
    #expect(graph.count(type: own) == 2 && graph.typeNames == ["KNOWS", "OWN"])
    for id in 0..<4 as Range<UInt32> {
      let link = RelationshipID(id)
      #expect(graph.name(of: graph.type(of: link)) == ["KNOWS", "OWN"][Int(id) % 2])
      #expect(graph.start(of: link) == NodeID(id % 3) && graph.end(of: link) == NodeID(2))
      let properties = graph.properties(of: link).map { "\(graph.name(of: $0.key)) \($0.value)" }.sorted()
      let expected: [(String, Value)] = [
        ("mixed", id < 2 ? .string("x") : .float(0.5)),
        ("name", .string(id < 2 ? "Анна \(id)" : "é \(id)")), ("since", .integer(Int64(id))),
      ]
      #expect(properties == expected.map { "\($0.0) \($0.1)" })
    }
    #expect(Array(graph.adjacency(own, .incoming).neighbours(of: 2)) == [0, 1])
  }

  @Test func `relationships with an end that is no node are not taken over`() {
    let (graph, part) = (Graph(), Graph())
    var loader = BulkLoader(graph)
    #expect(loader.node(0, loader.labelSet([])) == true)
    var second = BulkLoader(relationshipsOnlyInto: part)
    #expect(second.relationship(0, part.intern(type: "T"), from: 0, to: 1) == .ok)
    #expect(!loader.takeOver(part) { $0 == 0 ? 0 : nil })
    loader.finish()
    #expect(graph.relationshipCount == 0 && graph.typeNames == [] && graph.nodeCount == 1)
  }

  @Test func `a hub of parallel relationships and loops is sorted by both`() {
    let graph = Graph()
    var loader = BulkLoader(graph)
    let (labels, type) = (loader.labelSet([]), graph.intern(type: "T"))
    let count: UInt32 = 12_000
    for id in 0..<100 as Range<UInt32> { #expect(loader.node(id, labels) == true) }
    for id in 0..<count { #expect(loader.relationship(id, type, from: 7, to: (id &* 37) % 100) == .ok) }
    loader.finish()
    graph.checkInvariants()
    let view = graph.adjacency(type, .outgoing)
    let pairs = zip(view.neighbours(of: 7), view.relationships(of: 7)).map { UInt64($0) << 32 | UInt64($1) }
    #expect(pairs.count == Int(count) && zip(pairs, pairs.dropFirst()).allSatisfy { $0 < $1 })
    #expect(graph.degree(NodeID(7), type, .both) == Int(count))
  }

  @Test func `indexes that are there when loading begins are filled`() {
    let graph = Graph()
    let (label, key) = (graph.intern(label: "L"), graph.intern(key: "k"))
    graph.begin(statement: "CREATE INDEX")
    graph.createIndex(name: nil, label: label, key: key, isUnique: false)
    graph.commit()
    var loader = BulkLoader(graph)
    let labels = loader.labelSet([label])
    for id in 0..<100 as Range<UInt32> {
      #expect(loader.node(id, labels) == true)
      loader.property(key, integer: Int64(id % 10))
    }
    loader.finish(sequence: graph.sequence)
    #expect(graph.index(label: label, key: key)?.nodes(equalTo: .integer(3)).count == 10)
  }
}
