extension Graph {
  /// An estimate of the number of distinct values from some hundred rows; nil where no row has a value.
  ///
  /// Source: Charikar et al. 2000, the guaranteed-error estimator: a value met once in the sample stands for as many
  /// as the square root of the rows that each sampled row stands for.
  func estimatedDistinctCount(_ label: LabelID, _ key: KeyID) -> Int? {
    let sample = NodeIndex(IndexInfo(name: "", label: label, key: key, isUnique: false), texts)
    var filled = 0
    for number in nodes.tables(with: label) {
      guard let column = nodes.tables[number].properties.column(key), column.filled > 0 else { continue }
      filled += column.filled
      for row in stride(from: 0, to: column.count, by: max(1, column.count / 256)) where !column.isNull(row) {
        sample.insert(UInt32(sample.count), column.cell(row, texts))
      }
    }
    if filled == 0 { return nil }
    let once = sample.singleCount
    if once == sample.count { return filled }
    let weight = (Double(filled) / Double(sample.count)).squareRoot()
    return min(filled, sample.distinctCount - once + Int(weight * Double(once)))
  }
}
