import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Plans that are kept")
struct PlanCacheTests {
  @Test func `texts that differ in stored values only share a statement`() throws {
    let engine = Engine(graph: Graph())
    func statement(_ text: String) throws -> CachedStatement { try engine.prepare(text).statement }
    let first = try statement("CREATE (:A {x: 1, y: 'a'})")
    #expect(try statement("CREATE (:A {x: 1, y: 'a'})") === first)
    #expect(try statement("CREATE (:A {x: 234, y: 'Ж'})") === first)
    #expect(try statement("CREATE (:A {x: 1.5, y: 'a'})") !== first, "another type")
    #expect(try statement("CREATE (:B {x: 1, y: 'a'})") !== first, "another label")
    #expect(try statement("CREATE (:A {x: -1, y: 'a'})") !== first, "another expression")
    #expect(try statement("RETURN 1 AS x") !== statement("RETURN 2 AS x"), "the value is in the result")
    #expect(try statement("RETURN '\u{E9}'") !== statement("RETURN 'e\u{301}'"), "canonically equivalent")
    #expect(try statement("MATCH (a)-[*1..2]->(b) RETURN b") !== statement("MATCH (a)-[*1..3]->(b) RETURN b"))
    #expect(try statement("EXPLAIN CREATE ({x: 1})") !== statement("EXPLAIN CREATE ({x: 2})"))
  }

