import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("CALL of procedures")
struct ProcedureCallTests {
  private func engine() throws -> Engine {
    let engine = try Engine(after: "CREATE (:B)-[:T {w: 1}]->(:A {x: 1})")
    try engine.procedures.register(
      "our.range(from :: INTEGER, to :: INTEGER?) :: (n :: INTEGER?, text :: STRING?)"
    ) { arguments, _ in
      guard case .integer(let from) = arguments[0], case .integer(let to) = arguments[1], from <= to else {
        return []
      }
      return (from...to).map { [.integer($0), .string("\($0)")] }
    }
    try engine.procedures.register("our.half(x :: FLOAT?) :: (half :: FLOAT?)") { arguments, _ in
      guard case .float(let x) = arguments[0] else { return [[.null]] }
      return [[.float(x / 2)]]
    }
    try engine.procedures.register("our.fail() :: VOID") { _, _ throws(CypherError) in
      throw CypherError(.procedureError, .runtime, "Broken", "it is broken")
    }
    return engine
  }

  @Test func `standalone calls give all outputs or those yielded`() throws {
    let engine = try engine()
    #expect(try engine.run("CALL our.range(1, 2)").columns == ["n", "text"])
    #expect(try engine.table("CALL our.range(1, 2)") == ["1 | '1'", "2 | '2'"])
    #expect(try engine.table("CALL our.range(1, 2) YIELD text") == ["'1'", "'2'"])
    #expect(try engine.table("CALL our.range", ["from": .integer(3), "to": .integer(3)]) == ["3 | '3'"])
  }

  @Test func `inside a query it runs for each row`() throws {
    let engine = try engine()
    #expect(
      try engine.table(
        "UNWIND [1, 0, 2] AS x CALL our.range(1, x) YIELD n AS m, text WHERE m <> 1 OR x = 2 RETURN x, m, text"
      )
        == ["2 | 1 | '1'", "2 | 2 | '2'"])
  }

  @Test func `answers of any length come whole`() throws {
    let engine = try engine()
    for count in [0, 1, 4096, 4097, 10_000] as [Int64] {
      let rows = try engine.table(
        "CALL our.range(1, $n) YIELD n RETURN count(n), sum(n)", ["n": .integer(count)])
      #expect(rows == ["\(count) | \(count * (count + 1) / 2)"])
    }
  }

  @Test func `arguments are converted and checked when they come`() throws {
    let engine = try engine()
    #expect(
      try engine.table("UNWIND [1, 2.5, null] AS x CALL our.half(x) YIELD half RETURN half") == [
        "0.5", "1.25", "null",
      ])
    engine.expectFailure(
      "WITH $p AS p CALL our.half(‹p›) YIELD half RETURN half", .typeError, "InvalidArgumentType",
      ["p": .string("x")])
    engine.expectFailure("CALL our.range(‹$p›, 1)", .typeError, "InvalidArgumentType", ["p": .null])
    engine.expectFailure("CALL our.range(‹$p›, 1)", .typeError, "InvalidArgumentType", ["p": .float(1)])
  }

  @Test func `an error inside gets the place of the call`() throws {
    try engine().expectFailure(
      "CREATE (:X) WITH 1 AS x CALL ‹our.fail›() RETURN x", .procedureError, "Broken")
  }

  @Test func `unknown procedures are named with what is near`() throws {
    let error = try engine().expectFailure("CALL ‹our.rang›(1, 2)", .procedureError, "ProcedureNotFound")
    #expect(error?.hint == "did you mean our.range?")
  }

  @Test func `the built-in ones list the graph's names, sorted`() throws {
    let engine = try engine()
    #expect(try engine.table("CALL db.labels") == ["'A'", "'B'"])
    #expect(try engine.table("CALL db.relationshipTypes()") == ["'T'"])
    #expect(try engine.table("CALL db.propertyKeys() YIELD propertyKey AS k RETURN k") == ["'w'", "'x'"])
    try engine.run("CREATE INDEX i FOR (n:A) ON (n.x)")
    #expect(try engine.table("CALL db.indexes") == ["'i' | 'A' | 'x' | false"])
  }

  @Test func `a procedure without outputs leaves the rows`() throws {
    let engine = try engine()
    try engine.procedures.register("our.nothing() :: ()") { _, _ in [] }
    #expect(try engine.table("UNWIND [1, 2] AS x CALL our.nothing() RETURN x") == ["1", "2"])
    #expect(try engine.run("CALL our.nothing()").rows.isEmpty)
  }
}
