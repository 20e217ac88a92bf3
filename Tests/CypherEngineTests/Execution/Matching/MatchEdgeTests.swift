import CypherSyntax
import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

@Suite("Matching at the edges")
struct MatchEdgeTests {
  @Test(arguments: [
    "MATCH (n) RETURN n", "MATCH (n:A) RETURN n", "MATCH ()-[r]->() RETURN r",
    "MATCH (a)-[*0..]-(b) RETURN a",
    "MATCH (a), (b) WHERE a <> b RETURN a", "MATCH (a)-->(b)-->(c), (a)-->(c) RETURN a",
    "MATCH p = shortestPath((a)-[*]-(b)) RETURN p", "MATCH (n {p: 1}) RETURN n",
  ]) func `an empty graph has no matches`(_ query: String) throws {
    #expect(try run(query, SmallGraph(nodes: [], edges: [])) == [])
  }

  @Test(arguments: [
    "MATCH (n) RETURN count(*)", "MATCH ()-->() RETURN count(*)",
    "MATCH (a)-->(b)-->(c), (a)-->(c) RETURN count(*)",
    "MATCH (a), (b) RETURN count(*)", "MATCH (:Nobody) RETURN count(*)",
    "MATCH ()-[:NEVER]->() RETURN count(*)",
  ]) func `counting in an empty graph gives nought`(_ query: String) throws {
    #expect(try run(query, SmallGraph(nodes: [], edges: [])) == ["0"])
  }

  @Test func `one node matches itself and has no neighbours`() throws {
    let one = SmallGraph(nodes: [[]], edges: [])
    #expect(try run("MATCH (a), (b) RETURN a, b", one) == ["n0, n0"])
    #expect(try run("MATCH (a)-[*0..3]-(b) RETURN a, b", one) == ["n0, n0"])
    #expect(try run("MATCH (a)--(b) RETURN a", one) == [])
    #expect(try run("OPTIONAL MATCH (a)--(b) RETURN a", one) == ["null"])
  }

