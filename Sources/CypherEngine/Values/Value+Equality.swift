import PropertyGraph

extension Value {
  /// openCypher's `=`: nil where it cannot be known because of a null.
  ///
  /// Values of different types are unequal, integers and floats are compared as numbers, NaN equals nothing.
  func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): nil
    case (.integer(let a), .integer(let b)): a == b
    case (.string(let a), .string(let b)): Text.equal(a, b)
    case (.float(let a), .float(let b)): a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)):
      NumberOrder.compare(a, b) == 0
    case (.boolean(let a), .boolean(let b)): a == b
    case (.node(let a), .node(let b)): a == b
    case (.relationship(let a), .relationship(let b)): a == b
    case (.path(let a), .path(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.localTime(let a), .localTime(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.localDateTime(let a), .localDateTime(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.list(let a), .list(let b)): Self.equal(a, b)
    case (.map(let a), .map(let b)): Self.equal(a, b)
    default: false
    }
  }

  /// openCypher's `IN`: nil where only an unknown element could be the one.
  ///
  /// - Complexity: O(n) in the list's length.
  func isElement(of list: [Value]) -> Bool? {
    var answer: Bool? = false
    for element in list {
      switch element.equals(self) {
      case true?: return true
      case nil: answer = nil
      case false?: break
      }
    }
    return answer
  }

  private static func equal(_ a: [Value], _ b: [Value]) -> Bool? {
    guard a.count == b.count else { return false }
    var answer: Bool? = true
    for (x, y) in zip(a, b) {
      switch x.equals(y) {
      case false?: return false
      case nil: answer = nil
      case true?: break
      }
    }
    return answer
  }

  private static func equal(_ a: ValueMap, _ b: ValueMap) -> Bool? {
    guard a.count == b.count else { return false }
    var answer: Bool? = true
    for (key, value) in zip(a.keys, a.values) {
      guard let other = b[key] else { return false }
      switch value.equals(other) {
      case false?: return false
      case nil: answer = nil
      case true?: break
      }
    }
    return answer
  }
}

extension [Value] {
  /// Whether both are the same storage, and so equal without being compared.
  func isIdentical(to other: [Value]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { mine in
        other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
  }
}
