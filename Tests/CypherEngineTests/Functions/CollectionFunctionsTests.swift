import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

/// The functions under `coll`.
struct CollectionFunctionsTests {
  private let test: TestGraph

  init() throws { test = try TestGraph() }

  @Test func `The median is the value in the middle or the mean of the two there`() throws {
    #expect(
      try test.values(
        "coll.median([3, 1, 2])", "coll.median([4, 1, 2, 3])", "coll.median([null, 5])", "coll.median([])",
        "coll.median(null)") == ["2.0", "2.5", "5.0", "null", "null"])
    #expect(throws: CypherError.self) { try test.values("coll.median(['text'])") }
  }

  @Test func `Days between dates cross the leap day and go backwards`() throws {
    #expect(
      try test.values(
        "coll.daysBetween([date('2024-02-28'), date('2024-03-01'), date('2024-02-29')])",
        "coll.daysBetween([date('2024-02-28')])", "coll.daysBetween([])") == ["[2, -1]", "[]", "[]"])
    #expect(throws: CypherError.self) { try test.values("coll.daysBetween([1, 2])") }
  }
}
