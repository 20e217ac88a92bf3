/// Adds up the parts of a duration exactly; fractions of a unit go on into the smaller ones.
///
/// A month without a date is 30.436875 days, the mean of the Gregorian calendar; a day is 24 hours.
/// Source: CIP2015-08-06, "Durations".
public struct DurationSum: Sendable {
  /// Nanoseconds of a mean month.
  private static let month: Int128 = 2_629_746_000_000_000
  private static let day: Int128 = 86_400_000_000_000
  private static let second: Int128 = 1_000_000_000

  /// The units in which parts are given.
  public enum Unit: Sendable {
    case years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds,
      nanoseconds
  }

  /// Nanoseconds of one kind of unit.
  private struct Total {
    var nanoseconds: Int128 = 0
    var isOutOfRange = false

    mutating func add(_ amount: DecimalNumber, times unit: Int128) {
      guard let product = amount.multiplied(by: unit) else { return isOutOfRange = true }
      let (sum, overflow) = nanoseconds.addingReportingOverflow(product)
      if overflow { isOutOfRange = true } else { nanoseconds = sum }
    }

    mutating func add(_ other: Total) {
      let (sum, overflow) = nanoseconds.addingReportingOverflow(other.nanoseconds)
      if overflow || other.isOutOfRange { isOutOfRange = true } else { nanoseconds = sum }
    }
  }

  private var months = Total()
  private var days = Total()
  private var rest = Total()

  /// An empty sum.
  public init() {}

  /// A duration's parts, times a number.
  public init(_ duration: TemporalDuration, times factor: DecimalNumber = DecimalNumber(1)) {
    add(duration, times: factor)
  }

  /// Adds a duration's parts, times a number.
  public mutating func add(_ duration: TemporalDuration, times factor: DecimalNumber = DecimalNumber(1)) {
    months.add(factor, times: Int128(duration.months) * Self.month)
    days.add(factor, times: Int128(duration.days) * Self.day)
    rest.add(factor, times: Int128(duration.seconds) * Self.second + Int128(duration.nanoseconds))
  }

  /// Adds another sum.
  public mutating func add(_ other: DurationSum) {
    months.add(other.months)
    days.add(other.days)
    rest.add(other.rest)
  }

  /// Adds so many of a unit.
  public mutating func add(_ amount: DecimalNumber, _ unit: Unit) {
    switch unit {
    case .years: months.add(amount, times: Self.month * 12)
    case .quarters: months.add(amount, times: Self.month * 3)
    case .months: months.add(amount, times: Self.month)
    case .weeks: days.add(amount, times: Self.day * 7)
    case .days: days.add(amount, times: Self.day)
    case .hours: rest.add(amount, times: Self.second * 3600)
    case .minutes: rest.add(amount, times: Self.second * 60)
    case .seconds: rest.add(amount, times: Self.second)
    case .milliseconds: rest.add(amount, times: 1_000_000)
    case .microseconds: rest.add(amount, times: 1000)
    case .nanoseconds: rest.add(amount, times: 1)
    }
  }

  /// A share of the sum; the count is not zero.
  public func divided(by count: Int64) -> DurationSum {
    var share = self
    share.months.nanoseconds /= Int128(count)
    share.days.nanoseconds /= Int128(count)
    share.rest.nanoseconds /= Int128(count)
    return share
  }

  /// The duration; nil where a part of it does not fit.
  public var duration: TemporalDuration? {
    if months.isOutOfRange || days.isOutOfRange || rest.isOutOfRange { return nil }
    // A sum that wraps does not fit into 64 bits either.
    let allDays = days.nanoseconds &+ months.nanoseconds % Self.month
    let nanoseconds = rest.nanoseconds &+ allDays % Self.day
    guard let months = Int64(exactly: months.nanoseconds / Self.month),
      let days = Int64(exactly: allDays / Self.day),
      let seconds = Int64(exactly: floorDivide(nanoseconds, Self.second))
    else { return nil }
    return TemporalDuration(
      months: months, days: days, seconds: seconds,
      nanoseconds: Int32(floorRemainder(nanoseconds, Self.second)))
  }
}
