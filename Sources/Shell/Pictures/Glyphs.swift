/// The characters of which pictures are made, and how they are drawn with them.
enum Glyphs: Sendable {
  /// Blocks of eighths.
  case blocks
  /// Characters that every terminal has.
  case plain

  /// A bar of a length from 0 to 1, `width` columns at most; anything above nothing shows.
  func bar(_ length: Double, width: Int) -> String {
    guard length > 0, width > 0 else { return "" }
    let eighths = max(1, Int((min(length, 1) * Double(width) * 8).rounded()))
    switch self {
    case .blocks:
      let rest = eighths % 8
      return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(Self.eighths[rest - 1]))
    case .plain: return String(repeating: "#", count: max(1, (eighths + 4) / 8))
    }
  }

  /// A line through numbers, a column each: the lowest level for the least of them and zero, the highest for the
  /// greatest.
  func line(_ numbers: [Double?]) -> String {
    let known = numbers.compactMap { $0 }.filter(\.isFinite)
    let low = min(known.min() ?? 0, 0)
    let range = (known.max() ?? 0) - low
    let levels = self == .blocks ? Self.levels : Self.plainLevels
    return String(
      numbers.map { number -> Character in
        guard let number, number.isFinite else { return " " }
        guard range > 0, range.isFinite else { return levels[0] }
        return levels[min(levels.count - 1, Int((number - low) / range * Double(levels.count - 1) + 0.5))]
      })
  }

  /// A piece of a waterfall between two levels from 0 to 1; `isSolid` for what stands on the ground.
  func piece(from low: Double, to high: Double, isSolid: Bool, width: Int) -> String {
    func column(_ level: Double) -> Int { Int((min(max(level, 0), 1) * Double(width)).rounded()) }
    let start = column(min(low, high))
    let count = max(column(max(low, high)) - start, low == high || max(low, high) <= 0 ? 0 : 1)
    guard count > 0 else { return "" }
    let glyph =
      switch self {
      case .blocks: isSolid ? "█" : "░"
      case .plain: isSolid ? "#" : "-"
      }
    return String(repeating: " ", count: min(start, width - 1)) + String(repeating: glyph, count: count)
  }

  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plainLevels: [Character] = ["_", ".", "-", "=", "+", "*", "#"]
}
