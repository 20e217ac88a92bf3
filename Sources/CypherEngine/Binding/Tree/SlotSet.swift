/// The position of a variable in the row frame.
typealias Slot = Int

/// A set of slots: one word for the first 64, more words only where a frame is wider.
struct SlotSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: [UInt64] = []

  /// Makes an empty set.
  init() {}

  /// Makes a set of the given slots.
  init(_ slots: some Sequence<Slot>) {
    for slot in slots { insert(slot) }
  }

  /// Whether no slot is in the set.
  var isEmpty: Bool { low == 0 && high.isEmpty }

  /// The number of slots in the set.
  var count: Int { high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  /// The slots in ascending order.
  var slots: [Slot] {
    var result: [Slot] = []
    for (index, word) in ([low] + high).enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
    return result
  }

  /// Whether a slot is in the set.
  func contains(_ slot: Slot) -> Bool {
    if slot < 64 { return low & (1 << UInt64(slot)) != 0 }
    let index = slot / 64 - 1
    return index < high.count && high[index] & (1 << UInt64(slot % 64)) != 0
  }

  /// Adds a slot.
  mutating func insert(_ slot: Slot) {
    if slot < 64 {
      low |= 1 << UInt64(slot)
      return
    }
    let index = slot / 64 - 1
    while high.count <= index { high.append(0) }
    high[index] |= 1 << UInt64(slot % 64)
  }

  /// Removes a slot, and words at the end that it leaves empty, so that equal sets compare equal.
  mutating func remove(_ slot: Slot) {
    if slot < 64 {
      low &= ~(1 << UInt64(slot))
      return
    }
    let index = slot / 64 - 1
    guard index < high.count else { return }
    high[index] &= ~(1 << UInt64(slot % 64))
    while high.last == 0 { high.removeLast() }
  }

  /// Adds all slots of another set.
  mutating func formUnion(_ other: SlotSet) {
    low |= other.low
    while high.count < other.high.count { high.append(0) }
    for index in other.high.indices { high[index] |= other.high[index] }
  }

  /// Whether every slot of this set is in another.
  func isSubset(of other: SlotSet) -> Bool {
    guard low & ~other.low == 0 else { return false }
    for index in high.indices {
      let word = index < other.high.count ? other.high[index] : 0
      if high[index] & ~word != 0 { return false }
    }
    return true
  }
}