  @Test func `shared statements run with their own values`() throws {
    let engine = Engine(graph: Graph())
    for number in [1, 20, 3] {
      try engine.run("CREATE (:A {x: \(number), y: -\(number), z: 'n\(number)', l: [\(number), 0.5]})")
    }
    #expect(
      try engine.table("MATCH (a:A) RETURN a")
        == [1, 20, 3].map { "(:A {l: [\($0), 0.5], x: \($0), y: -\($0), z: 'n\($0)'})" })
    for number in [1, 20, 3] {
      #expect(
        try engine.table("MATCH (a:A) WHERE a.x = \(number) AND a.z = 'n\(number)' RETURN a.y AS y") == [
          "-\(number)"
        ])
      #expect(try engine.table("MATCH (a:A {x: \(number)}) RETURN a.x + \(number)") == ["\(2 * number)"])
      #expect(
        try engine.run("MATCH (a:A {x: \(number)}) RETURN a.x + \(number)").columns == ["a.x + \(number)"])
      #expect(
        try engine.table("UNWIND [\(number), 5] AS x MERGE (b:B {x: x}) SET b.y = \(number) RETURN b.y AS y")
          .count == 2)
      #expect(engine.graph.transactions.last?.statement.contains("= \(number) RETURN") == true)
    }
  }

  @Test func `places of errors are those of the text that ran`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 0})")
    for value in ["1", "1234567", "12"] {
      engine.expectFailure(
        "MATCH (a:A) WHERE a.y = \(value) OR ‹\(value) / a.x› = 1 RETURN a", .arithmeticError,
        "DivisionByZero")
    }
    for text in ["'a'", "'Ж and more'", "''"] {
      engine.expectFailure("CREATE (:A {t: \(text), m: ‹{k: \(text)}›})", .typeError, "InvalidPropertyType")
      engine.expectFailure(
        "CREATE (:A {t: \(text)}) SET ‹$p.x› = \(text)", .typeError, "InvalidArgumentType", ["p": .integer(1)]
      )
    }
  }

  @Test func `what the lexer reads differently is never mistaken`() throws {
    let engine = Engine(graph: Graph())
    let texts = [
      "CREATE ({a: 1}) // 2 'x", "CREATE ({a: 2}) /* 1 */", "CREATE ({a: 0x1F})", "CREATE ({a: 0o17})",
      "CREATE ({a: 1e3})", "CREATE ({a: .5})", "CREATE ({a: 1.5e-3})", "CREATE ({a: 'it\\'s 1'})",
      "CREATE ({a: \"x'1'\"})", "CREATE ({`a 1`: 1})", "CREATE (n1 {a1: 2}), (n2 {a1: n1.a1})",
      "CREATE ({a: [1, 2, 3][1..2]})", "CREATE ({a: 9223372036854775807})",
      "CREATE ({a: -9223372036854775808})",
      "CREATE ({a: 1 - 1.0})", "CREATE ({a: $p1})",
    ]
    for round in 0..<2 {
      for text in texts { try engine.run(text, parameters: ["p1": .integer(7)]) }
      #expect(engine.graph.nodeCount == (round + 1) * (texts.count + 1))
    }
    #expect(
      try engine.table("MATCH (n) RETURN DISTINCT properties(n)").count == texts.count,
      "both rounds made the same, and two nodes of one statement are alike")
    #expect(StatementShape("CREATE ({a: 1})")?.key == StatementShape("CREATE ({a: 23})")?.key)
    #expect(StatementShape("CREATE ({a: 1x})") == nil)
    #expect(StatementShape("") != nil)
    #expect(StatementShape("RETURN 'open") == nil)
  }

  @Test func `literals have the values that the lexer gives them`() throws {
    var texts = [
      "0", "7", "999999999999999999", "0.1", "0.30000000000000004", "123456789012.345", "1.10", "0.000001",
    ]
    texts += (0..<500).map { "\($0 * 7919).\($0 * $0 * 31 % 100_000)" }
    texts += ["9007199254740993.0", "0.12345678901234567890123", "''", "'Ж'", "\"it's\""]
    let engine = Engine(graph: Graph())
    for text in texts {
      let shape = try #require(StatementShape("CREATE ({x: \(text)})"))
      let value = try engine.evaluate(text)
      #expect(shape.literals.count == 1 && "\(shape.literals[0].value)" == "\(value)", "\(text)")
    }
    #expect(StatementShape("CREATE ({x: 9999999999999999999})") == nil)
    #expect(StatementShape("CREATE ({x: 007})") == nil)
    #expect(StatementShape(String(repeating: "1 ", count: 65)) == nil)
    #expect(try #require(StatementShape("RETURN 1..2")).literals.count == 2)
  }

  @Test func `names that come later are found by plans made before`() throws {
    let engine = Engine(graph: Graph())
    let query = try engine.prepare("MATCH (n:A {x: 1})-[r:T]->(m) RETURN m.y AS y")
    #expect(try engine.run(query).rows.isEmpty)
    try engine.run("CREATE (:A {x: 1})-[:T]->({y: 7})")
    #expect(KitValue(try engine.run(query).rows[0][0], engine.graph) == .integer(7))
  }

  @Test func `a run finds nothing of the runs before it, whether they ended or failed`() throws {
    let engine = try Engine(
      after: "UNWIND range(1, 5) AS x CREATE (:A {x: x, y: [x]})-[:T {w: x}]->(:B {x: x})")
    for text in [
      "MATCH (a:A)-[t:T]->(b) WHERE a.x > $least RETURN a.x, t.w, b.x ORDER BY a.x DESC LIMIT 2",
      "MATCH (a:A) WHERE a.x > $least RETURN count(*), sum(10 / (a.x - 3)), collect(a.x)",
      "MATCH (a:A) WHERE a.x > $least UNWIND a.y AS y RETURN y SKIP 1",
      "MATCH (a:A) WHERE a.x > $least SET a.z = 10 / (a.x - 3) RETURN a.z",
    ] {
      func answer(_ engine: Engine, _ least: Int64) -> [String] {
        do throws(CypherError) {
          return try engine.table(text, ["least": .integer(least)])
        } catch {
          return [error.message]
        }
      }
      // The same question to an engine that has not run it before.
      for least: Int64 in [0, 3, 2, 4, 9, 3, 0, 3] {
        #expect(answer(engine, least) == answer(Engine(graph: engine.graph), least), "\(text) \(least)")
      }
    }
    try engine.run("MATCH (a:A {x: 5}) DETACH DELETE a")
    try engine.run("UNWIND range(6, 9) AS x CREATE (:A {x: x})")
    #expect(
      try engine.table(
        "MATCH (a:A) WHERE a.x > $least RETURN count(*), sum(10 / (a.x - 3)), collect(a.x)",
        ["least": .integer(5)])
        == ["4 | 8 | [6, 7, 8, 9]"])
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
    let engine = Engine(graph: Graph())
    var cache = PlanCache(capacity: 8)
    func find(_ number: Int) throws -> PreparedQuery? {
      let text = "RETURN \(number) AS x"
      return cache.find(text, try #require(StatementShape(text)))
    }
    func keep(_ number: Int) throws {
      let text = "RETURN \(number) AS x"
      _ = cache.keep(try engine.prepare(text).statement, of: text, try #require(StatementShape(text)))
    }
    try keep(0)
    for number in 1..<100 {
      try keep(number)
      #expect(try find(0) != nil, "what is in use stays")
      #expect(cache.count <= 8)
    }
    #expect(try find(1) == nil)
    #expect(try find(99) != nil)
  }
}

extension PlanDescription {
  /// The names of all steps.
  var names: [String] { [name] + inputs.flatMap(\.names) }
}
