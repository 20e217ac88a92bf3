import CypherSyntax
import Glibc
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Limits of a statement")
struct LimitTests {
  /// Statements that would run for minutes, each in other operators.
  private static let endless = [
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*)",
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x WHERE x < 0 RETURN x",
    "RETURN reduce(s = 0, x IN range(1, 10000000000) | s + x)",
    "RETURN size([x IN range(1, 10000000000) WHERE x < 0])",
    "MATCH (a), (b), (c), (d), (e) WHERE a.x + b.x + c.x + d.x + e.x < 0 RETURN count(*)",
    "UNWIND range(1, 100000) AS x CALL { WITH x UNWIND range(1, 100000) AS y RETURN sum(y) AS s } RETURN sum(s)",
    "UNWIND range(1, 100000) AS x MATCH (a), (b) WHERE a.x = x + 1000 RETURN count(*)",
    "FOREACH (x IN range(1, 100000) | FOREACH (y IN range(1, 100000) | MERGE (:B)))",
  ]

  private func filled() throws -> Engine {
    try Engine(after: "UNWIND range(1, 100) AS x CREATE (:A {x: x})")
  }

  @Test func `what ends the threads that help is called once, in the order in which they began`() {
    let limits = LimitTracker()
    var ended: [Int] = []
    for crew in 1...2 { limits.note { ended.append(crew) } }
    limits.endHelp()
    limits.endHelp()
    #expect(ended == [1, 2])
  }

  @Test func `a statement may write right after one with which threads helped was stopped`() throws {
    let engine = try Engine(after: "UNWIND range(1, 60000) AS x CREATE (:N {x: x})")
    engine.limits.rows = 20_000
    for round in 0..<20 {
      let error = #expect(throws: CypherError.self) {
        try engine.run("MATCH (n:N) WHERE n.x > 0 RETURN n.x, n.x + 1")
      }
      #expect(error?.detail == "RowLimit")
      try engine.run("UNWIND range(1, 2000) AS x CREATE (:N {x: x, y: 'r' + x})")
      #expect(try engine.table("MATCH (n:N) RETURN count(n.x)") == ["\(60_000 + 2000 * (round + 1))"])
    }
  }

  @Test(arguments: endless) func `a statement that runs too long is stopped`(text: String) throws {
    let engine = try filled()
    engine.limits.time = .milliseconds(20)
    let start = ContinuousClock.now
    engine.expectFailure(text, .limitExceeded, "TimeLimit")
    #expect(ContinuousClock.now - start < .seconds(30), "it ran on for long")
  }

  @Test(arguments: endless) func `raising the flag stops a statement from another thread`(text: String) throws
  {
    let engine = try filled()
    let flag = engine.cancellation
    let thread = Helper { flag.raise() }
    thread.start(after: 20_000)
    engine.expectFailure(text, .interrupted, "Cancelled")
    thread.join()
  }

  @Test func `the flag of the last statement does not stop the next`() throws {
    let engine = Engine(graph: Graph())
    engine.cancellation.raise()
    #expect(try engine.table("RETURN 1") == ["1"])
  }

  @Test func `rows on hold and rows of the result are limited`() throws {
    let engine = Engine(graph: Graph())
    engine.limits.rows = 100
    #expect(try engine.table("UNWIND range(1, 100) AS x RETURN x").count == 100)
    engine.expectFailure("UNWIND range(1, 101) AS x RETURN x", .limitExceeded, "RowLimit")
    engine.expectFailure(
      "UNWIND range(1, 5000) AS x WITH x ORDER BY -x RETURN count(x)", .limitExceeded, "RowLimit")
    #expect(try engine.table("UNWIND range(1, 5000) AS x RETURN count(x)") == ["5000"])
  }

  @Test func `memory is limited`() throws {
    let engine = Engine(graph: Graph())
    engine.limits.memory = 100_000
    engine.expectFailure("UNWIND range(1, 100000) AS x RETURN x", .limitExceeded, "MemoryLimit")
    engine.expectFailure(
      "UNWIND range(1, 100000) AS x RETURN collect(x)", .limitExceeded, "MemoryLimit")
    #expect(try engine.table("UNWIND range(1, 100) AS x RETURN count(x)") == ["100"])
  }

  @Test func `what is written and what is copied before it count as memory`() throws {
    let engine = try Engine(after: "UNWIND range(1, 40000) AS x CREATE (:A {x: x})")
    engine.limits.memory = 128 * 20_000
    engine.expectFailure("UNWIND range(1, 25000) AS x CREATE (:B)", .limitExceeded, "MemoryLimit")
    try engine.run("UNWIND range(1, 15000) AS x CREATE (:B)")
    engine.limits.memory = 128 * 40_000 + 100_000
    engine.expectFailure("MATCH (n:A) SET n.x = -n.x", .limitExceeded, "MemoryLimit")
    engine.limits.memory = 128 * 40_000 + 4_000_000
    try engine.run("MATCH (n:A) SET n.x = -n.x")
  }

  @Test func `text and nesting are limited`() throws {
    let engine = Engine(graph: Graph())
    engine.limits.textLength = 20
    engine.expectFailure("RETURN 1 AS muchTooLong", .limitExceeded, "TextTooLong")
    engine.limits = Limits(depth: 10)
    engine.expectFailure(
      "RETURN " + String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50),
      .limitExceeded, "NestingTooDeep")
  }
}

/// A thread that does one thing after a while.
private final class Helper: @unchecked Sendable {
  private let body: @Sendable () -> Void
  private var delay: UInt32 = 0
  private var thread = pthread_t()

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Starts it; the delay is in microseconds.
  func start(after delay: UInt32) {
    self.delay = delay
    let context = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let helper = Unmanaged<Helper>.fromOpaque(context).takeRetainedValue()
        usleep(helper.delay)
        helper.body()
        return nil
      }, context)
  }

  func join() { pthread_join(thread, nil) }
}
