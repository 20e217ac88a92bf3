/// Shares the width of a terminal among the columns of a table.
enum ColumnFitting {
  /// The narrowest that a column becomes, unless it is narrower by itself.
  static let narrowest = 8

  /// The widths that fit, the widest columns cut to one common width; nil where even that is too wide.
  static func fit(_ widths: [Int], into available: Int) -> [Int]? {
    guard widths.reduce(0, +) > available else { return widths }
    guard widths.reduce(0, { $0 + min($1, narrowest) }) <= available else { return nil }
    var low = narrowest
    var high = widths.max() ?? narrowest
    while low < high {
      let middle = (low + high + 1) / 2
      if widths.reduce(0, { $0 + min($1, middle) }) <= available { low = middle } else { high = middle - 1 }
    }
    var fitted = widths.map { min($0, low) }
    // What is left goes to the first columns that could use it.
    var left = available - fitted.reduce(0, +)
    for index in fitted.indices where left > 0 && fitted[index] < widths[index] {
      fitted[index] += 1
      left -= 1
    }
    return fitted
  }
}
