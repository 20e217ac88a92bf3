import CypherSyntax
import Testing

@testable import CypherEngine
@testable import PropertyGraph

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

  /// Each makes several thousand changes before it fails.
  private static let long = [
    "MATCH (a:A) SET a.x = a.x + 1, a.y = 'я', a.z = 1 WITH count(*) AS n RETURN 1 / (n - n)",
    "MATCH (a:A) SET a:C:D REMOVE a:A WITH count(*) AS n RETURN 1 / (n - n)",
    "MATCH (a:A) SET a = {x: 'x' + a.x} WITH count(*) AS n RETURN 1 / (n - n)",
    "MATCH (n) DETACH DELETE n WITH count(*) AS n RETURN 1 / (n - n)",
    "MATCH ()-[r]->() SET r.y = 1, r.z = 2, r.w = null WITH count(*) AS n RETURN 1 / (n - n)",
    "MATCH (a)-[r]->(b) DELETE r CREATE (b)-[:U {x: 1}]->(a) WITH count(*) AS n RETURN 1 / (n - n)",
    "UNWIND range(1, 3000) AS x CREATE (:A {x: -x})-[:T]->(:E {x: x}) WITH count(*) AS n RETURN 1 / (n - n)",
    "UNWIND range(1, 4500) AS x MERGE (a:A {x: x % 3000}) SET a.w = x WITH count(*) AS n RETURN 1 / (n - n)",
  ]

  @Test(arguments: long)
  func `a failure after more changes than are taken back one by one takes back all of them`(text: String)
    throws
  {
    let engine = try Engine(
      after: "CREATE INDEX FOR (n:A) ON (n.x)",
      "UNWIND range(1, 2000) AS x CREATE (:A {x: x % 1000, w: 'w' + x})-[:T {y: x}]->(:B)")
    engine.graph.images.spacing = 500
    engine.expectFailure(text, .arithmeticError, "DivisionByZero")
    #expect(try engine.table("MATCH (a:A {x: 7})-[r:T]->(:B) RETURN count(r), sum(r.y)") == ["2 | 1014"])
    // What comes after is right as well, and what it makes again is.
    try engine.run("MATCH (a:A {x: 7}) SET a.x = 2000 CREATE (a)-[:T]->(:E)")
    #expect(try engine.table("MATCH (a:A {x: 2000})-->(e) RETURN count(a), count(e.x)") == ["4 | 0"])
    #expect(engine.graph.bytesOfImages == 0)
  }

  @Test func `a failure after very many changes takes back its own, in a transaction`() throws {
    let engine = Engine(graph: Graph())
    engine.graph.begin(statement: "several")
    for label in ["A", "B"] {
      try engine.run("UNWIND range(1, 40000) AS x CREATE (:\(label) {x: x})")
      engine.expectFailure(
        "MATCH (n) SET n.x = 0, n:Z WITH count(*) AS n RETURN 1 / (n - n)", .arithmeticError, "DivisionByZero"
      )
    }
    #expect(
      try engine.table("MATCH (n) RETURN count(n), sum(n.x), count(n:Z OR null)") == [
        "80000 | 1600040000 | 0"
      ])
    engine.graph.rollback()
    #expect(engine.graph.nodeCount == 0 && engine.graph.bytesOfImages == 0)
    #expect(try engine.table("MATCH (n) RETURN count(n)") == ["0"])
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
