import CypherSyntax

/// Search in texts by code point: what CONTAINS, STARTS WITH, ENDS WITH, split and replace share.
enum TextSearch {
  static func starts(_ text: String, with prefix: String) -> Bool {
    Text.withBytes(text) { text in Text.withBytes(prefix) { text.starts(with: $0) } }
  }

  static func ends(_ text: String, with suffix: String) -> Bool {
    Text.withBytes(text) { text in
      Text.withBytes(suffix) { suffix in
        text.count >= suffix.count && text[(text.count - suffix.count)...].elementsEqual(suffix)
      }
    }
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    Text.withBytes(text) { TextFinder(part).find(in: $0) != nil }
  }

  /// Calls with each part of a text between delimiters; where several fit at one place, the first of them counts.
  ///
  /// An empty delimiter never fits.
  static func split(
    _ text: String, by delimiters: [String],
    _ body: (Slice<UnsafeBufferPointer<UInt8>>) throws(CypherError) -> Void
  ) throws(CypherError) {
    let finders = delimiters.filter { !$0.isEmpty }.map { TextFinder($0) }
    let failure = Text.withBytes(text) { bytes -> CypherError? in
      do throws(CypherError) {
        var next = finders.map { $0.find(in: bytes) }
        var start = 0
        while let (place, index) = first(next) {
          try body(bytes[start..<place])
          start = place + finders[index].length
          for other in next.indices {
            if let place = next[other], place < start {
              next[other] = finders[other].find(in: bytes, from: start)
            }
          }
        }
        try body(bytes[start...])
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private static func first(_ places: [Int?]) -> (place: Int, index: Int)? {
    var best: (place: Int, index: Int)?
    for (index, place) in places.enumerated() {
      if let place, place < best?.place ?? .max { best = (place, index) }
    }
    return best
  }
}
