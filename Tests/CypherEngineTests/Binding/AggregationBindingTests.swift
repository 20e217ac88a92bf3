import CypherSyntax
import Testing

@testable import CypherEngine

@Suite("Aggregation")
struct AggregationBindingTests {
  @Test func `aggregates stand in projections only`() {
    expectRefused("MATCH (a) WHERE ‹count(a)› > 10 RETURN a", "InvalidAggregation")
    expectRefused("MATCH (n) RETURN [x IN [1] | ‹count(*)›]", "InvalidAggregation")
    expectRefused("MATCH (n) RETURN n.a ORDER BY ‹max(n.b)›", "InvalidAggregation")
    expectRefused("RETURN count(‹count(*)›)", "NestedAggregation")
    expectRefused("RETURN count(‹rand()›)", "NonConstantExpression")
  }

  @Test func `next to an aggregate stand keys only`() throws {
    _ = try bind("MATCH (m)--(y) RETURN m.age, m.age + count(y.age)")
    _ = try bind("MATCH (m)--(y) RETURN m, m.age + count(y.age), $p + count(*)")
    expectRefused(
      "MATCH (m)--(y) WITH ‹m›.age + count(y.age) AS agg RETURN *", "AmbiguousAggregationExpression")
    expectRefused(
      "MATCH (m)--(y) RETURN m.age + y.age, ‹m.age + y.age› + count(*)",
      "AmbiguousAggregationExpression")
  }

  @Test func `sort keys refer to what the projection computed`() throws {
    _ = try bind("MATCH (n) RETURN n.division, max(n.age) ORDER BY max(n.age), n.division")
    _ = try bind("MATCH (n) RETURN n.name AS name, count(*) AS c ORDER BY n.name, c + 1")
    expectRefused(
      "MATCH (m)--(y) RETURN count(y.age) AS agg ORDER BY ‹m›.age + count(y.age)", "UndefinedVariable")
    expectRefused(
      "MATCH (m)--(y) RETURN m.age + y.age, count(*) AS c ORDER BY ‹m.age + y.age› + count(*)",
      "AmbiguousAggregationExpression")
    expectRefused(
      "MATCH (a) WITH a.x AS x, min(a.y) AS m ORDER BY sum(‹a›.y) RETURN x", "UndefinedVariable")
  }

  @Test func `keys and aggregates are kept apart`() throws {
    guard
      case .returning(let projection) =
        try clauses("MATCH (n) RETURN n.x AS x, count(*) + count(*) * 2 AS c, sum(DISTINCT n.y)")[1],
      let aggregation = projection.aggregation
    else {
      Issue.record("no aggregation")
      return
    }
    #expect(aggregation.keys.map(\.slot) == [projection.items[0].slot])
    #expect(aggregation.aggregates.map(\.function.name) == ["count", "sum"])
    #expect(aggregation.aggregates.map(\.isDistinct) == [false, true])
  }
}
