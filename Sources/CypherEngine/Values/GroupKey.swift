import PropertyGraph

/// A value by equivalence, as DISTINCT, grouping and UNION see it: null is null, NaN is NaN, 1 is 1.0.
struct ValueKey: Hashable, Sendable {
  /// The value.
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (a: ValueKey, b: ValueKey) -> Bool { a.value.isEquivalent(to: b.value) }

  func hash(into hasher: inout Hasher) { value.hashEquivalently(into: &hasher) }
}

/// The values of a row's grouping keys, by equivalence.
struct GroupKey: Hashable, Sendable {
  /// The values in the order of the keys.
  let values: [Value]

  init(_ values: [Value]) { self.values = values }

  static func == (a: GroupKey, b: GroupKey) -> Bool {
    a.values.count == b.values.count
      && zip(a.values, b.values).allSatisfy { $0.isEquivalent(to: $1) }
  }

  func hash(into hasher: inout Hasher) {
    for value in values { value.hashEquivalently(into: &hasher) }
  }
}

extension Value {
  /// Feeds a value so that equivalent values hash alike.
  func hashEquivalently(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .float(let value):
      if let integer = NumberOrder.integer(value) {
        hasher.combine(integer)
      } else {
        hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
      }
    case .string(let value): Text.hash(value, into: &hasher)
    case .date(let value): hasher.combine(value)
    case .localTime(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .localDateTime(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .node(let value): hasher.combine(value)
    case .relationship(let value): hasher.combine(value)
    case .path(let value): hasher.combine(value)
    case .list(let values):
      hasher.combine(values.count)
      for value in values { value.hashEquivalently(into: &hasher) }
    case .map(let map):
      hasher.combine(map.count)
      for (key, value) in map.sortedEntries {
        Text.hash(key, into: &hasher)
        value.hashEquivalently(into: &hasher)
      }
    }
  }
}
