extension TextHeap {
  /// The strings that hold a text, whatever its case.
  func codes(holding needle: FoldedNeedle) -> Bitmap {
    var set = Bitmap(limit: UInt32(count))
    let half = count / 2
    let second = Found()
    // Both threads only read the heap.
    nonisolated(unsafe) let heap = self
    Worker.both(
      { second.codes = heap.codes(holding: needle, half..<heap.count) },
      { for code in codes(holding: needle, 0..<half) { set.insert(code) } })
    for code in second.codes { set.insert(code) }
    return set
  }

  /// Those of them that lie in a range.
  private func codes(holding needle: FoldedNeedle, _ range: Range<Int>) -> [UInt32] {
    guard !range.isEmpty else { return [] }
    let bytes = UnsafeBufferPointer(start: bytes.base, count: starts.base[range.upperBound])
    var codes: [UInt32] = []
    var code = range.lowerBound
    var at = starts.base[code]
    while let place = needle.place(in: bytes, from: at) {
      code = self.code(at: place, from: code, below: range.upperBound)
      codes.append(UInt32(truncatingIfNeeded: code))
      at = starts.base[code + 1]
    }
    return codes
  }

  /// The code of the string that holds a byte: doubling steps, then halves.
  private func code(at place: Int, from code: Int, below end: Int) -> Int {
    var (low, step) = (code, 1)
    while low + step < end, starts.base[low + step] <= place {
      low += step
      step *= 2
    }
    var high = min(low + step, end)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts.base[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// What one thread found, read by the other once it has ended.
  private final class Found: @unchecked Sendable {
    var codes: [UInt32] = []
  }
}
