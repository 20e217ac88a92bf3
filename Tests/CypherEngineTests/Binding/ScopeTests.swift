import CypherSyntax
import Testing

@testable import CypherEngine

@Suite("Scopes of variables")
struct ScopeBindingTests {
  @Test func `an unknown variable is refused where it stands`() {
    expectRefused("RETURN ‹n›", "UndefinedVariable", hint: "no variable is in scope")
    expectRefused("MATCH (n) RETURN ‹other›", "UndefinedVariable", hint: "in scope: n")
    expectRefused("MATCH (n) SET n.name = ‹missing›", "UndefinedVariable")
    expectRefused("MERGE (n) ON CREATE SET ‹x›.num = 1", "UndefinedVariable")
  }

  @Test func `a near name is suggested`() {
    expectRefused(
      "MATCH (person) RETURN ‹persn›.name", "UndefinedVariable",
      hint: "did you mean person? in scope: person")
    expectRefused(
      "MATCH (клиент) RETURN ‹клеинт›", "UndefinedVariable",
      hint: "did you mean клиент? in scope: клиент")
  }

  @Test func `with closes the scope before it`() {
    expectRefused("MATCH (a)-->(other) WITH a RETURN ‹other›", "UndefinedVariable", hint: "in scope: a")
    expectRefused("MATCH (a)-->(b) WITH a WITH a ORDER BY ‹b› RETURN a", "UndefinedVariable")
  }

  @Test func `the sort key sees both sides of a plain with`() throws {
    _ = try bind("MATCH (a)-->(b) WITH a.x AS x ORDER BY b.y, x RETURN x")
    _ = try bind("MATCH (a) WITH a.x AS x WHERE a.y > 1 AND x > 2 RETURN x")
    expectRefused("MATCH (a) RETURN DISTINCT a.name ORDER BY ‹a›.age", "UndefinedVariable")
  }

  @Test func `a variable that passes unchanged keeps its slot`() throws {
    let bound = try clauses("MATCH (a)-->(b) WITH a AS c, b, a AS d RETURN c, d")
    guard case .with(let projection) = bound[1] else {
      Issue.record("no WITH")
      return
    }
    #expect(projection.items.map(\.slot) == [0, 2, 3])
  }

  @Test func `an alias hides the variable it was made of`() throws {
    let bound = try clauses("MATCH (n) RETURN n.num AS n ORDER BY n + 2")
    guard case .returning(let projection) = bound[1],
      case .binary(.add, let left, _) = projection.orderBy[0].expression.kind,
      case .slot(let slot) = left.kind
    else {
      Issue.record("no sort key of that form")
      return
    }
    #expect(slot == projection.items[0].slot)
  }

  @Test func `variables of comprehensions stay inside`() throws {
    _ = try bind("WITH 1 AS x RETURN [x IN [1, 2] WHERE x > 1 | x] AS list, x")
    expectRefused("RETURN [x IN [1] | x], ‹x›", "UndefinedVariable")
    expectRefused("RETURN [(a)-->(b) | b.name] AS names, ‹b›", "UndefinedVariable")
  }

  @Test func `a pattern as predicate brings no variable`() throws {
    _ = try bind("MATCH (n) WHERE (n)-->(:B) RETURN n")
    expectRefused("MATCH (n) WHERE (n)-[‹r›]->() RETURN n", "UndefinedVariable")
    _ = try bind("MATCH (n) WHERE EXISTS { (n)-[r]->(m) WHERE r.x = m.x } RETURN n")
  }

  @Test func `a subquery sees what its first with brings in`() throws {
    _ = try bind("MATCH (a) CALL { WITH a MATCH (a)-->(b) RETURN count(b) AS c } RETURN a, c")
    expectRefused(
      "MATCH (a) CALL { MATCH (x)-->(b) RETURN ‹a›.x AS y } RETURN y", "UndefinedVariable",
      hint: "begin the subquery with WITH a")
    expectRefused("MATCH (a) CALL { ‹RETURN 1 AS a› } RETURN a", "VariableAlreadyBound")
  }

  @Test func `star gives all variables sorted`() throws {
    #expect(try bind("MATCH p = (b)-->(a) RETURN *").query.columns == ["a", "b", "p"])
    expectRefused("MATCH () RETURN ‹*›", "NoVariablesInScope")
  }

  @Test func `columns are named as written`() throws {
    #expect(
      try bind("MATCH (n) RETURN cOuNt( * ), n.a  +  1, n AS x").query.columns
        == ["cOuNt( * )", "n.a  +  1", "x"])
    expectRefused("RETURN 1 AS a, 2 AS ‹a›", "ColumnNameConflict")
    expectRefused("MATCH (a) WITH a, ‹count(*)› RETURN a", "NoExpressionAlias")
  }

  @Test func `unions have the same columns`() throws {
    let bound = try bind("RETURN 1 AS a, 'x' AS b UNION RETURN 'y' AS b, 2 AS a").query
    #expect(bound.columns == ["a", "b"])
    #expect(bound.columnTypes == [.integer, .string])
    #expect(!bound.keepsDuplicates)
    expectRefused("RETURN 1 AS a UNION ALL ‹RETURN 2 AS b›", "DifferentColumnsInUnion")
  }
}
