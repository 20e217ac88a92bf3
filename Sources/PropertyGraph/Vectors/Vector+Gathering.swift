extension Vector {
  /// The rows named, in their order; they may repeat.
  public func gathered(_ rows: [Int32]) -> Vector {
    switch self {
    case .nodes(let ids): .nodes(pick(ids, rows))
    case .relationships(let ids): .relationships(pick(ids, rows))
    case .integers(let numbers, let nulls): .integers(pick(numbers, rows), nulls: nulls?.gathered(rows))
    case .floats(let numbers, let nulls): .floats(pick(numbers, rows), nulls: nulls?.gathered(rows))
    case .booleans(let bytes): .booleans(pick(bytes, rows))
    case .dates(let days, let nulls): .dates(pick(days, rows), nulls: nulls?.gathered(rows))
    case .texts(let codes, let heap): .texts(pick(codes, rows), heap)
    case .values(let values): .values(rows.map { values[Int($0)] })
    case .constant(let value, _): .constant(value, count: rows.count)
    }
  }
}

extension NullMask {
  /// The bits of the rows named, or nil where none of them is null.
  func gathered(_ rows: [Int32]) -> NullMask? {
    var result = NullMask(count: rows.count)
    var any = false
    for (row, source) in rows.enumerated() where self[Int(source)] {
      result[row] = true
      any = true
    }
    return any ? result : nil
  }
}

/// The elements at the rows named, which are in range.
private func pick<Element: BitwiseCopyable>(_ elements: [Element], _ rows: [Int32]) -> [Element] {
  [Element](unsafeUninitializedCapacity: rows.count) { buffer, count in
    elements.withUnsafeBufferPointer { source in
      for row in 0..<rows.count { buffer.initializeElement(at: row, to: source[Int(rows[row])]) }
    }
    count = rows.count
  }
}
