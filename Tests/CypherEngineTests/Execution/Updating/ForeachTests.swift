import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("FOREACH")
struct ForeachTests {
  @Test func `each round sees those before it`() throws {
    let engine = try Engine(after: "CREATE (:A {n: 0})")
    try engine.run("MATCH (a:A) FOREACH (x IN [1, 2, 3] | SET a.n = a.n + x)")
    #expect(try engine.table("MATCH (a:A) RETURN a.n") == ["6"])
    try engine.run("FOREACH (x IN [1, 1, 2] | MERGE (:B {k: x}))")
    #expect(try engine.table("MATCH (b:B) RETURN b.k AS k ORDER BY k") == ["1", "2"])
  }

  @Test func `rounds nest and leave the rows as they are`() throws {
    let engine = Engine(graph: Graph())
    let rows = try engine.table(
      "UNWIND [1, 2] AS a FOREACH (x IN range(1, a) | CREATE (p:P {a: a}) FOREACH (y IN [x] | CREATE (p)-[:T {y: y}]->(:Q))) RETURN a"
    )
    #expect(rows == ["1", "2"])
    #expect(
      try engine.table("MATCH (p:P)-[t:T]->(:Q) RETURN p.a AS a, t.y AS y ORDER BY a, y") == [
        "1 | 1", "2 | 1", "2 | 2",
      ])
  }

  @Test func `null and empty lists do nothing, anything else is refused`() throws {
    let engine = Engine(graph: Graph())
    #expect(try engine.run("FOREACH (x IN [] | CREATE ())").sideEffects.isEmpty)
    #expect(try engine.run("FOREACH (x IN null | CREATE ())").sideEffects.isEmpty)
    engine.expectFailure(
      "FOREACH (x IN ‹$p› | CREATE ())", .typeError, "InvalidArgumentType", ["p": .integer(1)])
  }

  @Test func `many rounds in one clause`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("FOREACH (x IN range(1, 5000) | CREATE (:A {x: x}))")
    #expect(try engine.table("MATCH (a:A) RETURN count(*), sum(a.x)") == ["5000 | 12502500"])
    try engine.run("MATCH (a:A) WITH collect(a) AS all FOREACH (a IN all | DETACH DELETE a)")
    #expect(engine.graph.nodeCount == 0)
  }

  @Test func `a range without end is walked, not made, until the time is over`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("CREATE (:A)")
    engine.limits.time = .milliseconds(50)
    engine.limits.memory = 4 << 20
    engine.expectFailure(
      "MATCH (a:A) FOREACH (x IN range(1, 1000000000000) | REMOVE a.none)", .limitExceeded, "TimeLimit")
  }
}
