import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Statements that run away")
struct RunawayTests {
  private static func nested(_ open: String, _ inner: String, _ close: String, _ count: Int = 10_000)
    -> String
  {
    "RETURN " + String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  /// Ten thousand levels of everything that nests.
  private static let deep = [
    nested("(", "1", ")"), nested("[", "1", "]"), nested("{a:", "1", "}"), nested("NOT ", "true", ""),
    nested("- ", "1", ""), nested("CASE WHEN true THEN ", "1", " END"), nested("abs(", "1", ")"),
    nested("EXISTS { MATCH (n) WHERE ", "true", " }"), nested("COUNT { RETURN ", "1", " }"),
    nested("[x IN ", "[1]", "]"), nested("reduce(s = 0, x IN [1] | ", "1", ")"),
    nested("any(x IN [1] WHERE ", "true", ")"), nested("[()-->() WHERE ", "true", " | 1]"),
    nested("", "1", " + 1"), nested("", "1", " ^ 1"), nested("", "[1]", "[0]"), nested("", "{a: 1}", ".a"),
    nested("", "1", " IS NULL"), nested("", "1", " IN [1]"), nested("(", "", ""), nested("[", "", ""),
  ]

  @Test(arguments: deep) func `nesting too deep is an error and no crash`(text: String) {
    Engine(graph: Graph()).expectFailure(text, .limitExceeded, "NestingTooDeep")
  }

  @Test(arguments: [
    String(repeating: "CALL { ", count: 10_000) + "RETURN 1 AS x" + String(repeating: " }", count: 10_000),
    String(repeating: "FOREACH (x IN [1] | ", count: 10_000) + "CREATE ()"
      + String(repeating: ")", count: 10_000),
  ]) func `clauses nested too deep are an error and no crash`(text: String) {
    Engine(graph: Graph()).expectFailure(text, .limitExceeded, "NestingTooDeep")
  }

  @Test(arguments: [
    String(repeating: "MATCH (a) ", count: 10_000) + "RETURN 1",
    String(repeating: "CREATE () ", count: 10_000),
    "MATCH (a)" + String(repeating: "-->()", count: 10_000) + " RETURN 1",
    "MATCH ()" + String(repeating: ", ()", count: 10_000) + " RETURN 1",
    (0..<10_000).map { "UNWIND [1] AS x\($0) " }.joined() + "RETURN 1",
  ]) func `queries of too many steps are an error and no crash`(text: String) {
    Engine(graph: Graph()).expectFailure(text, .limitExceeded, "TooManySteps")
  }

  @Test(arguments: [
    "RETURN true" + String(repeating: " AND true", count: 10_000),
    "RETURN false" + String(repeating: " OR false", count: 10_000),
    "RETURN 1" + String(repeating: " < 1", count: 10_000),
    "RETURN 1 AS x" + String(repeating: " UNION RETURN 1 AS x", count: 2000),
    "CREATE (:A)" + String(repeating: ", (:A)", count: 5000),
    "CREATE (:A)" + String(repeating: "-[:T]->(:A)", count: 2000),
    "RETURN [1" + String(repeating: ", 1", count: 50_000) + "]",
  ]) func `long chains that need no nesting run`(text: String) throws {
    #expect(throws: Never.self) { try Engine(graph: Graph()).run(text) }
  }

  @Test(arguments: [
    "[l]", "{a: l}", "[l, l]", "[1] + [l]", "[x IN [l] | x]", "CASE WHEN true THEN [l] END",
    "coll.insert([], 0, l)", "{a: l, b: l}",
  ]) func `values that nest without end are stopped`(step: String) throws {
    let engine = Engine(graph: Graph())
    engine.expectFailure(
      "RETURN reduce(l = [], i IN range(1, 1000000) | \(step)) = 1", .limitExceeded, "NestingTooDeep")
  }

  @Test func `values that nest without end in many rows are stopped`() throws {
    let engine = Engine(graph: Graph())
    engine.expectFailure(
      "UNWIND [1, 2, 3] AS x RETURN reduce(l = [], i IN range(1, 1000000) | [l, l]) = x", .limitExceeded,
      "NestingTooDeep")
    engine.limits.memory = 4 << 20
    engine.expectFailure(
      "UNWIND [1, 2, 3] AS x RETURN reduce(s = 'a', i IN range(1, 1000) | s + s)", .limitExceeded,
      "MemoryLimit")
    engine.expectFailure(
      "UNWIND range(1, 100000) AS x RETURN size([y IN range(1, 100) | lpad('a', 900)])", .limitExceeded,
      "MemoryLimit")
  }

  @Test func `a list that grows flat may be long`() throws {
    let engine = Engine(graph: Graph())
    engine.limits.memory = 10 << 20
    #expect(
      try engine.table(
        """
        RETURN size(reduce(l = [], i IN range(1, 3000) | l + i)), size(reduce(l = [], i IN range(1, 3000) | l + [[i]])),
          size(reduce(s = '', i IN range(1, 3000) | s + 'ж'))
        """) == ["3000 | 3000 | 3000"])
  }

