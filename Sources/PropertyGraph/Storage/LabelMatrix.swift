/// Which table has which label, a bit each, so that a label test touches no object.
@frozen @usableFromInline struct LabelMatrix {
  /// The words of all tables, `stride` each.
  @usableFromInline var words = Buffer<UInt64>()
  /// The number of words a table.
  @usableFromInline var stride = 1

  @inlinable init() {}

  /// Whether a table has a label.
  @inlinable func has(_ table: Int, _ label: Int) -> Bool {
    let word = label >> 6
    return word < stride && words[table &* stride &+ word] >> UInt64(label & 63) & 1 != 0
  }

  /// Adds the next table.
  mutating func append(_ labels: [LabelID]) {
    if let last = labels.last { widen(Int(last.rawValue) >> 6 + 1) }
    let start = words.count
    words.append(repeating: 0, count: stride)
    for label in labels { words[start + Int(label.rawValue) >> 6] |= 1 << UInt64(label.rawValue & 63) }
  }

  mutating func free() { words.free() }

  private mutating func widen(_ newStride: Int) {
    guard newStride > stride else { return }
    if words.count == 0 { return stride = newStride }
    var wide = Buffer<UInt64>()
    let tables = words.count / stride
    wide.append(repeating: 0, count: tables * newStride)
    for table in 0..<tables {
      for word in 0..<stride { wide[table * newStride + word] = words[table * stride + word] }
    }
    words.free()
    words = wide
    stride = newStride
  }
}
