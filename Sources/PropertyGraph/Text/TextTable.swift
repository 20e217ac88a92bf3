/// An open hash table from 32-bit hashes to codes: a slot holds the hash above the code plus one; 0 is free.
///
/// The hash alone places an entry, so growing reads nothing but the table.
struct TextTable {
  private var slots = Buffer<UInt64>()
  private var used = 0

  mutating func free() { slots.free() }

  /// The code with this hash that is the wanted one, if any.
  @inline(__always)
  func find(_ hash: UInt32, where isWanted: (UInt32) -> Bool) -> UInt32? {
    guard slots.count > 0 else { return nil }
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      let code = UInt32(truncatingIfNeeded: entry) &- 1
      if UInt32(truncatingIfNeeded: entry >> 32) == hash && isWanted(code) { return code }
      slot = (slot &+ 1) & mask
    }
  }

  /// Adds a code that is not there.
  mutating func insert(_ hash: UInt32, _ code: UInt32) {
    if (used + 1) * 4 > slots.count * 3 { grow() }
    place(UInt64(hash) << 32 | UInt64(code &+ 1))
    used += 1
  }

  private func place(_ entry: UInt64) {
    let mask = slots.count &- 1
    var slot = Int(entry >> 32) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    var old = slots
    slots = Buffer()
    slots.append(repeating: 0, count: max(16, old.count * 2))
    for entry in old.elements where entry != 0 { place(entry) }
    old.free()
  }
}
