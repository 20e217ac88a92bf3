import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("SHOW with YIELD and WHERE")
struct ShowTests {
  private func engine() throws -> Engine {
    try Engine(after: "CREATE (:A {x: 1})-[:T]->(:B), (:Ж)-[:S]->(:Ж)")
  }

  @Test func `labels, types and keys are listed by either name`() throws {
    let engine = try engine()
    #expect(try engine.table("SHOW LABELS") == ["'A' | 1", "'B' | 1", "'Ж' | 2"])
    #expect(try engine.table("SHOW RELATIONSHIP TYPES") == ["'S' | 1", "'T' | 1"])
    #expect(try engine.table("SHOW PROPERTY KEYS") == ["'x'"])
    #expect(try engine.table("SHOW TYPES") == engine.table("SHOW RELATIONSHIP TYPES"))
  }

  @Test func `columns are chosen, renamed, filtered, sorted and cut`() throws {
    let engine = try engine()
    #expect(try engine.table("SHOW LABELS YIELD label WHERE label <> 'A'") == ["'B'", "'Ж'"])
    #expect(
      try engine.table("SHOW LABELS YIELD label AS l, count AS c ORDER BY c DESC, l LIMIT 2 RETURN l") == [
        "'Ж'", "'A'",
      ])
    #expect(try engine.table("SHOW LABELS YIELD count RETURN sum(count)") == ["4"])
    #expect(try engine.table("SHOW FUNCTIONS YIELD name WHERE name = 'abs'") == ["'abs'"])
  }

  @Test func `WHERE alone keeps the columns as they are`() throws {
    let engine = try engine()
    let shown = try engine.run("SHOW FUNCTIONS WHERE name STARTS WITH 'toUpp'")
    #expect(shown.columns == ["name", "signature", "category", "summary"])
    #expect(shown.rows.count == 1)
    #expect(try engine.run("SHOW PROCEDURES WHERE false").rows.isEmpty)
    #expect(try engine.run("SHOW LABELS YIELD *").columns == ["label", "count"])
  }

  @Test func `a column that is not there is an error, and so is another clause`() throws {
    let engine = try engine()
    engine.expectFailure("SHOW LABELS YIELD ‹lable›", .syntaxError, "UndefinedVariable")
    engine.expectFailure("SHOW LABELS ‹MATCH› (n) RETURN n", .syntaxError, "InvalidClauseComposition")
    engine.expectFailure("SHOW ‹LABLES›", .syntaxError, "UnexpectedSyntax")
  }
}
