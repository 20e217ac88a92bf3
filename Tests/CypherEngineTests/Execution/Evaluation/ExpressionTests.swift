import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Expressions, row by row")
struct ExpressionTests {
  private let test: TestGraph

  init() throws { test = try TestGraph() }

  @Test func `AND, OR, XOR and NOT know three truth values`() throws {
    #expect(
      try test.values("true AND null", "false AND null", "null AND false", "null AND null", "NOT null")
        == ["null", "false", "false", "null", "null"])
    #expect(
      try test.values("true OR null", "null OR true", "false OR null", "true XOR null", "true XOR false")
        == ["true", "true", "null", "null", "true"])
  }

  @Test func `operands behind a decision are not evaluated`() throws {
    #expect(
      try test.values(
        "false AND 1 / $zero = 1", "true OR 1 / $zero = 1", "CASE WHEN true THEN 1 ELSE 1 / $zero END",
        "CASE 1 WHEN 1 THEN 'one' WHEN 1 / $zero THEN 'none' END", "coalesce(1, 1 / $zero)",
        parameters: ["zero": .integer(0)]) == ["false", "true", "1", "'one'", "1"])
  }

  @Test func `case finds its branch`() throws {
    #expect(
      try test.values(
        "CASE WHEN null THEN 1 WHEN false THEN 2 ELSE 3 END", "CASE WHEN false THEN 1 END",
        "CASE null WHEN null THEN 1 ELSE 2 END", "CASE 1.0 WHEN 1 THEN 'x' END") == ["3", "null", "2", "'x'"])
  }

  @Test func `elements and slices count from either end`() throws {
    #expect(
      try test.values(
        "[1, 2, 3][0]", "[1, 2, 3][-1]", "[1, 2, 3][3]", "[1, 2, 3][-4]", "[1][null]", "null[0]")
        == ["1", "3", "null", "null", "null", "null"])
    #expect(
      try test.values(
        "[1, 2, 3][1..]", "[1, 2, 3][..-1]", "[1, 2, 3][-2..9]", "[1, 2, 3][2..1]", "[1, 2][null..1]",
        "[1, 2, 3][-9223372036854775807..9223372036854775807]")
        == ["[2, 3]", "[1, 2]", "[2, 3]", "[]", "null", "[1, 2, 3]"])
    #expect(try test.values("{a: 1}['a']", "{a: 1}['b']", "{a: 1}[null]") == ["1", "null", "null"])
    expectFailure("MapElementAccessByNonString", .typeError, marked: "‹$m[1]›") {
      _ = try test.engine.evaluate("$m[1]", parameters: ["m": .map(ValueMap())])
    }
  }

  @Test func `maps keep the last value of a key and read by it`() throws {
    #expect(
      try test.values(
        "{a: 1, b: [2], a: $p}", "{a: {b: 3}}.a.b", "{a: 1}.b", "null.a", parameters: ["p": .integer(4)])
        == ["{a: 4, b: [2]}", "3", "null", "null"])
    #expect(
      try test.value("WITH {a: 1, b: 2} AS m, 3 AS c RETURN m {.a, .x, c, d: m.b + 1}")
        == "{a: 1, x: null, c: 3, d: 3}")
    #expect(try test.value("WITH {a: 1, b: 2} AS m RETURN m {.*, b: 5}") == "{a: 1, b: 5}")
    #expect(try test.value("WITH null AS m RETURN m {.a}") == "null")
    expectFailure("InvalidArgumentType", .typeError, marked: "‹$p.a›") {
      _ = try test.engine.evaluate("$p.a", parameters: ["p": .integer(4)])
    }
  }

  @Test func `membership is unknown where a null could be the one`() throws {
    #expect(
      try test.values(
        "1 IN [1, null]", "2 IN [1, null]", "2 IN [1]", "null IN []", "null IN [1]", "1 IN null",
        "[1] IN [[1.0]]")
        == ["true", "null", "false", "false", "null", "null", "true"])
    expectFailure("InvalidArgumentType", .typeError) {
      _ = try test.engine.evaluate("1 IN $p", parameters: ["p": .integer(1)])
    }
  }

  @Test func `texts are searched by code point`() throws {
    #expect(
      try test.values(
        "'Петров' STARTS WITH 'Пет'", "'Петров' ENDS WITH 'ров'", "'Петров' CONTAINS 'тро'",
        "'abc' CONTAINS ''",
        "'e\u{301}' STARTS WITH 'e'", "'a' CONTAINS null", "1 STARTS WITH 'a'")
        == ["true", "true", "true", "true", "true", "null", "null"])
  }

  @Test func `quantifiers count what holds, fails and is unknown`() throws {
    #expect(
      try test.values(
        "all(x IN [] WHERE x)", "any(x IN [] WHERE x)", "none(x IN [] WHERE x)", "single(x IN [] WHERE x)")
        == ["true", "false", "true", "false"])
    #expect(
      try test.values(
        "all(x IN [1, null] WHERE x > 0)", "any(x IN [1, null] WHERE x > 0)",
        "none(x IN [0, null] WHERE x > 0)",
        "single(x IN [1, null] WHERE x > 0)", "single(x IN [1, 2] WHERE x > 0)", "all(x IN null WHERE x)")
        == ["null", "true", "null", "null", "false", "null"])
    #expect(try test.values("all(x IN range(1, 9223372036854775807) WHERE x < 5000)") == ["false"])
  }

  @Test func `comprehensions filter and compute`() throws {
    #expect(
      try test.values(
        "[x IN [1, 2, 3] WHERE x > 1 | x * 10]", "[x IN [1, 2, 3] WHERE x > 1]", "[x IN [1, 2]]",
        "[x IN null | x]",
        "[x IN [1, 2] | [y IN [1, 2] WHERE y <> x | x + y]]")
        == ["[20, 30]", "[2, 3]", "[1, 2]", "null", "[[3], [3]]"])
    #expect(try test.values("size([x IN range(1, 3000) WHERE x % 2 = 0])") == ["1500"])
    #expect(
      try test.values("reduce(s = 0, x IN range(1, 2000) | s + x)", "reduce(s = '', x IN ['a', 'b'] | s + x)")
        == ["2001000", "'ab'"])
    #expect(
      try test.values("reduce(s = 1, x IN [] | s + x)", "reduce(s = 1, x IN null | s + x)") == ["1", "null"])
  }

  @Test func `signs and arithmetic fail where they must`() throws {
    #expect(
      try test.values("-$x", "+$x", parameters: ["x": .integer(.max)]) == [
        "-9223372036854775807", "9223372036854775807",
      ])
    expectFailure("IntegerOverflow", .arithmeticError, marked: "1 + ‹-$x›") {
      _ = try test.engine.evaluate("1 + -$x", parameters: ["x": .integer(.min)])
    }
    expectFailure("DivisionByZero", .arithmeticError, marked: "‹1 / $x›") {
      _ = try test.engine.evaluate("1 / $x", parameters: ["x": .integer(0)])
    }
  }

  @Test func `what the statement makes is read back by its new names`() throws {
    #expect(
      try test.value("CREATE (n:New {fresh: 1}) RETURN n.fresh, n:New, n:Old, n {.fresh}, n.never")
        == "1 | true | false | {fresh: 1} | null")
    #expect(
      try test.value("CREATE (:A {k: 1})-[r:KIND {w: 2}]->(:B) RETURN r.w, r:KIND, r:OTHER, r['w']")
        == "2 | true | false | 2")
  }

  @Test func `what was deleted cannot be read`() throws {
    for query in ["CREATE (n {a: 1}) DELETE n RETURN n.a", "CREATE (n:A) DELETE n RETURN n:A"] {
      expectFailure("DeletedEntityAccess", .entityNotFound) { _ = try test.rows(query) }
    }
    expectFailure("DeletedEntityAccess", .entityNotFound) {
      _ = try test.rows("UNWIND [1, 2] AS x CREATE (n {a: x}) DELETE n RETURN n.a")
    }
  }
}
