import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Comprehensions, quantifiers and reduce over many rows at once")
struct ListBodyTests {
  private let test: TestGraph

  init() throws { test = try TestGraph() }

  /// Lists that are null, empty, short, and longer than a batch.
  private static let lists =
    "UNWIND [null, [], [1], [3, null, 2], range(1, 3000), range(1, 700), range(2, 701)] AS l "

  @Test func `each row has the elements of its own list`() throws {
    #expect(
      try test.rows(Self.lists + "WITH l, [x IN l WHERE x > 1 | x * 2] AS d RETURN size(d), d[0], d[-1]") == [
        "null | null | null", "0 | null | null", "0 | null | null", "2 | 6 | 4", "2999 | 4 | 6000",
        "699 | 4 | 1400", "700 | 4 | 1402",
      ])
    #expect(
      try test.rows(
        "UNWIND [[1, 2], ['a', 1.5], []] AS l UNWIND [10, 'x'] AS y RETURN [x IN l | toString(x) + y] AS d")
        == ["['110', '210']", "['1x', '2x']", "['a10', '1.510']", "['ax', '1.5x']", "[]", "[]"])
  }

  @Test func `quantifiers keep the three truth values of each row`() throws {
    #expect(
      try test.rows(
        Self.lists
          + "RETURN all(x IN l WHERE x > 1), any(x IN l WHERE x > 2), none(x IN l WHERE x > 5), single(x IN l WHERE x = 3)"
      )
        == [
          "null | null | null | null", "true | false | true | false", "false | false | true | false",
          "null | true | null | null", "false | true | false | true", "false | true | false | true",
          "true | true | false | true",
        ])
  }

  @Test func `reduce goes through each list in its order`() throws {
    #expect(
      try test.rows(Self.lists + "RETURN reduce(s = '', x IN l[..3] | s + coalesce(toString(x), '-')) AS s")
        == [
          "null", "''", "'1'", "'3-2'", "'123'", "'123'", "'234'",
        ])
    #expect(
      try test.rows(Self.lists + "WITH l WHERE size(l) > 5 RETURN reduce(s = size(l), x IN l | s + x) AS s")
        == [
          "4504500", "246050", "246750",
        ])
  }

  @Test func `an error in one row's list is the statement's`() throws {
    #expect(throws: CypherError.self) { try test.rows("UNWIND [[1], [0]] AS l RETURN [x IN l | 1 / x] AS d") }
  }

  @Test func `groups by the very same list are one group`() throws {
    #expect(
      try test.rows("UNWIND [[1, 2], [1, 2], [2]] AS l UNWIND [5, 6] AS x WITH l, count(x) AS n RETURN l, n")
        == [
          "[1, 2] | 4", "[2] | 2",
        ])
  }
}
