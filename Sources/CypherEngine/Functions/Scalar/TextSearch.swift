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

  /// The parts between delimiters; where several fit at one place, the first of them counts.
  ///
  /// An empty delimiter never fits. After every few thousand parts `goesOn` hears how many these were, and may end
  /// it there.
  static func split(
    _ text: String, by delimiters: [String], goesOn: (Int) -> Bool = { _ in true }
  ) -> [String] {
    let finders = delimiters.filter { !$0.isEmpty }.map { TextFinder($0) }
    return Text.withBytes(text) { bytes in
      var next = finders.map { $0.find(in: bytes) }
      var parts: [String] = []
      var start = 0
      while let (place, index) = first(next) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        if parts.count & 0xFFF == 0, !goesOn(0x1000) { break }
        start = place + finders[index].length
        for other in next.indices {
          if let place = next[other], place < start {
            next[other] = finders[other].find(in: bytes, from: start)
          }
        }
      }
      parts.append(String(decoding: bytes[start...], as: UTF8.self))
      return parts
    }
  }

  private static func first(_ places: [Int?]) -> (place: Int, index: Int)? {
    var best: (place: Int, index: Int)?
    for (index, place) in places.enumerated() {
      if let place, place < best?.place ?? .max { best = (place, index) }
    }
    return best
  }
}
