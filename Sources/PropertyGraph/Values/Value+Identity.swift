extension Value {
  /// Whether two values cannot be told apart: the same type and the same bits, so 1 is not 1.0 and a NaN is itself.
  ///
  /// Strings are compared by code points, maps with the order of their keys.
  public func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.date(let a), .date(let b)): a == b
    case (.localTime(let a), .localTime(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.localDateTime(let a), .localDateTime(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.list(let a), .list(let b)): areIdentical(a, b)
    case (.map(let a), .map(let b)):
      a.keys.elementsEqual(b.keys) { $0.utf8.elementsEqual($1.utf8) } && areIdentical(a.values, b.values)
    case (.node(let a), .node(let b)): a == b
    case (.relationship(let a), .relationship(let b)): a == b
    case (.path(let a), .path(let b)): a == b
    default: false
    }
  }
}

/// Whether two lists cannot be told apart.
private func areIdentical(_ a: [Value], _ b: [Value]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
}
