/// A value as an index tells it from others: equal keys are values that openCypher's `=` takes for equal.
struct IndexKey: Hashable {
  /// What the word means.
  enum Kind: UInt8 {
    /// An integer, or a double that is one.
    case integer
    /// The bits of any other double.
    case float
    /// A code of the graph's heap.
    case text
    case boolean
    /// Days since 1970-01-01.
    case date
    /// The number of a value among the index's rare ones.
    case rare
  }

  let kind: Kind
  let word: UInt64

  init(_ kind: Kind, _ word: UInt64) {
    self.kind = kind
    self.word = word
  }

  /// The key of a number.
  init(_ number: Double) {
    if let integer = Int64(exactly: number) {
      self.init(.integer, UInt64(bitPattern: integer))
    } else {
      self.init(.float, number.bitPattern)
    }
  }

  /// A hash that spreads neighbouring words.
  var hash: Int { Int(truncatingIfNeeded: mixed(word ^ UInt64(kind.rawValue) << 60) & 0x7FFF_FFFF) }
}

/// A value of a rare type, by openCypher's equality, but a NaN inside is itself.
struct RareValue: Hashable {
  let value: Value

  static func == (a: RareValue, b: RareValue) -> Bool { areSame(a.value, b.value) }

  private static func areSame(_ a: Value, _ b: Value) -> Bool {
    if case (.list(let a), .list(let b)) = (a, b) {
      return a.count == b.count && zip(a, b).allSatisfy(areSame)
    }
    return a.isIdentical(to: b) || IndexOrder.areEqual(a, b)
  }

  func hash(into hasher: inout Hasher) { Self.feed(value, to: &hasher) }

  private static func feed(_ value: Value, to hasher: inout Hasher) {
    switch value {
    case .integer(let number): hasher.combine(Double(number))
    case .float(let number): hasher.combine(number)
    case .string(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .localTime(let time): hasher.combine(time)
    case .time(let time): hasher.combine(time)
    case .localDateTime(let time): hasher.combine(time)
    case .dateTime(let time): hasher.combine(time)
    case .duration(let duration): hasher.combine(duration)
    case .date(let date): hasher.combine(date)
    case .boolean(let flag): hasher.combine(flag)
    case .list(let elements): for element in elements { feed(element, to: &hasher) }
    case .null, .map, .node, .relationship, .path: break
    }
  }
}
