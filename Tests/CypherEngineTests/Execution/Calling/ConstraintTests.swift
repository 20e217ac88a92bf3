import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Uniqueness constraints")
struct ConstraintTests {
  private func engine() throws -> Engine {
    try Engine(
      after: "CREATE CONSTRAINT uq FOR (n:Клиент) REQUIRE n.код IS UNIQUE",
      "CREATE (:Клиент {код: 1}), (:Клиент {код: 2}), (:Клиент), (:Клиент)")
  }

  @Test func `a constraint is made, shown and dropped`() throws {
    let engine = try engine()
    try engine.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:A) REQUIRE (n.x) IS UNIQUE")
    #expect(
      try engine.table("SHOW CONSTRAINTS") == [
        "'A_x' | 'A' | 'x' | 'UNIQUE'", "'uq' | 'Клиент' | 'код' | 'UNIQUE'",
      ])
    try engine.run("DROP CONSTRAINT A_x")
    try engine.run("DROP CONSTRAINT A_x IF EXISTS")
    engine.expectFailure("DROP CONSTRAINT A_x", .semanticError, "ConstraintNotFound")
    engine.expectFailure("DROP INDEX uq", .semanticError, "IndexOfConstraint")
    engine.expectFailure(
      "CREATE CONSTRAINT FOR (n:Клиент) REQUIRE n.код IS UNIQUE", .semanticError, "ConstraintAlreadyExists")
    try engine.run("DROP CONSTRAINT uq")
    try engine.run("CREATE (:Клиент {код: 1})")
  }

  @Test func `what breaks it is refused when the statement ends`() throws {
    let engine = try engine()
    for text in [
      "CREATE ‹(:Клиент {код: 1})›", "CREATE (n:Клиент) SET n.код = 1", "MATCH (n:Клиент) SET n.код = 5",
      "UNWIND [7, 7] AS x CREATE (:Клиент {код: x})", "MERGE (n:Клиент {код: 1, имя: 'другой'})",
      "FOREACH (x IN [1] | CREATE (:Клиент {код: x}))", "CREATE (n {код: 2}) SET n:Клиент",
      "CALL { CREATE (:Клиент {код: 1}) }",
    ] {
      engine.expectFailure(text, .constraintValidationFailed, "UniquenessViolation")
    }
  }

  @Test func `values may cross on the way, even far apart`() throws {
    let engine = try engine()
    try engine.run("MATCH (n:Клиент) WHERE n.код IS NOT NULL SET n.код = 3 - n.код")
    try engine.run("CREATE (a:Клиент {код: 1}) SET a.код = 9")
    try engine.run("UNWIND range(100, 5000) AS x CREATE (:Клиент {код: x})")
    try engine.run("MATCH (n:Клиент) WHERE n.код >= 100 SET n.код = 5100 - n.код")
    #expect(try engine.table("MATCH (n:Клиент {код: 1}) RETURN count(n)") == ["1"])
  }

  @Test func `it cannot be made over values that are there twice`() throws {
    let engine = try Engine(
      after: "CREATE (:A {x: 1}), (:A {x: 1.0}), (:A)", "CREATE INDEX FOR (n:A) ON (n.x)")
    engine.expectFailure(
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS UNIQUE", .constraintValidationFailed, "UniquenessViolation")
    #expect(engine.graph.indexes.map(\.isUnique) == [false])
    try engine.run("MATCH (n:A) REMOVE n.x")
    try engine.run("CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS UNIQUE")
    #expect(engine.graph.indexes.map(\.isUnique) == [true])
  }

  @Test func `undo takes it back and redo brings it again`() throws {
    let engine = try Engine(after: "CREATE INDEX i FOR (n:A) ON (n.x)")
    try engine.run("CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE")
    _ = engine.graph.undo()
    #expect(engine.graph.indexes.map(\.name) == ["i"])
    _ = engine.graph.redo()
    #expect(engine.graph.indexes.map(\.name) == ["c"])
    engine.expectFailure(
      "CREATE (:A {x: 1}), (:A {x: 1})", .constraintValidationFailed, "UniquenessViolation")
  }

  @Test func `a path may still be named like the keyword`() throws {
    let engine = try Engine(after: "CREATE constraint = (:A)-[:T]->(:B)")
    #expect(engine.graph.nodeCount == 2)
    engine.expectFailure(
      "CREATE CONSTRAINT FOR (n:A) REQUIRE ‹m›.x IS UNIQUE", .syntaxError, "UndefinedVariable")
    engine.expectFailure(
      "CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x, n.y) IS UNIQUE", .semanticError, "CompositeConstraint")
    engine.expectFailure(
      "MATCH (n) ‹CREATE› CONSTRAINT FOR (n:A) REQUIRE n.x IS UNIQUE", .syntaxError,
      "InvalidClauseComposition")
  }
}
