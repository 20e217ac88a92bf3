import PropertyGraph

/// What one test says of the texts of a heap, so that texts that keep coming are tested once.
final class TextVerdicts {
  /// What the texts are tested against; another run of the test may have another one.
  private let operand: String
  private var rows = 0
  /// By code: 0 where the text was not tested, else the answer plus 1; empty while few rows have come.
  private var known: [UInt8] = []

  init(_ operand: String) { self.operand = operand }

  /// Whether the answers are about an operand.
  func isAbout(_ operand: String) -> Bool { self.operand == operand }

  /// Whether a test holds of each text: 1, 0, or 2 for null.
  func truths<Failure: Error>(
    _ codes: [UInt32], _ heap: TextHeap, _ test: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Bool
  ) throws(Failure) -> [UInt8] {
    let view = heap.view
    var truths: [UInt8] = []
    truths.reserveCapacity(codes.count)
    rows += codes.count
    // A table of all texts pays when many rows are tested.
    if known.isEmpty, rows > Batch.usualCount, rows > heap.count / 64 {
      known = Array(repeating: 0, count: heap.count)
    }
    if known.isEmpty {
      for code in codes {
        truths.append(code == TextHeap.none ? 2 : try test(view.bytes(of: code)) ? 1 : 0)
      }
      return truths
    }
    var table = known
    known = []
    defer { known = table }
    for code in codes {
      let index = Int(code)
      guard index < table.count else {
        truths.append(code == TextHeap.none ? 2 : try test(view.bytes(of: code)) ? 1 : 0)
        continue
      }
      if table[index] == 0 { table[index] = try test(view.bytes(of: code)) ? 2 : 1 }
      truths.append(table[index] - 1)
    }
    return truths
  }
}

extension ExecutionContext {
  /// What a step of an expression found out about texts when it tested them against an operand.
  func verdicts(of step: any EvaluationNode, against operand: String) -> TextVerdicts {
    let key = ObjectIdentifier(step)
    if let made = memory.verdicts[key], made.isAbout(operand) { return made }
    let made = TextVerdicts(operand)
    memory.verdicts[key] = made
    return made
  }
}
