import PropertyGraph

/// How the numbers of a column are written for people, and what is drawn beside them.
///
/// Formats for programs don't know of it: they get every digit.
struct ColumnStyle: Sendable, Equatable {
  /// What a number is.
  enum Unit: String, CaseIterable, Sendable {
    /// A fraction of one, in percent.
    case percent
    /// A difference of two fractions, in percentage points with its sign.
    case points
    /// A sum of money.
    case money
    /// A quotient, an index, a mean, a quantity.
    case number
    /// Days, which a median may halve.
    case days
    /// A list of texts, with commas between.
    case words
  }

  /// What is drawn of a number, or of a list of numbers.
  enum Picture: String, CaseIterable, Sendable {
    /// A bar as long as the number, measured by the greatest of the column.
    case bar
    /// A line through the numbers of a list.
    case line
    /// A step of a waterfall that reaches down to zero.
    case total
    /// A step of a waterfall that takes its number away from the level before.
    case step
  }

  /// What the numbers are; nil as they are.
  var unit: Unit?
  /// What is drawn; nil for nothing.
  var picture: Picture?
  /// Whether a table does without the column, and says so, where the terminal has no room for all.
  var isSpare = false

  private static let spare = "spare"

  /// Reads `percent`, `bar`, `percent+bar` or `money+spare`; nil for anything else.
  init?(_ text: String) {
    for word in text.lowercased().split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
      if let unit = Unit(rawValue: word), self.unit == nil {
        self.unit = unit
      } else if let picture = Picture(rawValue: word), self.picture == nil {
        self.picture = picture
      } else if word == Self.spare, !isSpare {
        isSpare = true
      } else {
        return nil
      }
    }
  }

  init(unit: Unit?, picture: Picture? = nil) {
    self.unit = unit
    self.picture = picture
  }

  /// The style as it is read.
  var text: String {
    [unit?.rawValue, picture?.rawValue, isSpare ? Self.spare : nil].compactMap { $0 }.joined(separator: "+")
  }

  /// The words of which a style is made.
  static let words = Unit.allCases.map(\.rawValue) + Picture.allCases.map(\.rawValue) + [spare]
}

extension ColumnStyle.Unit {
  /// The most decimals that are written.
  var decimals: Int {
    switch self {
    case .percent, .points, .money: 2
    case .number: 3
    case .days: 1
    case .words: 0
    }
  }

  /// The number that is written: a fraction in hundredths.
  func shown(_ number: Double) -> Double { self == .percent || self == .points ? number * 100 : number }

  /// How many decimals a column of numbers needs, at most the unit's own.
  func decimals(for numbers: some Sequence<Double>) -> Int {
    // Beside a hundred thousand nobody reads cents.
    if self == .money, numbers.contains(where: { abs($0) >= 100_000 }) { return 0 }
    return numbers.allSatisfy { shown($0).isWhole(rounded: decimals) } ? 0 : decimals
  }

  /// A number by itself with its unit, and the decimals that it needs.
  func text(_ number: Double) -> String { text(number, decimals: decimals(for: CollectionOfOne(number))) }

  /// A number with its unit.
  func text(_ number: Double, decimals: Int) -> String {
    let digits = shown(number).fixedText(decimals)
    switch self {
    case .percent: return digits + " %"
    case .points:
      return (number > 0 && digits.contains { ("1"..."9").contains($0) } ? "+" : "") + digits + " pp"
    case .money, .number, .days, .words: return digits
    }
  }
}
