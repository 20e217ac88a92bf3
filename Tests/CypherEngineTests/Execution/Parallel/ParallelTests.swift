import CypherSyntax
import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

/// Steps that several threads do, compared with what PROFILE gives, which runs on one.
@Suite("Steps on several threads")
struct ParallelTests {
  private let engine = Engine(graph: Graph())

  init() throws {
    try engine.run(
      "UNWIND range(0, 19999) AS i CREATE (:N {i: i, k: i % 7, f: i / 3.0, t: 'text ' + (i % 100)})")
    try engine.run("MATCH (n:N) WHERE n.i % 1000 = 3 DELETE n")
    try engine.run(
      """
      UNWIND range(0, 19999) AS i MATCH (a:N), (b:N) WHERE id(a) = i AND id(b) = (i * 17) % 20000
      CREATE (a)-[:R {w: i % 5}]->(b)
      """)
  }

  @Test func `group few rows wherever they are, though most threads find none`() throws {
    for first in stride(from: 10, to: 20_000, by: 900) {
      let query =
        "MATCH (n:N) WHERE n.i >= \(first) AND n.i < \(first + 2) RETURN n, collect(n.t), collect(n.f)"
      #expect(try engine.table(query) == engine.table("PROFILE " + query), "\(query)")
    }
  }

  @Test func `number no group for a column of no rows`() {
    var table = GroupTable(keyCount: 1)
    var first: [Int32] = []
    let heap = engine.graph.texts
    #expect(table.groups(of: [.constant(.null, count: 0)], count: 0, heap, first: &first) == [])
    #expect(table.groups(of: [.nodes([7, 9, 7])], count: 3, heap, first: &first) == [0, 1, 0])
    #expect(first == [0, 1])
    #expect(table.count == 2)
  }

