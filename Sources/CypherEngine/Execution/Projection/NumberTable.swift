/// Codes of 64-bit keys: a hash table with open addressing.
struct NumberTable {
  /// Stands for a key that is not there.
  static let none: UInt32 = .max

  private var keys: [UInt64] = []
  private var codes: [UInt32] = []
  private var shift: UInt64 = 64
  private var count = 0
  /// A large table in parts, which grow one by one: nothing can stop the growth of a table.
  private var parts: [NumberTable] = []
  private var isPart = false

  /// Makes an empty table.
  init() {}

  private static let largest = 1 << 20
  private static let partBits: UInt64 = 6

  /// The code of a key; `next` where it is new, and from then on.
  mutating func code(of key: UInt64, next: UInt32) -> UInt32 {
    code(of: key, Self.hash(key), next: next)
  }

  private mutating func code(of key: UInt64, _ hash: UInt64, next: UInt32) -> UInt32 {
    if !parts.isEmpty { return parts[Self.part(of: hash)].code(of: key, hash, next: next) }
    if count &* 2 >= codes.count {
      grow()
      if !parts.isEmpty { return code(of: key, hash, next: next) }
    }
    let mask = codes.count &- 1
    var place = Int(truncatingIfNeeded: hash >> shift)
    while true {
      let code = codes[place]
      if code == Self.none {
        keys[place] = key
        codes[place] = next
        count &+= 1
        return next
      }
      if keys[place] == key { return code }
      place = (place &+ 1) & mask
    }
  }

  private mutating func grow() {
    let old = (keys, codes)
    if codes.count >= Self.largest && !isPart {
      // The keys come in the order of their places: a part that had to grow on the way would be full at its beginning.
      let part = NumberTable(partOf: (codes.count &* 2) >> Int(Self.partBits))
      parts = Array(repeating: part, count: 1 << Int(Self.partBits))
      (keys, codes) = ([], [])
    } else {
      reserve(max(16, codes.count &* 2))
    }
    count = 0
    for (key, code) in zip(old.0, old.1) where code != Self.none { _ = self.code(of: key, next: code) }
  }

  private init(partOf capacity: Int) {
    isPart = true
    reserve(capacity)
  }

  private mutating func reserve(_ capacity: Int) {
    keys = Array(repeating: 0, count: capacity)
    codes = Array(repeating: Self.none, count: capacity)
    shift = UInt64(64 &- capacity.trailingZeroBitCount)
  }

  /// Spreads keys so that the upper bits, which are places, and the lower ones, which are parts, have nothing to do with
  /// each other: of consecutive numbers, those of one part would else come to lie in few places.
  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  /// The part that a key is in.
  private static func part(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & (1 << partBits - 1))
  }
}

/// Codes of dense 32-bit keys, as ids and text codes are: a table in pages, made where keys fall.
struct DenseTable {
  private static let pageBits: UInt32 = 10
  /// Where each page begins in `codes`, or -1.
  private var pages: [Int32] = []
  private var codes: [UInt32] = []

  /// The code of a key, or `NumberTable.none`.
  func code(of key: UInt32) -> UInt32 {
    let page = Int(key >> Self.pageBits)
    guard page < pages.count, pages[page] >= 0 else { return NumberTable.none }
    return codes[Int(pages[page]) &+ Int(key & (1 << Self.pageBits - 1))]
  }

  /// Sets the code of a key.
  mutating func set(_ key: UInt32, _ code: UInt32) {
    let page = Int(key >> Self.pageBits)
    while pages.count <= page { pages.append(-1) }
    if pages[page] < 0 {
      pages[page] = Int32(truncatingIfNeeded: codes.count)
      codes.append(contentsOf: repeatElement(NumberTable.none, count: 1 << Int(Self.pageBits)))
    }
    codes[Int(pages[page]) &+ Int(key & (1 << Self.pageBits - 1))] = code
  }
}
