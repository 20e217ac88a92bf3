import PropertyGraph

/// Codes of keys of any kind: a dictionary, and many of them once it is large, since nothing can stop the growth of one.
struct KeyTable {
  private var codes: [ValueKey: UInt32] = [:]
  /// A large table in parts, which grow one by one; else empty.
  private var parts: [[ValueKey: UInt32]] = []
  /// The number of keys.
  private(set) var count = 0

  private static let largest = 1 << 16
  private static let partCount = 64

  /// The code of a key.
  subscript(key: ValueKey) -> UInt32? {
    get { parts.isEmpty ? codes[key] : parts[Self.part(of: key)][key] }
    set {
      if parts.isEmpty {
        codes[key] = newValue
        count = codes.count
        if count > Self.largest { divide() }
      } else {
        let part = Self.part(of: key)
        count -= parts[part].count
        parts[part][key] = newValue
        count += parts[part].count
      }
    }
  }

  /// Adds a key with the next code; false where it is there.
  mutating func insert(_ key: ValueKey) -> Bool {
    if self[key] != nil { return false }
    self[key] = UInt32(truncatingIfNeeded: count)
    return true
  }

  /// Leaves a large table to another thread to be freed, which takes long.
  mutating func letGo() {
    if !parts.isEmpty { Worker.letGo(of: parts) }
    parts = []
  }

  private mutating func divide() {
    parts = Array(repeating: [:], count: Self.partCount)
    for (key, code) in codes { parts[Self.part(of: key)][key] = code }
    codes = [:]
  }

  private static func part(of key: ValueKey) -> Int { Int(UInt(bitPattern: key.hashValue) >> 32) % partCount }
}