  @Test func `give the rows that one thread gives, in its order`() throws {
    for query in [
      "MATCH (n:N) WHERE n.k = 3 RETURN n.i",
      "MATCH (n:N) WHERE n.t CONTAINS '7' RETURN n.i ORDER BY n.f DESC LIMIT 7",
      "MATCH (n:N) WHERE n.t ENDS WITH '7' RETURN count(*), sum(n.f), min(n.t), max(n.i), avg(n.f)",
      "MATCH (n:N) RETURN n.k, count(*), sum(n.f), collect(n.i)[3]",
      "MATCH (a:N)-[r:R]->(b:N) WHERE r.w > 2 RETURN a.k, b.k, count(*), sum(b.f)",
      "MATCH (a:N)-[r:R]->(b) WHERE r.w > 2 AND a.i < b.i RETURN a.i, b.i",
      "MATCH (a:N)-[:R]->(b)-[:R]->(c) WHERE a.k < c.k RETURN a.i, c.i",
      "MATCH (n:N) OPTIONAL MATCH (n)-[:R]->(m) WHERE m.k = 1 RETURN n.i, m.i",
      "MATCH (n:N) WHERE NOT (n)-[:R]->() RETURN n.i",
      "MATCH (n:N) RETURN DISTINCT n.t",
      "MATCH (n:N) RETURN DISTINCT CASE WHEN n.k < 3 THEN n.k WHEN n.k = 4 THEN 'four' END AS x",
      "MATCH (n:N) WHERE n.i > 19990 RETURN n.i UNION ALL MATCH (n:N) WHERE n.i < 5 RETURN n.i",
      "MATCH (n:N) WHERE n.k = 9 RETURN n", "MATCH (n) WHERE n.k = 5 RETURN n.i SKIP 100 LIMIT 20",
      "MATCH ()-[r:R]->() WHERE r.w = 1 RETURN sum(id(r))", "MATCH (n:N) WHERE n.k = 3 RETURN n.i LIMIT 1",
    ] {
      let expected = try engine.table("PROFILE " + query)
      let plan = try engine.run("EXPLAIN " + query).plan
      #expect(plan?.names.contains("Parallel") == true, "\(plan?.lines ?? [])")
      for _ in 0..<2 { #expect(try engine.table(query) == expected, "\(query)") }
    }
  }

  @Test func `shares of groups join to what one thread groups`() throws {
    for query in [
      "MATCH (n:N) WHERE n.k < 6 RETURN n.k, min(n.t), max(n.t), min(n.f), max(n.i), min(date('2026-01-01') + duration({days: n.i}))",
      "MATCH (n:N) WHERE n.t CONTAINS '1' RETURN n.t, n.k, count(n.missing), sum(n.missing), max(n.missing), collect(n.missing)",
      // A value of another type comes up in the later share only: whole numbers first, then fractions and texts.
      "MATCH (n:N) WITH n.k AS k, CASE WHEN n.i < 12000 THEN n.i WHEN n.i < 16000 THEN n.f ELSE n.t END AS x RETURN k, min(x), max(x)",
      // Groups of the later share that the first one did not have, and the other way round.
      "MATCH (n:N) RETURN n.i / 700, count(*), min(n.i), collect(n.i)[0]",
      "MATCH (n:N) RETURN n.k, sum(duration({days: n.i})), avg(duration({hours: n.k})), count(DISTINCT n.t)",
      "MATCH (n:N) RETURN n.k, percentileDisc(n.i, 0.5), percentileCont(n.i, 0.25), round(stDev(n.i), 6), round(stDevP(n.f), 6)",
      "MATCH (n:N) WHERE n.k = 9 RETURN count(*), sum(n.i), avg(n.i), min(n.i), max(n.i), collect(n.i), stDev(n.i)",
      "MATCH (n:N) WHERE n.i > 19990 RETURN stDev(n.i), sum(n.f), percentileDisc(n.i, 1.0)",
      "MATCH (a:N)-[:R]->(b)-[:R]->(c) RETURN a.k, count(*)",
    ] {
      let expected = try engine.table("PROFILE " + query)
      for _ in 0..<2 { #expect(try engine.table(query) == expected, "\(query)") }
    }
  }

  @Test func `numbers and durations do not mix, even where each share has one kind only`() {
    for aggregate in ["sum", "avg"] {
      for (low, high) in [("n.i", "duration({days: 1})"), ("duration({days: 1})", "n.i")] {
        let error = #expect(throws: CypherError.self) {
          try engine.run(
            "MATCH (n:N) RETURN n.k, \(aggregate)(CASE WHEN n.i < 12000 THEN \(low) ELSE \(high) END)")
        }
        #expect(error?.message.contains("cannot mix numbers and durations") == true)
      }
    }
  }

  @Test func `the error is that of the first row, whichever thread came to one sooner`() {
    for (first, second) in [("1 / 0", "toInteger([])"), ("toInteger([])", "1 / 0")] {
      let kind: CypherError.Kind = first == "1 / 0" ? .arithmeticError : .typeError
      for _ in 0..<3 {
        let error = #expect(throws: CypherError.self) {
          try engine.run(
            "MATCH (n:N) RETURN n.k, sum(CASE WHEN n.i = 9000 THEN \(first) WHEN n.i > 12500 THEN \(second) ELSE 1 END)"
          )
        }
        #expect(error?.kind == kind)
      }
    }
  }

  @Test func `what all threads hold counts against the limits`() throws {
    engine.limits.rows = 15_000
    let error = #expect(throws: CypherError.self) { try engine.run("MATCH (n:N) RETURN n.i, count(*)") }
    #expect(error?.detail == "RowLimit")
    engine.limits.rows = 60_000
    #expect(try engine.run("MATCH (n:N) RETURN n.i, count(*)").rows.count == 19_980)
  }

  @Test func `errors, limits and cancellation stop all threads, and what writes has only one`() throws {
    let error = #expect(throws: CypherError.self) {
      try engine.run("MATCH (n:N) RETURN sum(n.k / (n.i - 15000)), sum(n.i / (n.i - 2000))")
    }
    #expect(error?.kind == .arithmeticError)
    #expect(try engine.run("MATCH (n:N) WHERE n.k = 9 RETURN n").rows.isEmpty)

    engine.limits.time = .zero
    let late = #expect(throws: CypherError.self) {
      try engine.run("MATCH (a:N) WHERE a.t CONTAINS '1' RETURN sum(a.f)")
    }
    #expect(late?.detail == "TimeLimit")
    engine.limits.time = nil
    engine.isToStop = { true }
    let stopped = #expect(throws: CypherError.self) {
      try engine.run("MATCH (a:N) WHERE a.t CONTAINS '1' RETURN sum(a.f)")
    }
    #expect(stopped?.detail == "Cancelled")
    engine.isToStop = { false }

    let plan = try engine.run("EXPLAIN MATCH (n:N) WHERE n.k = 1 SET n.k = 2").plan
    #expect(plan?.names.contains("Parallel") == false)
  }
}
