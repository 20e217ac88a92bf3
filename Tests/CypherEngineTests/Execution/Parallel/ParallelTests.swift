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
