import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("DELETE")
struct DeleteTests {
  private let triangle =
    "CREATE (a:A {x: 1}), (b:B {x: 2}), (c:C {x: 3}), (a)-[:T]->(b), (b)-[:T]->(c), (c)-[:T]->(a), (a)-[:L]->(a)"

  @Test func `a node with relationships is refused, however they run`() throws {
    let engine = try Engine(after: triangle)
    let error = engine.expectFailure(
      "MATCH (n:A) DELETE ‹n›", .constraintVerificationFailed, "DeleteConnectedNode")
    #expect(error?.message == "the node still has 3 relationships")
    engine.expectFailure("MATCH (n) DELETE n", .constraintVerificationFailed, "DeleteConnectedNode")
  }

  @Test func `relationships of the same clause count as gone`() throws {
    let engine = try Engine(after: triangle)
    try engine.run("MATCH (a)-[r]->(b) DELETE a, b, r")
    #expect(engine.graph.nodeCount == 0)
    #expect(engine.graph.relationshipCount == 0)
  }

  @Test func `detaching takes the relationships away`() throws {
    let engine = try Engine(after: triangle)
    let effects = try engine.run("MATCH (n:A) DETACH DELETE n").sideEffects
    #expect(effects.nodesDeleted == 1)
    #expect(effects.relationshipsDeleted == 3)
    #expect(effects.propertiesRemoved == 1)
    #expect(effects.labelsRemoved == 1)
  }

  @Test func `paths, lists and maps' values are deleted`() throws {
    let engine = try Engine(after: triangle)
    try engine.run("MATCH p = (:A)-[:T]->(:B) DETACH DELETE p")
    #expect(try engine.table("MATCH (n) RETURN n") == ["(:C {x: 3})"])
    try engine.run("MATCH (n) WITH [null, [n, n]] AS l DELETE l")
    #expect(engine.graph.nodeCount == 0)
  }

  @Test func `deleting again and deleting null is fine`() throws {
    let engine = try Engine(after: triangle)
    try engine.run("MATCH (n) OPTIONAL MATCH (m:None) DETACH DELETE n, m, n WITH n DELETE n")
    #expect(engine.graph.nodeCount == 0)
  }

  @Test func `thousands of nodes and relationships that are met again and again are deleted once each`()
    throws
  {
    let engine = try Engine(
      after: "UNWIND range(0, 2999) AS i CREATE (:N {i: i})",
      "MATCH (a:N), (b:N) WHERE b.i = (a.i + 1) % 3000 CREATE (a)-[:T]->(b), (b)-[:T]->(a), (a)-[:L]->(a)",
      "MATCH (a:N {i: 7}) CREATE (a)-[:T]->(:Kept)")
    engine.expectFailure(
      "MATCH (n:N) WITH collect(n) AS l DETACH DELETE l, l WITH 1 AS one RETURN ‹one / 0›", .arithmeticError,
      "DivisionByZero")
    let effects = try engine.run("MATCH (n:N) WITH collect(n) AS l DETACH DELETE l, l").sideEffects
    #expect(effects.nodesDeleted == 3000 && effects.relationshipsDeleted == 9001)
    #expect(try engine.table("MATCH (n) RETURN n") == ["(:Kept)"])
  }

  @Test func `what is no entity is refused where it stands`() throws {
    let engine = try Engine(after: triangle)
    engine.expectFailure("DELETE ‹$p›", .typeError, "InvalidArgumentType", ["p": .integer(1)])
    engine.expectFailure("MATCH (n:A) WITH {k: 1} AS m DELETE ‹m.k›", .typeError, "InvalidArgumentType")
  }

  @Test func `what was deleted can be counted and passed on but not read`() throws {
    let engine = try Engine(after: triangle)
    engine.expectFailure("MATCH (n:A) DETACH DELETE n RETURN ‹n.x›", .entityNotFound, "DeletedEntityAccess")
    engine.expectFailure(
      "MATCH (n:A) DETACH DELETE n RETURN ‹labels(n)›", .entityNotFound, "DeletedEntityAccess")
    engine.expectFailure(
      "MATCH (n:A) DETACH DELETE n RETURN ‹properties(n)›", .entityNotFound, "DeletedEntityAccess")
    engine.expectFailure(
      "MATCH (n:A) DETACH DELETE n RETURN ‹keys(n)›", .entityNotFound, "DeletedEntityAccess")
    #expect(
      try engine.table("MATCH (n:A)-[r:T]->() DELETE r RETURN type(r) AS t, count(n) AS c") == ["'T' | 1"])
    #expect(
      try engine.table("MATCH (n:A) DETACH DELETE n RETURN count(n) AS c, n IS NULL AS null_") == [
        "1 | false"
      ])
  }

  @Test func `later clauses do not find what is gone`() throws {
    let engine = try Engine(after: triangle)
    #expect(
      try engine.table("MATCH (n:A) DETACH DELETE n WITH 1 AS one MATCH (m)-[r]->() RETURN m.x AS x") == ["2"]
    )
  }
}
