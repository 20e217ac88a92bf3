import PropertyGraph

/// Looks for a part in many texts of a heap at once, where their bytes lie behind one another.
enum HeapSearch {
  /// Whether each text contains a part that is not empty: 1, 0, or 2 for null.
  ///
  /// - Returns: nil where the texts lie too far apart for one run over the bytes between them.
  static func truths(_ codes: [UInt32], _ heap: TextHeap, _ part: String) -> [UInt8]? {
    guard let range = dense(codes) else { return nil }
    let view = heap.view
    let memory = view.bytes(ofCodes: range)
    let origin = view.starts[Int(range.lowerBound)]
    let search = ByteSearch(part, in: memory)
    var truths = [UInt8](repeating: 0, count: range.count)
    var place = 0
    // No text holds the byte between two of them, so nothing is found that spans it.
    while let hit = search.find(in: memory, from: place) {
      let code = view.code(at: origin + hit, in: range)
      truths[Int(code - range.lowerBound)] = 1
      place = view.starts[Int(code) + 1] - origin
    }
    return codes.map { $0 == TextHeap.none ? 2 : truths[Int($0 - range.lowerBound)] }
  }

  /// The range of some codes; nil where they fill less than half of it.
  private static func dense(_ codes: [UInt32]) -> Range<UInt32>? {
    var least = UInt32.max
    var greatest: UInt32 = 0
    for code in codes where code != TextHeap.none {
      least = min(least, code)
      greatest = max(greatest, code)
    }
    guard least <= greatest, Int(greatest - least) < codes.count * 2 else { return nil }
    return least..<greatest + 1
  }
}
