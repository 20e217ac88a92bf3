import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("ORDER BY and the first rows of an order")
struct SortTests {
  private let test: TestGraph

  init() throws { test = try TestGraph() }

  @Test func `values of all types stand in the total order`() throws {
    let list =
      "[null, 1.5, 0.0/0.0, 1, true, false, 'b', 'a', '', [2], [1], {a: 1}, date('2024-02-29'), -1, 1e300]"
    let order = [
      "{a: 1}", "[1]", "[2]", "2024-02-29", "''", "'a'", "'b'", "false", "true", "-1", "1", "1.5", "1e+300",
      "NaN", "null",
    ]
    #expect(
      try test.rows("UNWIND \(list) AS x RETURN x ORDER BY x").map {
        $0.replacing("1e300", with: "1e+300").replacing("1.0E300", with: "1e+300")
      } == order)
    #expect(
      try test.rows("UNWIND \(list) AS x RETURN x ORDER BY x DESC").map {
        $0.replacing("1e300", with: "1e+300").replacing("1.0E300", with: "1e+300")
      } == order.reversed())
  }

  @Test func `typed keys sort like any others`() throws {
    #expect(
      try test.rows("UNWIND [3, null, -5, 9223372036854775807, 9223372036854775806] AS x RETURN x ORDER BY x")
        == ["-5", "3", "9223372036854775806", "9223372036854775807", "null"])
    #expect(
      try test.rows("UNWIND [2.5, -0.0, 0.0, -3.5] AS x RETURN x ORDER BY x") == [
        "-3.5", "-0.0", "0.0", "2.5",
      ])
    #expect(
      try test.rows("UNWIND ['longerthanseven2', 'longerthanseven1', 'я', 'b'] AS x RETURN x ORDER BY x")
        == ["'b'", "'longerthanseven1'", "'longerthanseven2'", "'я'"])
    #expect(
      try test.rows("UNWIND [true, null, false] AS x RETURN x ORDER BY x DESC") == ["null", "true", "false"])
  }

  @Test func `keys that differ only beyond what a rank holds are told apart`() throws {
    let close =
      "[281474976710657, 281474976710656, 9007199254740993, 9007199254740992, -9007199254740993, 281474976710655]"
    #expect(
      try test.rows("UNWIND \(close) AS x RETURN x ORDER BY x") == [
        "-9007199254740993", "281474976710655", "281474976710656", "281474976710657", "9007199254740992",
        "9007199254740993",
      ])
    #expect(
      try test.rows("UNWIND [1.0000000000000004, 1.0000000000000002, 1.0] AS x RETURN x ORDER BY x")
        == ["1.0", "1.0000000000000002", "1.0000000000000004"])
    // Equal first keys that are exact: whole numbers, dates, truths; the second key decides, or the order of arrival.
    for key in [
      "i % 2", "date({year: 2024, month: 2, day: 28 + i % 2})", "i % 2 = 1",
      "CASE WHEN i % 2 = 1 THEN 'same text' ELSE '' END",
    ] {
      let rows = "UNWIND range(0, 5) AS i RETURN i ORDER BY \(key)"
      #expect(try test.rows(rows) == ["0", "2", "4", "1", "3", "5"])
      #expect(try test.rows(rows + ", i DESC") == ["4", "2", "0", "5", "3", "1"])
      #expect(try test.rows(rows + " DESC, i DESC") == ["5", "3", "1", "4", "2", "0"])
    }
  }

  @Test func `later keys decide between equals, and then the order of arrival`() throws {
    #expect(
      try test.rows(
        "UNWIND [[1, 'b'], [2, 'a'], [1, 'a'], [2, 'a']] AS p RETURN p[0] AS x, p[1] AS y ORDER BY x DESC, y")
        == ["2 | 'a'", "2 | 'a'", "1 | 'a'", "1 | 'b'"])
    #expect(
      try test.rows("UNWIND [[1, 'x'], [0, 'y'], [1, 'z'], [0, 'w']] AS p RETURN p[1] AS y ORDER BY p[0]")
        == ["'y'", "'w'", "'x'", "'z'"])
  }

  @Test func `keys may use what is not returned`() throws {
    #expect(
      try test.rows("UNWIND range(1, 4) AS x WITH x, x % 2 AS y RETURN x AS z ORDER BY y, -x") == [
        "4", "2", "3", "1",
      ])
    #expect(
      try test.rows("UNWIND range(1, 4) AS x RETURN x % 2 AS y, count(*) AS c ORDER BY y + c") == [
        "0 | 2", "1 | 2",
      ])
  }

  @Test func `the first rows are those of the whole order`() throws {
    let scattered = "UNWIND range(1, 100000) AS i WITH i, i * 7919 % 100003 AS x"
    #expect(try test.rows("\(scattered) RETURN x ORDER BY x LIMIT 3") == ["1", "2", "3"])
    let all = try test.rows("\(scattered) RETURN x ORDER BY x")
    #expect(try test.rows("\(scattered) RETURN x ORDER BY x SKIP 5000 LIMIT 2") == Array(all[5000..<5002]))
    #expect(
      try test.rows("\(scattered) RETURN x ORDER BY x DESC LIMIT 2000") == Array(all.reversed().prefix(2000)))
    #expect(try test.rows("\(scattered) RETURN x ORDER BY x LIMIT 9223372036854775807").count == 100000)
    #expect(try test.rows("\(scattered) RETURN x ORDER BY x LIMIT 0") == [])
    // Nearly all rows share the first key.
    #expect(
      try test.rows("\(scattered) RETURN x ORDER BY x % 2 = 5, x DESC LIMIT 2")
        == Array(all.reversed().prefix(2)))
  }

  @Test func `what is computed after a limit is that of the rows that are left`() throws {
    #expect(
      try test.rows("UNWIND [3, 1, 2, 0] AS x RETURN 6 / x AS y ORDER BY x DESC LIMIT 3") == ["2", "3", "6"])
    #expect(try test.rows("UNWIND [1, 0] AS x RETURN 6 / x AS y LIMIT 1") == ["6"])
  }

  @Test func `rows wider than a word of slots keep what is needed`() throws {
    let names = (0..<80).map { "v\($0)" }
    let items = names.enumerated().map { "x + \($0) AS \($1)" }.joined(separator: ", ")
    let query =
      "UNWIND [2, 1] AS x WITH \(items) WITH \(names.joined(separator: ", ")), v70 AS k ORDER BY k RETURN v0, v65, v79, v0 + v79 AS s"
    #expect(try test.rows(query) == ["1 | 66 | 80 | 81", "2 | 67 | 81 | 83"])
  }
}
