/// Sorts code points into kinds that no set of a regular expression tells apart.
struct ScalarKinds {
  private let sets: [ScalarSet]
  /// The sets of each kind, a bit each.
  private var members: [[UInt64]] = []
  private var numbers: [[UInt64]: Int] = [:]
  /// The kinds of the code points of one or two bytes; -1 where unknown.
  private var near = [Int32](repeating: -1, count: 0x800)
  private var far: [UInt32: Int32] = [:]

  init(_ sets: [ScalarSet]) { self.sets = sets }

  /// The kind of a code point.
  mutating func kind(_ value: UInt32) -> Int {
    if value < 0x800 {
      if near[Int(value)] < 0 { near[Int(value)] = Int32(sort(value)) }
      return Int(near[Int(value)])
    }
    if let known = far[value] { return Int(known) }
    let kind = sort(value)
    far[value] = Int32(kind)
    return kind
  }

  /// Whether the code points of a kind are in a set.
  func isMember(_ kind: Int, of set: Int) -> Bool { members[kind][set >> 6] & (1 << UInt64(set & 63)) != 0 }

  /// Whether the code points of a kind are of words, and whether they are the line feed: the first two sets.
  func flags(of kind: Int) -> (isWord: Bool, isLineFeed: Bool) {
    (isMember(kind, of: 0), isMember(kind, of: 1))
  }

  private mutating func sort(_ value: UInt32) -> Int {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    var bits = [UInt64](repeating: 0, count: (sets.count + 63) >> 6)
    for (number, set) in sets.enumerated() where set.contains(scalar) {
      bits[number >> 6] |= 1 << UInt64(number & 63)
    }
    if let known = numbers[bits] { return known }
    numbers[bits] = members.count
    members.append(bits)
    return members.count - 1
  }
}
