/// Shares the width of a terminal among the columns of a table.
enum ColumnFitting {
  /// The narrowest that a column of texts becomes, unless it is narrower by itself.
  static let narrowest = 8

  /// The widths that fit, the widest columns cut to one common width; nil where even the least widths are too wide.
  static func fit(_ widths: [Int], least: [Int], into available: Int) -> [Int]? {
    guard widths.reduce(0, +) > available else { return widths }
    func cut(to limit: Int) -> [Int] { zip(widths, least).map { min($0, max($1, limit)) } }
    guard cut(to: 0).reduce(0, +) <= available else { return nil }
    var low = 0
    var high = widths.max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if cut(to: middle).reduce(0, +) <= available { low = middle } else { high = middle - 1 }
    }
    var fitted = cut(to: low)
    // What is left goes to the first columns that could use it.
    var left = available - fitted.reduce(0, +)
    for index in fitted.indices where left > 0 && fitted[index] < widths[index] {
      fitted[index] += 1
      left -= 1
    }
    return fitted
  }
}
