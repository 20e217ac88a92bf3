import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Plans that are kept")
struct PlanCacheTests {
  @Test func `the same text is prepared once`() throws {
    let engine = Engine(graph: Graph())
    let first = try engine.prepare("RETURN 1 AS one")
    #expect(try engine.prepare("RETURN 1 AS one") === first)
    #expect(try engine.prepare("RETURN 2 AS one") !== first)
  }

  @Test func `names that come later are found by plans made before`() throws {
    let engine = Engine(graph: Graph())
    let query = try engine.prepare("MATCH (n:A {x: 1})-[r:T]->(m) RETURN m.y AS y")
    #expect(try engine.run(query).rows.isEmpty)
    try engine.run("CREATE (:A {x: 1})-[:T]->({y: 7})")
    #expect(KitValue(try engine.run(query).rows[0][0], engine.graph) == .integer(7))
  }

  @Test func `plans follow indexes that come and go`() throws {
    let engine = try Engine(after: "UNWIND range(1, 500) AS x CREATE (:A {x: x})")
    let text = "MATCH (n:A) WHERE n.x = 42 RETURN n.x AS x"
    func usesIndex() throws -> Bool {
      let plan = try #require(try engine.run("EXPLAIN " + text).plan)
      return plan.names.contains { $0.contains("Index") }
    }
    #expect(try engine.table(text) == ["42"])
    #expect(try !usesIndex())
    try engine.run("CREATE INDEX a_x FOR (n:A) ON (n.x)")
    #expect(try engine.table(text) == ["42"])
    #expect(try usesIndex())
    try engine.run("DROP INDEX a_x")
    #expect(try engine.table(text) == ["42"])
    #expect(try !usesIndex())
    try engine.run("CREATE INDEX a_x FOR (n:B) ON (n.y)")
    #expect(try engine.table(text) == ["42"])
    _ = engine.graph.undo()
    #expect(try engine.table(text) == ["42"])
  }

  @Test func `a procedure that is registered again is bound again`() throws {
    let engine = Engine(graph: Graph())
    #expect(throws: CypherError.self) { try engine.run("CALL our.answer") }
    try engine.procedures.register("our.answer() :: (a :: INTEGER?)") { _, _ in [[.integer(42)]] }
    #expect(try engine.table("CALL our.answer") == ["42"])
    try engine.procedures.register("our.answer() :: (b :: STRING?)") { _, _ in [[.string("x")]] }
    let result = try engine.run("CALL our.answer")
    #expect(result.columns == ["b"])
  }

  @Test func `many texts do not fill the cache without end`() throws {
    var cache = PlanCache(capacity: 8)
    let engine = Engine(graph: Graph())
    let first = try engine.prepare("RETURN 0 AS x")
    cache.keep(first)
    for number in 1..<100 {
      cache.keep(try engine.prepare("RETURN \(number) AS x"))
      #expect(cache.find("RETURN 0 AS x") === first, "what is in use stays")
      #expect(cache.count <= 8)
    }
    #expect(cache.find("RETURN 1 AS x") == nil)
  }
}

extension PlanDescription {
  /// The names of all steps.
  var names: [String] { [name] + inputs.flatMap(\.names) }
}
