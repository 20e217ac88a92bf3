import CypherSyntax
import Testing

@testable import CypherEngine

@Suite("Static types")
struct TypeBindingTests {
  @Test func `logic wants booleans`() throws {
    expectRefused("RETURN ‹123› AND true", "InvalidArgumentType")
    expectRefused("RETURN NOT ‹'true'›", "InvalidArgumentType")
    expectRefused("RETURN null XOR ‹[null]›", "InvalidArgumentType")
    _ = try bind("RETURN null AND true, $a OR $b")
  }

  @Test func `arithmetic wants numbers, but for plus`() throws {
    expectRefused("RETURN all(x IN ['Clara'] WHERE ‹x› % 2 = 0) AS result", "InvalidArgumentType")
    _ = try bind("RETURN 'a' + 1, [1] + 'a', date('2024-01-01') - duration('P1D')")
  }

  @Test func `properties belong to entities and maps`() throws {
    expectRefused("WITH 123 AS x RETURN ‹x›.num", "InvalidArgumentType", kind: .typeError)
    expectRefused("MATCH p = ()-->() RETURN ‹p›.name", "InvalidArgumentType")
    _ = try bind("WITH date('2024-01-01') AS d, null AS n RETURN d.year, n.x, {a: 1}.a")
  }

  @Test func `functions of entities want entities`() {
    expectRefused("MATCH (r) RETURN type(‹r›)", "InvalidArgumentType")
    expectRefused("MATCH p = (a)-->(b) RETURN size(‹p›)", "InvalidArgumentType")
    expectRefused("RETURN properties(‹'Cypher'›)", "InvalidArgumentType")
  }

  @Test func `indexing wants lists and whole numbers`() {
    expectRefused("WITH [1] AS l, true AS i RETURN l[‹i›]", "InvalidArgumentType", kind: .typeError)
    expectRefused("WITH 1 AS l RETURN ‹l›[0]", "InvalidArgumentType", kind: .typeError)
    expectRefused("RETURN 1 IN ‹'foo'›", "InvalidArgumentType")
  }

  @Test func `types follow values through with and unwind`() throws {
    let query = "UNWIND [1, 2.5] AS x WITH x, [x] AS l, collect('a') AS c RETURN x, l, c, l[0], c[0]"
    let bound = try bind(query).query
    #expect(bound.columnTypes == [.number, .list(.number), .list(.string), .number, .string])
  }

  @Test func `constants are folded`() throws {
    guard case .returning(let projection) = try clauses("RETURN [1, {a: -2}] AS x")[0],
      case .constant = projection.items[0].expression.kind
    else {
      Issue.record("not a constant")
      return
    }
  }

  @Test func `skip and limit are whole, positive and constant`() throws {
    expectRefused("MATCH (n) RETURN n SKIP ‹-1›", "NegativeIntegerArgument")
    expectRefused("MATCH (n) RETURN n LIMIT ‹1.5›", "InvalidArgumentType")
    expectRefused("MATCH (n) RETURN n LIMIT ‹n.count›", "NonConstantExpression")
    _ = try bind("MATCH (n) RETURN n SKIP $a LIMIT toInteger(ceil(1.7))")
  }

  @Test func `functions are known and take so many arguments`() {
    expectRefused("RETURN ‹foo›(1)", "UnknownFunction")
    expectRefused("RETURN ‹tolowr›('A')", "UnknownFunction", hint: "did you mean toLower?")
    expectRefused("RETURN ‹size›()", "InvalidNumberOfArguments")
  }
}
