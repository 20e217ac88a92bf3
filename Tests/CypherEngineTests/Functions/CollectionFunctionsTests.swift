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
    #expect(
      try test.values(
        "coll.median([9007199254740993, 1, 9007199254740993])", "coll.median([1, 2.5])",
        "coll.median([-4, -1])",
        "coll.median([4503599627370496, 4503599627370496])")
        == ["9007199254740992.0", "1.75", "-2.5", "4503599627370496.0"])
    #expect(throws: CypherError.self) { try test.values("coll.median(['text'])") }
  }

  @Test func `Dates are sorted as ORDER BY sorts them, alone and among other values`() throws {
    #expect(
      try test.values(
        "[d IN coll.sort([date('2026-03-01'), date('1969-12-31'), date('2024-02-29')]) | toString(d)]",
        "[d IN coll.sort([date('2026-03-01'), null, 'text']) | toString(d)]", "coll.sort([])")
        == ["['1969-12-31', '2024-02-29', '2026-03-01']", "['2026-03-01', 'text', null]", "[]"])
  }

  @Test func `Days between dates cross the leap day and go backwards`() throws {
    #expect(
      try test.values(
        "coll.daysBetween([date('2024-02-28'), date('2024-03-01'), date('2024-02-29')])",
        "coll.daysBetween([date('2024-02-28')])", "coll.daysBetween([])") == ["[2, -1]", "[]", "[]"])
    #expect(throws: CypherError.self) { try test.values("coll.daysBetween([1, 2])") }
  }

  @Test func `what is in another list is told as DISTINCT tells it, few or many, and the order stays`() throws
  {
    let many = "['я', 2, null, 0.0 / 0.0, 'б'] + range(100, 120)"
    for other in ["['я', 2, null, 0.0 / 0.0]", many] {
      #expect(
        try test.values(
          "coll.intersection(['я', 'a', 2.0, null, 'я', [1]], \(other))",
          "coll.difference(['я', 'a', 2.0, null, 'я', [1]], \(other))",
          "size(coll.intersection([0.0 / 0.0], \(other)))", "coll.intersection([], \(other))",
          "coll.difference(null, \(other))") == ["['я', 2.0, null, 'я']", "['a', [1]]", "1", "[]", "null"])
    }
    #expect(try test.values("coll.intersection([1], [])", "coll.difference([1, 1], [])") == ["[]", "[1, 1]"])
    #expect(throws: CypherError.self) { try test.values("coll.intersection([1], 1)") }
  }
}
