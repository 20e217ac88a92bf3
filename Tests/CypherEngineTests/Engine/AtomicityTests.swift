import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("A statement happens as a whole or not at all")
struct AtomicityTests {
  @Test func `a failure in the last row takes back all rows`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1})-[:T {y: 1}]->(:B)")
    engine.expectFailure(
      "UNWIND [1, 2, 0] AS x CREATE (:A {x: 10 / x})", .arithmeticError, "DivisionByZero")
    engine.expectFailure(
      "MATCH (n)-[r]->(m) SET n.x = 2, r.y = null, m:C REMOVE m:B WITH * UNWIND [1, 0] AS z CREATE (:D {x: 1 / z})",
      .arithmeticError, "DivisionByZero")
    engine.expectFailure(
      "MATCH (n) DETACH DELETE n WITH 0 AS z MERGE (:E {x: 1 / z})", .arithmeticError, "DivisionByZero")
    engine.expectFailure(
      "FOREACH (x IN [1, 0] | CREATE (:F {x: 1 / x}))", .arithmeticError, "DivisionByZero")
    engine.expectFailure(
      "CALL { CREATE (:G) WITH 0 AS z UNWIND [1] AS y CREATE ({x: y / z}) }", .arithmeticError,
      "DivisionByZero")
  }

  @Test func `a failure while rows are given takes back the writes before`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 0})")
    engine.expectFailure(
      "MATCH (n:A) CREATE (m:B) SET n.y = 1 RETURN 1 / n.x AS q", .arithmeticError, "DivisionByZero")
    engine.expectFailure("CREATE INDEX i FOR (n:A) ON (n.x, n.y)", .semanticError, "CompositeIndex")
  }

  @Test func `inside a transaction only the failed statement is taken back`() throws {
    let engine = Engine(graph: Graph())
    engine.graph.begin(statement: "several")
    try engine.run("CREATE (:A {x: 1})")
    #expect(throws: CypherError.self) {
      try engine.run("MATCH (n:A) SET n.x = 2 WITH n CREATE (:B {x: 1 / 0})")
    }
    try engine.run("CREATE (:C)")
    #expect(engine.graph.isInTransaction)
    engine.graph.commit()
    #expect(try engine.table("MATCH (n) RETURN n ORDER BY labels(n)[0]") == ["(:A {x: 1})", "(:C)"])
    #expect(engine.graph.transactions.map(\.statement) == ["several"])
  }

  @Test func `side effects inside a transaction are those of the statement`() throws {
    let engine = Engine(graph: Graph())
    engine.graph.begin(statement: "several")
    #expect(try engine.run("CREATE (:A)").sideEffects.labelsAdded == 1)
    let second = try engine.run("CREATE (:A)").sideEffects
    #expect(second.nodesCreated == 1)
    #expect(second.labelsAdded == 0)
    engine.graph.rollback()
    #expect(engine.graph.nodeCount == 0)
  }

  @Test func `a cancelled statement leaves no trace`() throws {
    let engine = try Engine(after: "CREATE (:A)")
    engine.procedures.register(
      Procedure(ProcedureSignature(name: "test.cancel", inputs: [], outputs: [])) {
        [flag = engine.cancellation] _, _ in
        flag.raise()
        return []
      })
    engine.expectFailure(
      "CREATE (:B) WITH 1 AS x CALL test.cancel() UNWIND range(1, 5000) AS y CREATE (:C)", .interrupted,
      "Cancelled")
    #expect(try engine.table("MATCH (n) RETURN n") == ["(:A)"])
  }

  @Test func `undo takes back what a statement did`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1})-[:T]->(:B)")
    let before = GraphImage(engine.graph)
    try engine.run("MATCH (a:A)-[r]->(b) SET a.x = 2, b += {y: 1}, b:C DELETE r CREATE (b)-[:U]->(:D)")
    _ = engine.graph.undo()
    #expect(GraphImage(engine.graph) == before)
    _ = engine.graph.redo()
    #expect(
      try engine.table("MATCH (n) RETURN n ORDER BY labels(n)[0]")
        == ["(:A {x: 2})", "(:B:C {y: 1})", "(:D)"])
  }
}
