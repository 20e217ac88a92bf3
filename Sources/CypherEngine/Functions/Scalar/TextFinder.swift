internal import Glibc

/// Looks for one text inside others, prepared once and used for many.
///
/// Source: D. E. Knuth, J. H. Morris, V. R. Pratt, "Fast pattern matching in strings", 1977.
struct TextFinder: Sendable {
  private let part: [UInt8]
  /// For every byte, how many bytes before it still match when it does not.
  private let fallback: [Int32]

  init(_ part: String) {
    self.part = Array(part.utf8)
    var fallback = [Int32](repeating: 0, count: self.part.count)
    var matched = 0
    for index in self.part.indices.dropFirst() {
      while matched > 0, self.part[matched] != self.part[index] { matched = Int(fallback[matched - 1]) }
      if self.part[matched] == self.part[index] { matched += 1 }
      fallback[index] = Int32(truncatingIfNeeded: matched)
    }
    self.fallback = fallback
  }

  /// The number of bytes looked for.
  var length: Int { part.count }

  /// The place of the first occurrence at or after another place; UTF-8 lets bytes stand for code points.
  ///
  /// - Complexity: O(n) in the text, whatever the part.
  func find(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let first = part.first, let base = text.baseAddress else { return part.isEmpty ? start : nil }
    var matched = 0
    var index = start
    while index < text.count {
      if matched == 0 {
        guard let hit = memchr(base + index, Int32(first), text.count - index) else { return nil }
        index = UnsafeRawPointer(base).distance(to: hit)
      }
      while matched > 0, part[matched] != text[index] { matched = Int(fallback[matched - 1]) }
      if part[matched] == text[index] { matched += 1 }
      index += 1
      if matched == part.count { return index - matched }
    }
    return nil
  }
}
