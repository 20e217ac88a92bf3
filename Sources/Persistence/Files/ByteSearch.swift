internal import Glibc

/// Looks for some bytes in many, in steps of their length where it can.
///
/// Source: R. N. Horspool, "Practical fast searching in strings", 1980.
struct ByteSearch {
  private let pattern: StaticString
  /// How far to go on by the byte that stands under the last one of the pattern.
  private let steps: [Int]

  /// Prepares to look for bytes, of which there is at least one.
  init(_ pattern: StaticString) {
    self.pattern = pattern
    var steps = [Int](repeating: pattern.utf8CodeUnitCount, count: 256)
    for index in 0..<pattern.utf8CodeUnitCount - 1 {
      steps[Int(pattern.utf8Start[index])] = pattern.utf8CodeUnitCount - 1 - index
    }
    self.steps = steps
  }

  /// The number of bytes that are looked for.
  var length: Int { pattern.utf8CodeUnitCount }

  /// Where they stand first, if anywhere.
  func firstPlace(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    return steps.withUnsafeBufferPointer { steps in
      let last = length - 1
      var place = 0
      while place + last < bytes.count {
        let byte = base[place + last]
        if byte == pattern.utf8Start[last], memcmp(base + place, pattern.utf8Start, length) == 0 {
          return place
        }
        place += steps[Int(byte)]
      }
      return nil
    }
  }
}