  @Test func `labels and types that the graph does not know match nothing, and what comes later is found`()
    throws
  {
    let small = SmallGraph(nodes: [["A"], ["B"]], edges: [(0, 1)])
    #expect(try run("MATCH (n:Nobody) RETURN n", small) == [])
    #expect(try run("MATCH (:A)-[:NEVER]->(b) RETURN b", small) == [])
    #expect(try run("MATCH (a:A)-->(b:Nobody) RETURN b", small) == [])
    #expect(try run("MATCH (a:A)-[:NEVER|X]->(b) RETURN b", small) == ["n1"])
    #expect(
      try run("CREATE (:Nobody)-[:NEVER]->(:B) WITH * MATCH (n:Nobody)-[:NEVER]->(b:B) RETURN n, b", small)
        == ["n2, n3"])
  }

  @Test func `a hub is followed across batches in order`() throws {
    let count = 5_000
    let hub = SmallGraph(
      nodes: Array(repeating: ["A"], count: count + 1), edges: (1...count).map { (0, $0) } + [(0, 0)])
    let ids = try Engine(graph: hub.graph).run("MATCH (h)-->(n) WHERE id(h) = 0 RETURN n").rows
    #expect(ids.count == count + 1)
    #expect(Set(ids.map { $0[0].plain }).count == count + 1)
    #expect(try run("MATCH (h)--(n) WHERE id(h) = 0 RETURN count(n)", hub) == ["\(count + 1)"])
    #expect(try run("MATCH (a)<--(h)-->(b) RETURN count(*)", hub) == ["\((count + 1) * count)"])
    #expect(try run("MATCH (h)-[*2]->(n) WHERE id(h) = 0 RETURN count(*)", hub) == ["\(count)"])
  }

  @Test func `a pattern of more than 64 slots is carried out`() throws {
    let count = 80
    let line = SmallGraph(
      nodes: (0..<count).map { $0 == 0 ? ["A"] : [] }, edges: (1..<count).map { ($0 - 1, $0) })
    let chain = (1..<count).map { "-[r\($0)]->(n\($0))" }.joined()
    let query = "MATCH p = (n0)\(chain) RETURN n0, n\(count - 1), r\(count - 1), length(p)"
    #expect(try run(query, line) == ["n0, n\(count - 1), r\(count - 2), \(count - 1)"])
  }

  @Test(arguments: [
    "MATCH (a)-[*]->(b) RETURN count(*)", "MATCH p = (a)-[*]-(b) RETURN p",
    "MATCH (a)-[*]->(b) RETURN DISTINCT b",
    "MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) > 5000 RETURN p",
  ]) func `all chains of a clique are given up in time and within memory`(_ query: String) throws {
    let count = 50
    let pairs = (0..<count).flatMap { a in (0..<count).filter { $0 != a }.map { (a, $0) } }
    let engine = Engine(graph: SmallGraph(nodes: Array(repeating: [], count: count), edges: pairs).graph)
    engine.limits.time = .milliseconds(50)
    engine.limits.memory = 100_000_000
    let error = #expect(throws: CypherError.self) { try engine.run(query) }
    #expect(error?.detail == "TimeLimit" || error?.detail == "MemoryLimit", "\(String(describing: error))")
  }

  @Test func `an index seek finds by value, by list, by range and by beginning`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("CREATE INDEX FOR (n:A) ON (n.p)")
    try engine.run(
      "UNWIND [1, 2, 2.0, 'Анна', 'Антон', 'Ann', '\u{D7FF}x', '\u{10FFFF}', null] AS p CREATE (:A:B {p: p})")
    func found(_ condition: String) throws -> [String] {
      let query = "MATCH (n:A:B) WHERE \(condition) RETURN n"
      #expect(try engine.run("EXPLAIN " + query).plan?.names.contains { $0.hasPrefix("Index") } == true)
      return try engine.run(query).rows.plain
    }
    #expect(try found("n.p = 2") == ["n1", "n2"])
    #expect(try found("n.p = null") == [])
    #expect(try found("n.p IN [1, 'Анна', null, 1.0]") == ["n0", "n3"])
    #expect(try found("n.p > 1 AND n.p <= 2") == ["n1", "n2"])
    #expect(try found("1 < n.p < 2") == [])
    #expect(try found("n.p STARTS WITH 'Ан'") == ["n3", "n4"])
    #expect(try found("n.p STARTS WITH '\u{D7FF}'") == ["n6"])
    #expect(try found("n.p STARTS WITH '\u{10FFFF}'") == ["n7"])
    #expect(try found("n.p STARTS WITH 1") == [])
    #expect(try found("n.p >= 'Ann'") == ["n3", "n4", "n5", "n6", "n7"])
  }

  @Test func `ids are looked up, whatever number is given`() throws {
    let small = SmallGraph(nodes: [[], ["A"]], edges: [])
    #expect(try run("MATCH (n) WHERE id(n) = 1 RETURN n", small) == ["n1"])
    #expect(try run("MATCH (n) WHERE id(n) = 1.0 RETURN n", small) == ["n1"])
    #expect(
      try run("MATCH (n) WHERE id(n) IN [0, 7, -1, 4294967296, 'a', 1.5, null] RETURN n", small) == ["n0"])
    #expect(try run("MATCH (n:A) WHERE id(n) = 0 RETURN n", small) == [])
    #expect(try run("UNWIND [1, 0] AS i MATCH (n) WHERE id(n) = i RETURN i, n", small) == ["0, n0", "1, n1"])
  }

  @Test func `parallel relationships make as many triangles as there are choices`() throws {
    let small = SmallGraph(
      nodes: [[], [], []], edges: [(0, 1), (0, 1), (1, 2), (1, 2), (1, 2), (0, 2), (0, 2)])
    #expect(try run("MATCH (a)-->(b)-->(c), (a)-->(c) RETURN count(*)", small) == ["12"])
    #expect(try run("MATCH (a)-[:X]->(b)-[:X]->(c), (a)-[:X]->(c) RETURN count(*)", small) == ["12"])
    #expect(try run("MATCH (a)-[:X]->(b)-[:X]->(c)<-[:X]-(a) RETURN a, b, c", small).count == 12)
  }

  private func run(_ query: String, _ small: SmallGraph) throws -> [String] {
    try Engine(graph: small.graph).run(query).rows.plain
  }
}
