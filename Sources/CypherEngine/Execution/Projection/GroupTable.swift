import PropertyGraph

/// Numbers rows by their keys: equivalent keys have the same number, new ones the next.
struct GroupTable {
  private var coders: [ValueCoder]
  /// With several keys, the codes of the keys so far and the next one are joined to one code.
  private var pairs: [NumberTable]
  private var joined: [UInt32]

  /// The number of groups.
  private(set) var count: Int

  /// Makes a table for so many keys; without keys there is one group from the start.
  init(keyCount: Int) {
    coders = Array(repeating: ValueCoder(), count: keyCount)
    pairs = Array(repeating: NumberTable(), count: max(0, keyCount - 1))
    joined = Array(repeating: 0, count: max(0, keyCount - 1))
    count = keyCount == 0 ? 1 : 0
  }

  /// The group of each row.
  ///
  /// - Parameter first: is given the rows that begin a new group, in the order of the groups.
  mutating func groups(
    of keys: [Vector], count rows: Int, _ heap: TextHeap, first: inout [Int32]
  ) -> [UInt32] {
    first.removeAll(keepingCapacity: true)
    guard !keys.isEmpty else { return Array(repeating: 0, count: rows) }
    var groups: [UInt32] = []
    groups.reserveCapacity(rows)
    coders[0].append(codesOf: keys[0], heap, to: &groups)
    for index in keys.indices.dropFirst() {
      var codes: [UInt32] = []
      codes.reserveCapacity(rows)
      coders[index].append(codesOf: keys[index], heap, to: &codes)
      join(&groups, codes, index - 1)
    }
    for row in groups.indices where Int(groups[row]) == count {
      first.append(Int32(truncatingIfNeeded: row))
      count &+= 1
    }
    return groups
  }

  private mutating func join(_ groups: inout [UInt32], _ codes: [UInt32], _ level: Int) {
    var next = joined[level]
    for row in groups.indices {
      let pair = UInt64(groups[row]) << 32 | UInt64(codes[row])
      let code = pairs[level].code(of: pair, next: next)
      if code == next { next &+= 1 }
      groups[row] = code
    }
    joined[level] = next
  }
}
