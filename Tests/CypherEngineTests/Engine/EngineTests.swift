import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("The engine")
struct EngineTests {
  @Test func `a query gives columns and rows`() throws {
    let result = try Engine(graph: Graph()).run("UNWIND [1, 'Ж'] AS x RETURN x, x AS y")
    #expect(result.columns == ["x", "y"])
    #expect(result.rows.count == 2)
    #expect(!result.writes)
    #expect(result.sideEffects.isEmpty)
    #expect(result.plan == nil)
  }

  @Test func `a statement that only writes gives neither columns nor rows`() throws {
    let result = try Engine(graph: Graph()).run("UNWIND [1, 2] AS x CREATE (:A {x: x})")
    #expect(result.columns.isEmpty)
    #expect(result.rows.isEmpty)
    #expect(result.writes)
    #expect(result.sideEffects.nodesCreated == 2)
    #expect(result.sideEffects.labelsAdded == 1)
    #expect(result.sideEffects.propertiesSet == 2)
  }

  @Test func `a statement that may write but does not leaves no transaction`() throws {
    let engine = try Engine(after: "CREATE ({x: 1})")
    let result = try engine.run("MATCH (n) SET n.x = 1")
    #expect(result.writes)
    #expect(result.sideEffects.isEmpty)
    #expect(engine.graph.transactions.count == 1)
  }

  @Test func `a transaction carries the statement's text`() throws {
    let engine = try Engine(after: "CREATE (:A)", "CREATE (:B)")
    #expect(engine.graph.transactions.map(\.statement) == ["CREATE (:A)", "CREATE (:B)"])
  }

  @Test func `a missing parameter is named before anything runs`() throws {
    let engine = Engine(graph: Graph())
    let error = engine.expectFailure(
      "CREATE (:A {x: $name})", .parameterMissing, "MissingParameter", ["nama": .null])
    #expect(error?.message == "there is no parameter $name")
    #expect(error?.hint == "did you mean $nama?")
    #expect(error?.phase == .compileTime)
    engine.expectFailure("RETURN CASE WHEN false THEN $a END", .parameterMissing, "MissingParameter")
  }

  @Test func `a parameter that is null is there`() throws {
    #expect(try Engine(graph: Graph()).table("RETURN $p", ["p": .null]) == ["null"])
  }

  @Test func `an expression is evaluated alone`() throws {
    let engine = try Engine(after: "CREATE (:A), (:A)")
    let sum = try engine.evaluate("1 + $x", parameters: ["x": .integer(2)])
    #expect(KitValue(sum, engine.graph) == .integer(3))
    let count = try engine.evaluate("COUNT { MATCH (n:A) }")
    #expect(KitValue(count, engine.graph) == .integer(2))
    let list = try engine.evaluate("[x IN [1, 2] | x * 2]")
    #expect(KitValue(list, engine.graph).description == "[2, 4]")
  }

  @Test func `an expression with variables or rest is refused`() throws {
    let engine = Engine(graph: Graph())
    #expect(throws: CypherError.self) { try engine.evaluate("x") }
    #expect(throws: CypherError.self) { try engine.evaluate("1 2") }
    #expect(throws: CypherError.self) { try engine.evaluate("") }
    #expect(throws: CypherError.self) { try engine.evaluate("$x") }
    #expect(throws: CypherError.self) { try engine.evaluate("count(*)") }
  }

  @Test func `unknown names give warnings that end as soon as the name is there`() throws {
    let engine = try Engine(after: "CREATE (:Client {name: 'a'})")
    let text = "MATCH (n:Cliemt) RETURN n"
    let warnings = try engine.run(text).warnings
    #expect(warnings.map(\.message) == ["no node has the label Cliemt"])
    #expect(warnings.first?.hint == "did you mean Client?")
    try engine.run("CREATE (:Cliemt)")
    #expect(try engine.run(text).warnings.isEmpty)
  }

  @Test func `all of a statement sees one time`() throws {
    let engine = Engine(graph: Graph())
    engine.clock = { StatementClock(epochSeconds: 951_825_600) }
    #expect(
      try engine.table("RETURN toString(date()) AS d, timestamp() AS t") == ["'2000-02-29' | 951825600000"])
    #expect(try engine.table("UNWIND range(1, 2000) AS x RETURN count(DISTINCT timestamp())") == ["1"])
  }

  @Test func `a prepared query runs with other parameters`() throws {
    let engine = Engine(graph: Graph())
    let query = try engine.prepare("RETURN $a + 1 AS x")
    #expect(query.columns == ["x"])
    #expect(query.parameters == ["a"])
    #expect(!query.writes)
    for number in 0..<3 as Range<Int64> {
      let rows = try engine.run(query, parameters: ["a": .integer(number)]).rows
      #expect(KitValue(rows[0][0], engine.graph) == .integer(number + 1))
    }
  }

  @Test func `errors of the text come from preparing`() throws {
    let engine = Engine(graph: Graph())
    engine.expectFailure("RETURN ‹nobody›", .syntaxError, "UndefinedVariable")
    engine.expectFailure("", .syntaxError, "UnexpectedSyntax")
    #expect(throws: CypherError.self) { try engine.prepare("MATCH") }
  }
}
