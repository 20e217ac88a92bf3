import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("The total order, equality and equivalence of values")
struct ValueOrderTests {
  /// Values of every type, in the order of ORDER BY; entries of one inner list are equivalent.
  private static let ordered: [[Value]] = [
    [.map(ValueMap())],
    [.map(ValueMap(distinctKeys: ["a"], values: [1])), .map(ValueMap(distinctKeys: ["a"], values: [1.0]))],
    [.map(ValueMap(distinctKeys: ["a"], values: [.null]))],
    [.node(NodeID(0))], [.node(NodeID(7))],
    [.relationship(RelationshipID(0))],
    [[]], [["a"]], [["a", 1]], [[1]], [[1, "a"]], [[1, nil]], [[nil, 1]], [[nil, 2]],
    [.path(Path(nodes: [NodeID(0)], relationships: []))],
    [.dateTime(ZonedDateTime(epochSeconds: 0, nanosecond: 0, offsetSeconds: 0, zone: nil))],
    [.dateTime(ZonedDateTime(epochSeconds: 0, nanosecond: 0, offsetSeconds: 3600, zone: nil))],
    [.dateTime(ZonedDateTime(epochSeconds: 0, nanosecond: 1, offsetSeconds: -3600, zone: nil))],
    [.localDateTime(LocalDateTime(epochSeconds: -1, nanosecond: 999_999_999))],
    [.localDateTime(LocalDateTime(epochSeconds: 0, nanosecond: 0))],
    [.date(CalendarDate(daysSinceEpoch: -1))], [.date(CalendarDate(daysSinceEpoch: 0))],
    [.time(OffsetTime(nanosecondOfDay: 0, offsetSeconds: 3600))],
    [.time(OffsetTime(nanosecondOfDay: 0, offsetSeconds: 0))],
    [.localTime(LocalTime(nanosecondOfDay: 0))],
    [.duration(TemporalDuration(months: 0, days: 1, seconds: 0, nanoseconds: 0))],
    [.duration(TemporalDuration(months: 1, days: 0, seconds: 0, nanoseconds: 0))],
    [""], ["A"], ["a"], ["e\u{301}"], ["é"], ["я"], ["😀"],
    [false], [true],
    [.float(-.infinity)], [.integer(.min)], [-1, -1.0], [0, 0.0, -0.0], [.float(.leastNonzeroMagnitude)],
    [1.5], [9_007_199_254_740_992, 9_007_199_254_740_992.0], [9_007_199_254_740_993], [.integer(.max)],
    [9.3e18], [.float(.infinity)], [.float(.nan), .float(-.nan)],
    [nil],
  ]

  @Test func `every pair of values of every type stands in the specified order`() {
    let all = Self.ordered.enumerated().flatMap { rank, values in values.map { (rank, $0) } }
    for (i, a) in all {
      for (j, b) in all {
        #expect(Value.order(a, b).signum() == (i - j).signum(), "\(a) and \(b)")
        #expect(a.isEquivalent(to: b) == (i == j), "\(a) and \(b)")
        if i == j { #expect(GroupKey([a]).hashValue == GroupKey([b]).hashValue, "\(a) and \(b)") }
      }
    }
  }

  @Test func `equality is unknown with null and never holds for NaN`() {
    let cases: [(Value, Value, Bool?)] = [
      (nil, nil, nil), (1, nil, nil), (1, 1.0, true), (1, "1", false), (.float(.nan), .float(.nan), false),
      (.integer(.max), 9_223_372_036_854_775_807.0, false), ("e\u{301}", "é", false),
      ([1, 2], [1], false), ([nil], [1], nil), ([[1], [2, 3]], [[1], [nil]], false),
      ([1, 2], [nil, "x"], false), ([1, 2], [nil, 2], nil), ([], [], true),
      (.map(ValueMap()), .map(ValueMap(distinctKeys: ["k"], values: [nil])), false),
      (
        .map(ValueMap(distinctKeys: ["k"], values: [nil])),
        .map(ValueMap(distinctKeys: ["k"], values: [nil])),
        nil
      ),
    ]
    for (a, b, expected) in cases {
      #expect(a.equals(b) == expected, "\(a) = \(b)")
      #expect(b.equals(a) == expected, "\(b) = \(a)")
    }
  }

  @Test func `comparison is null between types, false for NaN, and by first difference for lists`() {
    let cases: [(Value, Value, Bool?, Bool?)] = [
      (1, 3.14, true, false), (1, 1.0, false, true), ("1.0", 1.0, nil, nil), (nil, 1, nil, nil),
      (.float(.nan), 1, false, false), (.float(.nan), .float(.nan), false, false),
      (.float(.nan), "a", nil, nil),
      ([1, 0], [1], false, true), ([1, nil], [1], false, true), ([1, 2], [1, nil], nil, nil),
      ([1, "a"], [1, nil], nil, nil), ([1, 2], [3, nil], true, false), (false, true, true, false),
      (.node(NodeID(1)), .node(NodeID(2)), nil, nil),
      (.integer(.max), 9.3e18, true, false), (.integer(.min), -9.3e18, false, true),
    ]
    for (a, b, less, greaterOrEqual) in cases {
      #expect(Value.holds(.less, a, b) == less, "\(a) < \(b)")
      #expect(Value.holds(.greaterOrEqual, a, b) == greaterOrEqual, "\(a) >= \(b)")
      #expect(Value.holds(.greater, b, a) == less, "\(b) > \(a)")
      #expect(Value.holds(.lessOrEqual, b, a) == greaterOrEqual, "\(b) <= \(a)")
    }
  }

  @Test func `IN finds, misses, or cannot know`() {
    #expect(Value.integer(3).isElement(of: [1, nil, 3]) == true)
    #expect(Value.integer(4).isElement(of: [1, nil, 3]) == nil)
    #expect(Value.integer(4).isElement(of: [1, 3]) == false)
    #expect(Value.null.isElement(of: []) == false)
    #expect(Value.null.isElement(of: [1]) == nil)
  }
}
