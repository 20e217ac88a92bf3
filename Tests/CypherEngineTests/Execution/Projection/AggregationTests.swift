import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Aggregation")
struct AggregationTests {
  private let test: TestGraph

  init() throws { test = try TestGraph() }

  @Test func `without keys there is one group, even of no rows`() throws {
    #expect(
      try test.value(
        "UNWIND [] AS x RETURN count(*), count(x), sum(x), avg(x), min(x), max(x), collect(x), stDev(x), count(DISTINCT x)"
      )
        == "0 | 0 | 0 | null | null | null | [] | 0.0 | 0")
    #expect(try test.rows("UNWIND [] AS x RETURN x, count(*)") == [])
    #expect(
      try test.value("UNWIND [null, null] AS x RETURN count(*), count(x), sum(x), min(x), collect(x)")
        == "2 | 0 | 0 | null | []")
  }

  @Test func `keys group by equivalence, and the first value stands for its group`() throws {
    #expect(
      try test.rows(
        "UNWIND [1, 1.0, null, 0.0/0.0, null, 0.0/0.0, '1', 2, true, [1], [1.0]] AS x RETURN x, count(*)")
        == ["1 | 2", "null | 2", "NaN | 2", "'1' | 1", "2 | 1", "true | 1", "[1] | 2"])
    #expect(
      try test.rows("UNWIND [[1, 'a'], [1, 'b'], [2, 'a'], [1, 'a']] AS p RETURN p[0], p[1], count(*)")
        == ["1 | 'a' | 2", "1 | 'b' | 1", "2 | 'a' | 1"])
    #expect(try test.rows("UNWIND [0.0, -0.0, 0] AS x RETURN x, count(*)") == ["0.0 | 3"])
  }

  @Test func `keys may be nodes, relationships, texts and dates`() throws {
    let test = try TestGraph(
      "UNWIND range(1, 10) AS x CREATE (:N {name: 'n' + toString(x % 3), day: date('2024-02-28') + duration({days: x % 2})})-[:R]->(:M)"
    )
    #expect(
      try test.rows("MATCH (n:N) RETURN n.name AS name, count(*) AS c ORDER BY name") == [
        "'n0' | 3", "'n1' | 4", "'n2' | 3",
      ])
    #expect(
      try test.rows("MATCH (n:N) RETURN n.day AS day, count(*) AS c ORDER BY day") == [
        "2024-02-28 | 5", "2024-02-29 | 5",
      ])
    #expect(
      try test.value("MATCH (n:N)-[r]->(m) WITH n, r, m, count(*) AS c RETURN count(*), sum(c)") == "10 | 10")
  }

  @Test func `a text is one group whether the graph knows it or not`() throws {
    let test = try TestGraph("CREATE ({name: 'known'})")
    #expect(
      try test.rows(
        "MATCH (n) UNWIND [n.name, 'kno' + 'wn', 'un' + 'known', 'unknown'] AS x RETURN x, count(*)")
        == ["'known' | 2", "'unknown' | 2"])
  }

  @Test func `a column of floats sums to floats, and to the whole number 0 where a group has none`() throws {
    // Properties come as columns of one type; the third batch of them is of another.
    let engine = try Engine(
      after:
        "UNWIND range(0, 2999) AS i CREATE (:F {g: i % 3, i: i, x: CASE WHEN i % 3 < 2 THEN i / 2.0 END})")
    #expect(
      try engine.table("MATCH (f:F) RETURN f.g AS g, sum(f.x), avg(f.x), count(f.x) ORDER BY g") == [
        "0 | 749250.0 | 749.25 | 1000", "1 | 749750.0 | 749.75 | 1000", "2 | 0 | null | 0",
      ])
    try engine.run("MATCH (f:F) WHERE f.i >= 2500 SET f.x = 1")
    #expect(
      try engine.table("MATCH (f:F) RETURN f.g AS g, sum(f.x), round(avg(f.x), 2) ORDER BY g") == [
        "0 | 521207.5 | 521.21", "1 | 520375.5 | 520.38", "2 | 167 | 1.0",
      ])
  }

  @Test func `sums are exact in integers and compensated in floats`() throws {
    #expect(try test.value("UNWIND [9223372036854775807, 1, -2] AS x RETURN sum(x)") == "9223372036854775806")
    expectFailure(
      "IntegerOverflow", .arithmeticError, marked: "UNWIND [9223372036854775807, 1] AS x RETURN ‹sum(x)›"
    ) {
      _ = try test.rows("UNWIND [9223372036854775807, 1] AS x RETURN sum(x)")
    }
    #expect(try test.value("UNWIND [1e16, 1.0, 1.0, -1e16] AS x RETURN sum(x)") == "2.0")
    #expect(try test.value("UNWIND range(1, 300000) AS x RETURN sum(0.1)") == "30000.0")
    #expect(try test.value("UNWIND [1, 2.5, null] AS x RETURN sum(x), avg(x)") == "3.5 | 1.75")
    #expect(try test.value("UNWIND [-0.0, -0.0] AS x RETURN sum(x), avg(x)") == "0.0 | 0.0")
    #expect(try test.value("UNWIND [1.0, 0.0/0.0] AS x RETURN sum(x)") == "NaN")
    #expect(
      try test.value("UNWIND [duration('P1D'), null, duration('P2D')] AS x RETURN sum(x), avg(x)")
        == "P3D | P1DT12H")
    expectFailure("InvalidArgumentValue", .typeError) {
      _ = try test.rows("UNWIND [1, 'a'] AS x RETURN sum(x)")
    }
    expectFailure("InvalidArgumentValue", .typeError) {
      _ = try test.rows("UNWIND [1, duration('P1D')] AS x RETURN sum(x)")
    }
  }

  @Test func `extremes follow the total order`() throws {
    #expect(try test.value("UNWIND [3, 1, 2] AS x RETURN min(x), max(x)") == "1 | 3")
    #expect(try test.value("UNWIND [1.5, 0.0/0.0, null, -2.5] AS x RETURN min(x), max(x)") == "-2.5 | NaN")
    #expect(try test.value("UNWIND [1, 'a', 0.5, [1], true] AS x RETURN min(x), max(x)") == "[1] | 1")
    #expect(
      try test.value("UNWIND [date('2024-03-01'), date('2024-02-29')] AS x RETURN min(x), max(x)")
        == "2024-02-29 | 2024-03-01")
    #expect(
      try test.rows("UNWIND range(1, 5000) AS x RETURN x % 2 AS k, min(x), max(x * 1.0)") == [
        "1 | 1 | 4999.0", "0 | 2 | 5000.0",
      ])
    #expect(try test.value("UNWIND ['б', 'а', 'я'] AS x RETURN min(x), max(x)") == "'а' | 'я'")
  }

  @Test func `distinct values of a group are taken in once`() throws {
    #expect(
      try test.value(
        "UNWIND [1, 1.0, 2, null, 2] AS x RETURN count(DISTINCT x), sum(DISTINCT x), collect(DISTINCT x)")
        == "2 | 3 | [1, 2]")
    #expect(
      try test.rows(
        "UNWIND [[1, 'a'], [1, 'a'], [2, 'a'], [1, 'b']] AS p RETURN p[0] AS k, count(DISTINCT p[1]) AS c")
        == ["1 | 2", "2 | 1"])
  }

  @Test func `many rows in many groups`() throws {
    #expect(
      try test.value(
        "UNWIND range(1, 100000) AS x WITH x % 1000 AS k, count(*) AS c, sum(x) AS s RETURN count(*), min(c), max(c), sum(s)"
      )
        == "1000 | 100 | 100 | 5000050000")
    #expect(
      try test.value(
        "UNWIND range(1, 100000) AS x WITH x AS k, collect(x) AS l RETURN count(*), sum(size(l))")
        == "100000 | 100000")
  }

  @Test func `aggregates join keys in one expression`() throws {
    #expect(
      try test.rows("UNWIND [1, 2, 2] AS x RETURN x, x + count(*) AS y, 'n' + toString(count(*)) AS z") == [
        "1 | 2 | 'n1'", "2 | 4 | 'n2'",
      ])
    #expect(
      try test.rows("UNWIND [1, 2, 2, 3] AS x WITH x, count(*) AS c WHERE c = 1 RETURN x ORDER BY x DESC")
        == ["3", "1"])
  }

  @Test func `what groups hold counts against the limits`() throws {
    test.engine.limits.rows = 1000
    do {
      _ = try test.rows("UNWIND range(1, 5000) AS x RETURN x, count(*)")
      Issue.record("no limit")
    } catch { #expect((error as? CypherError)?.detail == "RowLimit") }
    test.engine.limits = Limits(memory: 100_000)
    do {
      _ = try test.rows("UNWIND range(1, 50000) AS x RETURN collect(x)")
      Issue.record("no limit")
    } catch { #expect((error as? CypherError)?.detail == "MemoryLimit") }
  }

  @Test func `long lists that grow piece by piece keep their order, in each group and over threads`() throws {
    #expect(
      try test.value(
        "UNWIND range(1, 200000) AS x WITH x % 2 AS key, collect(x) AS l RETURN collect([key, size(l), l[65535], l[65536], l[-1]])"
      ) == "[[1, 100000, 131071, 131073, 199999], [0, 100000, 131072, 131074, 200000]]")
    let graph = try TestGraph("UNWIND range(1, 150000) AS x CREATE (:N {x: x})")
    #expect(
      try graph.value("MATCH (n:N) WITH collect(n.x) AS l RETURN size(l), l = coll.sort(l), coll.sum(l)")
        == "150000 | true | 11250075000")
  }

  @Test func `a table of keys that is in parts when it is large still knows every key`() {
    var table = KeyTable()
    let keys = (0..<150_000).map { ValueKey(.string("я\($0)")) }
    #expect(keys.allSatisfy { table.insert($0) })
    #expect(!keys.contains { table.insert($0) } && table.count == keys.count)
    #expect(keys.indices.allSatisfy { table[keys[$0]] == UInt32($0) } && table[ValueKey(.string("я"))] == nil)
  }

  @Test func `texts made by the query are told apart, however many`() throws {
    #expect(
      try test.value(
        "UNWIND range(1, 150000) AS x WITH 't' + (x % 100000) AS t RETURN count(DISTINCT t), count(t), max(t)"
      ) == "100000 | 150000 | 't99999'")
  }

  @Test func `percentiles of many values are those of their order`() throws {
    #expect(
      try test.value(
        "UNWIND range(1, 100001) AS x WITH x * 7919 % 100003 AS y RETURN percentileDisc(y, 0), percentileDisc(y, 1), percentileDisc(y, 0.5), percentileCont(y, 0.5), percentileDisc(y % 10, 0.35), percentileDisc(y + 0.5, 0)"
      ) == "1 | 100002 | 50001 | 50001.0 | 3 | 1.5")
  }

  @Test func `a table of numbers that is in parts when it is large still knows every number`() {
    var table = NumberTable()
    let count: UInt32 = 700_000
    for number in 0..<count { _ = table.code(of: UInt64(number) << 12, next: number) }
    #expect((0..<count).allSatisfy { table.code(of: UInt64($0) << 12, next: .max - 1) == $0 })
    #expect(table.code(of: 1, next: count) == count && table.code(of: 1, next: 0) == count)
  }
}