  /// Expressions whose values would fill any memory.
  private static let greedy = [
    "RETURN size(reduce(s = 'a', i IN range(1, 100) | s + s))",
    "RETURN size(reduce(l = [1], i IN range(1, 100) | l + l))",
    "RETURN [x IN range(1, 100000) | [y IN range(1, 100000) | y]]",
    "RETURN [x IN range(1, 1000000000) | x]",
    "RETURN size(range(1, 40000000))",
    "WITH reduce(s = 'a', i IN range(1, 16) | s + s) AS s RETURN size(replace(s, 'a', s))",
    "WITH reduce(s = 'a', i IN range(1, 16) | s + s) AS s RETURN [x IN range(1, 100000) | s + x]",
    "WITH reduce(s = 'a', i IN range(1, 16) | s + s) AS s RETURN size(join([x IN range(1, 100000) | s], s))",
    "WITH range(1, 60000) AS l RETURN [x IN range(1, 100000) | l[1..]]",
    "WITH range(1, 60000) AS l RETURN size(coll.flatten([x IN range(1, 100000) | l]))",
    "WITH range(1, 60000) AS l UNWIND range(1, 100000) AS x RETURN collect(tail(l))",
    "RETURN COLLECT { UNWIND range(1, 1000000000) AS x RETURN x }",
    "UNWIND range(1, 1000000000) AS x RETURN collect(x)",
    "UNWIND range(1, 1000000000) AS x WITH DISTINCT x RETURN count(x)",
    "UNWIND range(1, 1000000000) AS x WITH x, count(*) AS c RETURN max(c)",
    "UNWIND range(1, 1000000000) AS x WITH x ORDER BY -x RETURN count(x)",
    "UNWIND range(1, 1000000000) AS x CREATE (:N {x: x}) WITH x MATCH (n:N) RETURN count(n)",
    "UNWIND range(1, 1000000000) AS x CREATE (:N {x: x})",
    "FOREACH (x IN range(1, 1000000000) | CREATE (:N {x: x}))",
    "UNWIND range(1, 1000000000) AS x MERGE (:N {x: x % 100000})",
  ]

  @Test(arguments: greedy) func `memory is counted in expressions and in steps that hold rows`(text: String)
    throws
  {
    let engine = Engine(graph: Graph())
    engine.limits.memory = 4 << 20
    engine.expectFailure(text, .limitExceeded, "MemoryLimit")
    #expect(engine.graph.nodeCount == 0)
  }

  @Test
  func
    `no value may be larger than a gibibyte even without limits, no text larger than what is copied at once`()
  {
    let engine = Engine(graph: Graph())
    engine.expectFailure("RETURN size(range(1, 49999999))", .limitExceeded, "ValueTooLarge")
    let text = "WITH reduce(s = 'ab', i IN range(1, 27) | s + s) AS s RETURN size(s), s + 'c' IS NULL"
    let error = engine.expectFailure(text, .limitExceeded, "ValueTooLarge")
    #expect(error?.message == "a text would take more than 256 MiB")
  }

  @Test func `a regular expression takes time in proportion to the text`() throws {
    let engine = Engine(graph: Graph())
    #expect(
      try engine.table("RETURN reduce(s = 'a', i IN range(1, 17) | s + s) =~ '(a+)+b'") == ["false"])
  }

  @Test(arguments: [
    "MATCH p = (a)-[*]->(b) RETURN count(p)", "MATCH (a)-[*]-(b) RETURN count(*)",
    "MATCH p = (a)-[*..40]-(b) RETURN max(length(p))", "MATCH p = (a)-[*]->(b) DELETE p",
    "MATCH p = (a)-[*]->(b) SET a.x = length(p)", "MATCH (a)-[*]->(b) CREATE (:N)",
    "MATCH (a) RETURN [(a)-[*]->(b) | b]", "MATCH (a) WHERE COUNT { (a)-[*]->(b) } > 10 ^ 9 RETURN a",
    "MATCH (a), (b), (c), (d), (e), (f) MERGE (:M {x: a.x + b.x + c.x + d.x + e.x + f.x})",
  ]) func `a search through a clique is stopped and leaves the graph as it was`(text: String) throws {
    let engine = try Engine(
      after: "UNWIND range(1, 50) AS x CREATE (:A {x: x})",
      "MATCH (a:A), (b:A) WHERE a.x < b.x CREATE (a)-[:T]->(b)")
    engine.limits.time = .milliseconds(50)
    engine.limits.memory = 100 << 20
    #expect {
      try engine.run(text)
    } throws: { error in
      let detail = (error as? CypherError)?.detail
      return detail == "TimeLimit" || detail == "MemoryLimit"
    }
    #expect(engine.graph.nodeCount == 50)
    #expect(engine.graph.relationshipCount == 1225)
  }
}
