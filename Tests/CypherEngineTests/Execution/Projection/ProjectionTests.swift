import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Projection, UNWIND and UNION")
struct ProjectionTests {
  @Test func `unwind gives a row for each element`() throws {
    let test = try TestGraph()
    #expect(try test.rows("UNWIND [1, 'a', null] AS x RETURN x") == ["1", "'a'", "null"])
    #expect(try test.rows("UNWIND [] AS x RETURN x") == [])
    #expect(try test.rows("UNWIND null AS x RETURN x") == [])
    #expect(try test.rows("UNWIND 7 AS x RETURN x") == ["7"])
    #expect(
      try test.rows("UNWIND [[1, 2], [], [3]] AS l UNWIND l AS x RETURN l, x")
        == ["[1, 2] | 1", "[1, 2] | 2", "[3] | 3"])
  }

  @Test func `unwind of a range makes no list of it`() throws {
    let test = try TestGraph()
    test.engine.limits.rows = 10_000
    #expect(try test.value("UNWIND range(1, 1000000) AS x RETURN count(x)") == "1000000")
    #expect(try test.value("UNWIND range(1, 100000) AS x RETURN sum(x)") == "5000050000")
    #expect(try test.rows("UNWIND range(3, 1, -1) AS x RETURN x") == ["3", "2", "1"])
    #expect(
      try test.rows("UNWIND range(9223372036854775806, 9223372036854775807) AS x RETURN x")
        == ["9223372036854775806", "9223372036854775807"])
    #expect(try test.rows("UNWIND range(1, 9223372036854775807) AS x RETURN x LIMIT 2") == ["1", "2"])
  }

  @Test func `columns are computed over the row before`() throws {
    let test = try TestGraph()
    #expect(
      try test.value("WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b, a - b AS d") == "2 | 1 | 1")
    #expect(try test.value("WITH 1 AS a RETURN a, a AS b, a + 1 AS c") == "1 | 1 | 2")
  }

  @Test func `distinct keeps the first of equivalent rows`() throws {
    let test = try TestGraph()
    #expect(
      try test.rows("UNWIND [1, 1.0, '1', null, null, 0.0/0.0, 0.0/0.0, true] AS x RETURN DISTINCT x")
        == ["1", "'1'", "null", "NaN", "true"])
    #expect(
      try test.rows("UNWIND [[1, 2], [1.0, 2], {a: 1}, {a: 1.0}] AS x RETURN DISTINCT x")
        == ["[1, 2]", "{a: 1}"])
    #expect(
      try test.rows(
        "UNWIND [[1, 'a'], [1, 'b'], [1, 'a']] AS p WITH DISTINCT p[0] AS x, p[1] AS y RETURN x, y")
        == ["1 | 'a'", "1 | 'b'"])
    #expect(
      try test.value("UNWIND range(1, 100000) AS x WITH DISTINCT x % 1000 AS y RETURN count(*)") == "1000")
  }

  @Test func `skip and limit cut a window out`() throws {
    let test = try TestGraph()
    let numbers = "UNWIND range(1, 5000) AS x RETURN x"
    #expect(try test.rows("\(numbers) SKIP 2 LIMIT 2") == ["3", "4"])
    #expect(try test.rows("\(numbers) SKIP 4998") == ["4999", "5000"])
    #expect(try test.rows("\(numbers) SKIP 5000") == [])
    #expect(try test.rows("\(numbers) LIMIT 0") == [])
    #expect(try test.rows("\(numbers) SKIP 1023 LIMIT 3") == ["1024", "1025", "1026"])
    #expect(
      try test.rows("\(numbers) SKIP $s LIMIT $l", ["s": .integer(1), "l": .integer(1)]) == ["2"])
    expectFailure("NegativeIntegerArgument", .syntaxError) {
      _ = try test.rows("\(numbers) LIMIT $l", ["l": .integer(-1)])
    }
    expectFailure("InvalidArgumentType", .syntaxError) {
      _ = try test.rows("\(numbers) SKIP $l", ["l": .float(1.5)])
    }
  }

  @Test func `a limit does not stop what is written`() throws {
    let test = try TestGraph()
    #expect(try test.rows("UNWIND range(1, 3000) AS x CREATE (n {x: x}) RETURN x LIMIT 0") == [])
    #expect(test.graph.nodeCount == 3000)
    #expect(try test.rows("UNWIND range(1, 3000) AS x CREATE (n {x: x}) RETURN x LIMIT 1") == ["1"])
    #expect(test.graph.nodeCount == 6000)
  }

  @Test func `rows after WITH are filtered`() throws {
    let test = try TestGraph()
    #expect(
      try test.rows("UNWIND range(1, 5) AS x WITH x, x * x AS y WHERE y > 4 AND x < 5 RETURN y")
        == ["9", "16"])
    #expect(try test.rows("UNWIND [true, false, null] AS x WITH x WHERE x RETURN x") == ["true"])
    expectFailure("InvalidArgumentType", .typeError) {
      _ = try test.rows("UNWIND $list AS x WITH x WHERE x RETURN x", ["list": .list([.integer(1)])])
    }
  }

  @Test func `unions join rows by the names of their columns`() throws {
    let test = try TestGraph()
    #expect(try test.rows("RETURN 1 AS x UNION ALL RETURN 1 AS x") == ["1", "1"])
    #expect(try test.rows("RETURN 1 AS x UNION RETURN 1.0 AS x UNION RETURN 2 AS x") == ["1", "2"])
    #expect(
      try test.rows("RETURN 1 AS a, 2 AS b UNION ALL WITH 3 AS b, 4 AS a RETURN b, a")
        == ["1 | 2", "4 | 3"])
  }
}
