import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("CALL { … }")
struct SubqueryTests {
  @Test func `it runs for each row and gives its rows beside it`() throws {
    let engine = try Engine(after: "UNWIND [1, 2, 3] AS x CREATE (:A {x: x})")
    #expect(
      try engine.table("UNWIND [1, 2] AS x CALL { MATCH (a:A) RETURN max(a.x) AS m } RETURN x, m") == [
        "1 | 3", "2 | 3",
      ])
    #expect(
      try engine.table(
        "UNWIND [1, 2] AS x CALL { WITH x MATCH (a:A) WHERE a.x <= x RETURN a.x AS y ORDER BY y DESC } RETURN x, y"
      )
        == ["1 | 1", "2 | 2", "2 | 1"])
  }

  @Test func `rows without an answer go, rows with an aggregate stay`() throws {
    let engine = Engine(graph: Graph())
    #expect(try engine.table("UNWIND [1, 2] AS x CALL { WITH x MATCH (n) RETURN n } RETURN x") == [])
    #expect(
      try engine.table("UNWIND [1, 2] AS x CALL { WITH x MATCH (n) RETURN count(n) AS c } RETURN x, c") == [
        "1 | 0", "2 | 0",
      ])
  }

  @Test func `sorting and limits hold for each row alone`() throws {
    let engine = Engine(graph: Graph())
    let text =
      "UNWIND [3, 5] AS x CALL { WITH x UNWIND range(1, x) AS y RETURN y ORDER BY y DESC SKIP 1 LIMIT 2 } RETURN x, collect(y) AS ys ORDER BY x"
    #expect(try engine.table(text) == ["3 | [2, 1]", "5 | [4, 3]"])
  }

  @Test func `unions and nesting`() throws {
    let engine = Engine(graph: Graph())
    #expect(
      try engine.table("CALL { RETURN 1 AS a, 2 AS b UNION RETURN 4 AS b, 3 AS a } RETURN a, b ORDER BY a")
        == ["1 | 2", "3 | 4"])
    #expect(
      try engine.table(
        "UNWIND [1, 2] AS x CALL { WITH x RETURN x AS y UNION ALL WITH x RETURN x * 10 AS y } RETURN x, y")
        == ["1 | 1", "1 | 10", "2 | 2", "2 | 20"])
    #expect(
      try engine.table(
        "UNWIND [1, 2] AS x CALL { WITH x CALL { WITH x RETURN x + 1 AS y } RETURN y * 10 AS z } RETURN z")
        == ["20", "30"])
  }

  @Test func `without columns it only writes and leaves the rows`() throws {
    let engine = Engine(graph: Graph())
    let result = try engine.run(
      "UNWIND range(1, 2500) AS x CALL { WITH x UNWIND [1, 2] AS y CREATE (:A {x: x, y: y}) } RETURN count(*) AS c, sum(x) AS s"
    )
    #expect(result.rows.count == 1)
    #expect(KitValue(result.rows[0][0], engine.graph) == .integer(2500))
    #expect(result.sideEffects.nodesCreated == 5000)
  }

  @Test func `each run sees what those before it wrote, the rows do not`() throws {
    let engine = try Engine(after: "CREATE (:A), (:A)")
    let rows = try engine.table(
      "MATCH (a:A) CALL { CREATE (:A) WITH 1 AS one MATCH (n:A) RETURN count(n) AS c } RETURN c ORDER BY c")
    #expect(rows == ["3", "4"])
  }

  @Test func `a subquery that writes runs to its end behind LIMIT`() throws {
    let engine = Engine(graph: Graph())
    #expect(
      try engine.table(
        "UNWIND range(1, 3000) AS x CALL { WITH x CREATE (n:A) RETURN n.x AS y } RETURN x LIMIT 1") == ["1"])
    #expect(engine.graph.nodeCount == 3000)
  }

  @Test func `a list in parentheses brings variables in for the whole subquery`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1}), (:A {x: 2})")
    #expect(
      try engine.table("MATCH (a:A) CALL (a) { WITH 10 AS ten RETURN a.x + ten AS y } RETURN y ORDER BY y")
        == [
          "11", "12",
        ])
    #expect(try engine.table("WITH 1 AS x, 2 AS y CALL (*) { RETURN x + y AS z } RETURN z") == ["3"])
    #expect(try engine.table("WITH 1 AS x CALL () { RETURN 7 AS y } RETURN x, y") == ["1 | 7"])
    #expect(
      try engine.table(
        "UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION ALL RETURN x * 10 AS y } RETURN y") == [
          "1", "10", "2", "20",
        ])
    #expect(
      try engine.table(
        "UNWIND [1, 2] AS x CALL (x) { CALL (x) { RETURN x + 1 AS y } RETURN y * x AS z } RETURN z") == [
          "2", "6",
        ])
    engine.expectFailure(
      "WITH 1 AS x CALL () { RETURN ‹x› AS y } RETURN y", .syntaxError, "UndefinedVariable")
    engine.expectFailure(
      "WITH 1 AS x CALL (‹z›) { RETURN 1 AS y } RETURN y", .syntaxError, "UndefinedVariable")
    engine.expectFailure("WITH 1 AS x CALL (x) { RETURN x } RETURN x", .syntaxError, "VariableAlreadyBound")
  }

  @Test func `OPTIONAL CALL keeps rows for which there is nothing`() throws {
    let engine = Engine(graph: Graph())
    #expect(
      try engine.table(
        "UNWIND [1, 2, 3] AS x OPTIONAL CALL (x) { WITH * WHERE x = 2 UNWIND [1, 2] AS y RETURN y } RETURN x, y"
      )
        == ["1 | null", "2 | 1", "2 | 2", "3 | null"])
  }
}
