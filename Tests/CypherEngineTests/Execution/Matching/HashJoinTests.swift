import PropertyGraph
import Testing

@testable import CypherEngine

/// Patterns that only an equality connects, compared with the same question asked so that it cannot be a join.
@Suite("Joins by equal values")
struct HashJoinTests {
  private let engine: Engine

  init() throws {
    engine = try Engine(
      after:
        "UNWIND [1, 1.0, 2, 'a', 'a', 'я', null, 0.0/0.0, true, date('2024-02-29'), [1], 3] AS x CREATE (:L {x: x})",
      "UNWIND [1, 2.0, 'a', 'A', null, 0.0/0.0, true, false, date('2024-02-29'), [1], [2], 1] AS x CREATE (:R {x: x})",
      "MATCH (l:L) SET l.i = id(l)", "MATCH (r:R) SET r.i = id(r)",
      "UNWIND range(0, 5999) AS i CREATE (:P {i: i, k: i % 2000, t: 'text ' + (i % 500)}), (:Q {i: i, k: i % 3000, t: 'text ' + (i % 700)})"
    )
  }

  private func usesJoin(_ query: String) throws -> Bool {
    try engine.run("EXPLAIN " + query).plan?.names.contains("HashJoin") == true
  }

  @Test func `values of any type join those they equal; null and NaN join none`() throws {
    let join = "MATCH (l:L), (r:R) WHERE l.x = r.x RETURN l.i, r.i ORDER BY l.i, r.i"
    #expect(try usesJoin(join))
    let plain =
      "MATCH (l:L) WITH collect(l) AS ls MATCH (r:R) UNWIND ls AS l WITH l, r WHERE (l.x = r.x) = true RETURN l.i, r.i ORDER BY l.i, r.i"
    #expect(try !usesJoin(plain))
    let rows = try engine.table(join)
    #expect(rows == (try engine.table(plain)))
    #expect(!rows.isEmpty)
  }

  @Test func `several keys, many rows for a key, and batches of any size`() throws {
    for (join, count) in [
      ("MATCH (p:P), (q:Q) WHERE p.k = q.k RETURN count(*), sum(p.i), sum(q.i)", 12000),
      ("MATCH (p:P), (q:Q) WHERE p.t = q.t RETURN count(*), sum(p.i), sum(q.i)", 52800),
    ] {
      let key = join.contains("p.k") ? "k" : "t"
      let counted =
        "MATCH (p:P) WITH p.\(key) AS k, count(*) AS c, sum(p.i) AS s WITH collect([k, c, s]) AS all UNWIND all AS a MATCH (q:Q {\(key): a[0]}) RETURN sum(a[1]), sum(a[2]), sum(q.i * a[1])"
      let rows = try engine.table(join)
      #expect(rows == (try engine.table(counted)))
      #expect(rows[0].hasPrefix("\(count) |"))
    }
    let both = "MATCH (p:P), (q:Q) WHERE p.k = q.k AND p.t = q.t RETURN count(*)"
    #expect(try usesJoin(both))
    let expected = (0..<6000).reduce(0) { sum, p in
      sum + (0..<6000).count { q in p % 2000 == q % 3000 && p % 500 == q % 700 }
    }
    #expect(try engine.table(both) == ["\(expected)"])
  }

  @Test func `rows come in the order of the left side, and of the right one within`() throws {
    let rows = try engine.table("MATCH (p:P), (q:Q) WHERE p.k = q.k AND p.i < 10 RETURN p.i, q.i")
    let pairs = rows.map { $0.split(separator: " | ").compactMap { Int($0) } }
    #expect(pairs.count == 20)
    #expect(
      pairs.elementsEqual(pairs.sorted { $0.lexicographicallyPrecedes($1) }, by: ==)
        || pairs.elementsEqual(
          pairs.sorted { [$0[1], $0[0]].lexicographicallyPrecedes([$1[1], $1[0]]) }, by: ==)
    )
  }

  @Test func `what a condition takes from the outer row holds for that row only`() throws {
    for (query, counts) in [
      ("MATCH (p:P), (q:Q) WHERE p.k = q.k AND q.k > 1990 + i * 4 RETURN count(*) AS c", ["30", "6"]),
      ("MATCH (l:L), (q:Q) WHERE q.i < i * 2 RETURN count(*) AS c", ["24", "48"]),
      ("MATCH (l:L), (q:Q {i: i}) WHERE l.x = q.i RETURN count(*) AS c", ["2", "1"]),
    ] {
      #expect(try engine.table("UNWIND [1, 2] AS i CALL (i) { \(query) } RETURN c") == counts, "\(query)")
    }
  }

  @Test func `what a subquery held is used for the next row, but not after a write`() throws {
    #expect(
      try engine.table(
        "UNWIND range(1, 3) AS i CALL (i) { MATCH (p:P), (q:Q) WHERE p.k = q.k AND p.i < i RETURN count(*) AS c } RETURN i, c"
      )
        == ["1 | 2", "2 | 4", "3 | 6"])
    #expect(
      try engine.table(
        """
        UNWIND range(1, 3) AS i
        CALL (i) { MATCH (l:L), (q:Q) WHERE l.x = q.i AND q.i = 3 CREATE (:L {x: 3}) RETURN count(*) AS c } RETURN i, c
        """) == ["1 | 1", "2 | 2", "3 | 4"])
    // A product: the twelve R with each L of 3, eight of them after the lines above.
    #expect(
      try engine.table(
        "UNWIND range(1, 2) AS i CALL (i) { MATCH (a:R), (b:L {x: 3}) CREATE (:L {x: 3}) RETURN count(*) AS c } RETURN c"
      )
        == ["96", "1248"])
  }
}
