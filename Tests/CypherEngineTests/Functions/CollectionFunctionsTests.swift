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

  @Test func `long lists, which are made piece by piece, have all their elements in order`() throws {
    let list = "[x IN range(1, 200000) | x % 70000]"
    #expect(
      try test.values(
        "size(\(list))", "\(list)[65535..65538]", "tail(\(list))[-1]", "reverse(\(list))[0..2]",
        "(\(list) + \(list))[199999..200001]", "(\(list) + 'я')[-2..]", "('я' + \(list))[0..2]",
        "size(\(list)[1..-1])", "size(split(reduce(s = 'a,', i IN range(1, 17) | s + s), ','))")
        == [
          "200000", "[65536, 65537, 65538]", "60000", "[60000, 59999]", "[60000, 1]", "[60000, 'я']",
          "['я', 1]",
          "199998", "131073",
        ])
    #expect(
      try test.values(
        "coll.sort(\(list))[199997..]", "coll.sort(\(list))[0..3]", "size(coll.distinct(\(list)))",
        "coll.distinct(\(list))[-1]", "size(coll.intersection(\(list), range(0, 100000, 2)))",
        "coll.runningSum(\(list))[-1] = coll.sum(\(list))", "size(coll.flatten([\(list), \(list)]))",
        "coll.median(\(list))", "coll.insert(\(list), 70000, 5)[69998..70002]",
        "coll.remove(\(list), 69999)[69998..70000]",
        "coll.min(\(list))", "coll.max(\(list))", "coll.indexOf(\(list), 69999)")
        == [
          "[69998, 69999, 69999]", "[0, 0, 1]", "70000", "0", "100000", "true", "400000", "33333.0",
          "[69999, 0, 5, 1]", "[69999, 1]",
          "0", "69999", "69998",
        ])
  }

  @Test func `null added to a list gives null, however long the list is`() throws {
    let list = "[x IN range(1, 100000) | x]"
    #expect(
      try test.values("\(list) + null", "null + \(list)", "(\(list) + [null])[-2..]", "[1] + null")
        == ["null", "null", "[100000, null]", "null"])
  }

  @Test func `long lists compare as short ones do`() throws {
    // Two pieces of the comparison, and one element more.
    let (two, three) = ("[x IN range(1, 131072) | x]", "[x IN range(1, 131073) | x]")
    let (unknown, other) = ("([null] + tail(\(two)))", "(\(two)[..-1] + [0])")
    #expect(
      try test.values(
        "\(two) = \(two)", "\(two) <> \(two)", "\(two) <= \(two)", "\(two) < \(three)", "\(three) < \(two)",
        "\(three) > \(two)", "\(two) = \(three)", "\(two) <> \(three)", "\(two) > \(other)",
        "\(two) = \(other)",
        "\(unknown) = \(two)", "\(unknown) <> \(two)", "\(unknown) = \(other)", "\(unknown) <> \(other)",
        "\(unknown) < \(two)", "[0] + \(unknown) < [1] + \(two)", "toStringList(\(two))[-1]")
        == [
          "true", "false", "true", "true", "false", "true", "false", "true", "true", "false", "null", "null",
          "false", "true", "null", "true", "'131072'",
        ])
  }

  @Test func `a long sort agrees with a plain one, whatever is in the list`() throws {
    var random = SystemRandomNumberGenerator()
    let values: [Value] = (0..<5000).map { _ in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .null
      case 1: .integer(.random(in: -3...3, using: &random))
      case 2: .integer(.random(in: .min...(.max), using: &random))
      case 3: .float(.random(in: -3...3, using: &random))
      case 4: .float(.nan)
      case 5:
        .string(String(repeating: "я", count: .random(in: 0...6, using: &random)) + "\(random.next() % 9)")
      case 6: .boolean(.random(using: &random))
      default: .list([.integer(.random(in: 0...9, using: &random))])
      }
    }
    guard case .list(let sorted) = try call("coll.sort", .list(values)) else {
      Issue.record("no list")
      return
    }
    let plain = values.sorted { Value.order($0, $1) < 0 }
    #expect(sorted.count == plain.count && zip(sorted, plain).allSatisfy { Value.order($0, $1) == 0 })
  }

  /// Calls that take long with long lists.
  private static let long: [(String, [Value])] = {
    let list = Value.list((0..<400_000).map { .integer($0 * 7 % 400_000) })
    let few = Value.list((0..<20).map { .integer($0) })
    return [
      ("tail", [list]), ("reverse", [list]), ("range", [1, 400_000]), ("coll.sort", [list]),
      ("coll.distinct", [list]), ("coll.intersection", [list, few]), ("coll.difference", [few, list]),
      ("coll.flatten", [.list([list])]), ("coll.runningSum", [list]), ("coll.sum", [list]),
      ("coll.median", [list]),
      ("coll.max", [list]), ("coll.indexOf", [list, -1]), ("coll.insert", [list, 7, 7]),
      ("coll.remove", [list, 7]),
    ]
  }()

  @Test(arguments: 0..<15) func `what takes long with a long list may be stopped`(number: Int) throws {
    let (name, arguments) = Self.long[number]
    // Three looks at the limits are too much, which are more than a short list costs.
    let context = ImpatientContext(patience: 2, costOfCheck: 1)
    let function = try #require(FunctionRegistry.find(name), "\(name)")
    let error = #expect(throws: CypherError.self, "\(name)") {
      try function.body(arguments, context, Span(0, 0))
    }
    #expect(error?.detail == "Cancelled", "\(name)")
  }
}
