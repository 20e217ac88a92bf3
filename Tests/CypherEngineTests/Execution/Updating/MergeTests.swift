import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("MERGE")
struct MergeTests {
  @Test(arguments: [false, true]) func `equal keys are merged once, with and without an index`(
    isIndexed: Bool
  ) throws {
    let engine = Engine(graph: Graph())
    if isIndexed { try engine.run("CREATE INDEX FOR (n:A) ON (n.k)") }
    let result = try engine.run(
      "UNWIND range(1, 3000) AS x MERGE (n:A {k: x % 1000}) ON CREATE SET n.c = 1 ON MATCH SET n.c = n.c + 1 RETURN n.c AS c"
    )
    #expect(result.rows.count == 3000)
    #expect(result.sideEffects.nodesCreated == 1000)
    #expect(try engine.table("MATCH (n:A) RETURN n.c AS c, count(*) AS n") == ["3 | 1000"])
  }

  @Test func `numbers are merged by value, other types apart`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("UNWIND [1, 1.0, '1', true, [1]] AS x MERGE (:A {k: x})")
    #expect(engine.graph.nodeCount == 4)
  }

  @Test func `nothing equals NaN, so it is made each time`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("UNWIND [1, 2] AS x MERGE (:A {k: 0.0 / 0.0})")
    #expect(engine.graph.nodeCount == 2)
  }

  @Test func `composed and decomposed letters are different texts`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("UNWIND ['\u{E9}', 'e\u{301}', '\u{E9}'] AS x MERGE (:A {k: x})")
    #expect(engine.graph.nodeCount == 2)
  }

  @Test func `a null is refused where it stands`() throws {
    let engine = Engine(graph: Graph())
    engine.expectFailure("MERGE (:A {k: ‹null›})", .semanticError, "MergeReadOwnWrites")
    engine.expectFailure("MERGE (:A {k: ‹$p›})", .semanticError, "MergeReadOwnWrites", ["p": .null])
    engine.expectFailure(
      "CREATE (a), (b) MERGE (a)-[:T {k: ‹null›}]->(b)", .semanticError, "MergeReadOwnWrites")
    engine.expectFailure("UNWIND [1, null] AS x MERGE (:A {k: ‹x›})", .semanticError, "MergeReadOwnWrites")
  }

  @Test func `all that is found is given, and changed by ON MATCH`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1}), (:A {x: 2}), (:B)")
    #expect(
      try engine.table("MERGE (n:A) ON MATCH SET n.y = n.x * 10 RETURN n.y AS y ORDER BY y") == ["10", "20"])
  }

  @Test func `a whole pattern is found or made`() throws {
    let engine = try Engine(after: "CREATE (:A {k: 1}), (:B {k: 2})")
    let merge = "MERGE p = (a:A {k: 1})-[r:T {w: 3}]->(b:B {k: 2}) RETURN p"
    #expect(try engine.table(merge) == ["<(:A {k: 1})-[:T {w: 3}]->(:B {k: 2})>"])
    #expect(engine.graph.nodeCount == 4)
    #expect(try engine.table(merge).count == 1)
    #expect(engine.graph.nodeCount == 4)
  }

  @Test func `a relationship without direction is found both ways and made one way`() throws {
    let engine = try Engine(after: "CREATE (:A)-[:T]->(:B)")
    #expect(try engine.run("MATCH (a:A), (b:B) MERGE (b)-[:T]-(a)").sideEffects.isEmpty)
    try engine.run("MATCH (a:A), (b:B) MERGE (a)-[:U]-(b)")
    #expect(try engine.table("MATCH (x)-[:U]->(y) RETURN x, y") == ["(:A) | (:B)"])
  }

  @Test func `parallel relationships are all found`() throws {
    let engine = try Engine(after: "CREATE (a:A), (b:B), (a)-[:T]->(b), (a)-[:T]->(b)")
    #expect(try engine.table("MATCH (a:A), (b:B) MERGE (a)-[r:T]->(b) RETURN count(r)") == ["2"])
  }

  @Test func `a loop is merged once`() throws {
    let engine = try Engine(after: "CREATE (:A)")
    try engine.run("UNWIND [1, 2] AS x MATCH (a:A) MERGE (a)-[:T]->(a)")
    #expect(engine.graph.relationshipCount == 1)
  }

  @Test func `rows that ON MATCH changed are no longer found`() throws {
    let engine = try Engine(after: "CREATE (:A {k: 1})")
    try engine.run("UNWIND [1, 1] AS x MERGE (n:A {k: x}) ON MATCH SET n.k = 2")
    #expect(try engine.table("MATCH (n:A) RETURN n.k AS k ORDER BY k") == ["1", "2"])
  }

  @Test func `a null at the end of a relationship is refused`() throws {
    let engine = try Engine(after: "CREATE (:A)")
    engine.expectFailure(
      "MATCH (a:A) OPTIONAL MATCH (n:None) MERGE (a)‹-[:T]->›(n)", .typeError, "InvalidArgumentValue")
  }

  @Test func `a chain of merges builds a graph once`() throws {
    let engine = Engine(graph: Graph())
    let text = """
      UNWIND [['a', 'b'], ['b', 'c'], ['a', 'b'], ['c', 'a']] AS pair
      MERGE (x:N {id: pair[0]}) MERGE (y:N {id: pair[1]}) MERGE (x)-[r:T]->(y)
      ON CREATE SET r.n = 1 ON MATCH SET r.n = r.n + 1
      RETURN x.id + y.id AS e, r.n AS n
      """
    #expect(try engine.run(text).rows.count == 4)
    #expect(
      try engine.table("MATCH (x)-[r]->(y) RETURN x.id + y.id AS e, r.n AS n ORDER BY e") == [
        "'ab' | 2", "'bc' | 1", "'ca' | 1",
      ])
  }
}
