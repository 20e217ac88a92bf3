internal import Glibc

/// Whether two runs of bytes are equal.
@usableFromInline func equalBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  guard let x = a.baseAddress, let y = b.baseAddress else { return true }
  return memcmp(x, y, a.count) == 0
}

/// Orders two runs of bytes; a prefix comes first.
@usableFromInline func compareBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  guard let x = a.baseAddress, let y = b.baseAddress else { return a.count - b.count }
  let common = min(a.count, b.count)
  // Dates, numbers and names as texts are told apart by their first or last eight bytes, without a call.
  if common >= 8 {
    let first = compareWords(x, y)
    if first != 0 { return first }
    if common <= 16 {
      let last = compareWords(x + (common - 8), y + (common - 8))
      return last != 0 ? last : a.count - b.count
    }
  }
  let order = memcmp(x, y, common)
  return order != 0 ? Int(order) : a.count - b.count
}

/// Orders eight bytes.
@inline(__always)
private func compareWords(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>) -> Int {
  let x = UnsafeRawPointer(a).loadUnaligned(as: UInt64.self).bigEndian
  let y = UnsafeRawPointer(b).loadUnaligned(as: UInt64.self).bigEndian
  return x == y ? 0 : x < y ? -1 : 1
}

/// A hash of bytes, eight at a time, by multiplying wide and folding; not proof against chosen collisions in
/// theory, but seeded a process so that none can be prepared.
func hashBytes(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
  var hash = hashSeed ^ UInt64(truncatingIfNeeded: text.count)
  var rest = text.count
  guard let base = text.baseAddress else { return UInt32(truncatingIfNeeded: mixed(hash) >> 32) }
  var pointer = UnsafeRawPointer(base)
  while rest >= 8 {
    hash = mixed(hash ^ pointer.loadUnaligned(as: UInt64.self))
    pointer += 8
    rest -= 8
  }
  var tail: UInt64 = 0
  while rest > 0 {
    rest -= 1
    tail = tail << 8 | UInt64(pointer.load(fromByteOffset: rest, as: UInt8.self))
  }
  return UInt32(truncatingIfNeeded: mixed(hash ^ tail) >> 32)
}

/// Multiplies to 128 bits and folds the halves.
@inline(__always)
func mixed(_ word: UInt64) -> UInt64 {
  let product = (word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low
}

private let hashSeed = UInt64.random(in: 1 ... .max)
