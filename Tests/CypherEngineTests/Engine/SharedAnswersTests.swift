import CypherSyntax
import PropertyGraph
import Synchronization
import Testing

@testable import CypherEngine

/// Procedures that are queries, called several times while the graph stays as it is.
struct SharedAnswersTests {
  private final class Counter: Sendable {
    let calls = Atomic<Int>(0)
  }

  /// A view over the nodes, which counts how often it is computed.
  private func engine(_ counter: Counter) throws -> Engine {
    let engine = try Engine(after: "CREATE (:A {x: 1})", "CREATE (:A {x: 2})")
    try engine.procedures.register("our.tick() :: (n :: INTEGER?)") { _, _ in
      counter.calls.add(1, ordering: .relaxed)
      return [[.integer(1)]]
    }
    let signature = ProcedureSignature(
      name: "our.above", inputs: [.init(name: "least", type: "INTEGER", isNullable: false)],
      outputs: [.init(name: "x", type: "INTEGER", isNullable: true)])
    engine.procedures.register(
      Procedure(
        signature, summary: "numbers",
        query: "CALL our.tick() YIELD n MATCH (a:A) WHERE a.x >= $least RETURN a.x AS x"))
    return engine
  }

  private let sum = "CALL our.above(1) YIELD x RETURN sum(x)"

  @Test func `Equal calls are computed once, others for themselves`() throws {
    let counter = Counter()
    let engine = try engine(counter)
    try engine.sharingAnswers { () throws(CypherError) in
      for _ in 0..<3 { #expect(try engine.table(sum) == ["3"]) }
      #expect(
        try engine.table("UNWIND [1, 2, 1] AS n CALL our.above(n) YIELD x RETURN n, sum(x)") == [
          "1 | 6", "2 | 2",
        ])
    }
    #expect(counter.calls.load(ordering: .relaxed) == 2)
  }

  @Test func `Without sharing each call is computed`() throws {
    let counter = Counter()
    let engine = try engine(counter)
    for _ in 0..<2 { #expect(try engine.table(sum) == ["3"]) }
    #expect(counter.calls.load(ordering: .relaxed) == 2)
  }

  @Test func `A statement that writes makes them be computed again`() throws {
    let engine = try engine(Counter())
    try engine.sharingAnswers { () throws(CypherError) in
      #expect(try engine.table(sum) == ["3"])
      try engine.run("CREATE (:A {x: 10})")
      #expect(try engine.table(sum) == ["13"])
    }
    try engine.run("CREATE (:A {x: 100})")
    #expect(try engine.sharingAnswers { () throws(CypherError) in try engine.table(sum) } == ["113"])
  }

  @Test func `A call of which only the first rows were taken is not taken for the whole`() throws {
    let engine = try engine(Counter())
    try engine.sharingAnswers { () throws(CypherError) in
      #expect(try engine.table("CALL our.above(1) YIELD x RETURN x LIMIT 1") == ["1"])
      #expect(try engine.table(sum) == ["3"])
    }
  }
}
