import PropertyGraph

/// When the clocks of one zone were set to which offset.
///
/// Source: RFC 9636, "The Time Zone Information Format (TZif)".
final class ZoneRules: Sendable {
  /// The name in the IANA database.
  let name: String
  /// The instants at which the offset changes, ascending.
  private let transitions: [Int64]
  /// The offset from the transition of the same index on.
  private let offsets: [Int32]
  /// The offset before the first transition.
  private let firstOffset: Int32
  /// The yearly rule after the last transition.
  private let footer: YearlyZoneRule?

  init(
    name: String, transitions: [Int64], offsets: [Int32], firstOffset: Int32, footer: YearlyZoneRule?
  ) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.footer = footer
  }

  /// Seconds east of UTC at an instant.
  ///
  /// - Complexity: O(log n) in the zone's transitions.
  func offset(at epochSeconds: Int64) -> Int32 {
    guard let last = transitions.last, epochSeconds < last else {
      return footer?.offset(at: epochSeconds) ?? offsets.last ?? firstOffset
    }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= epochSeconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// The offset that is meant by a clock's local time.
  ///
  /// A local time that comes twice means the first, or that of a preferred offset. One that is skipped means the
  /// offset before, so that the instant shows later by the length of the gap.
  func offset(local seconds: Int64, preferring preferred: Int32? = nil) -> Int32 {
    func isRight(_ offset: Int32) -> Bool { self.offset(at: seconds &- Int64(offset)) == offset }
    if let preferred, isRight(preferred) { return preferred }
    let reach = Int64(UTCOffset.range.upperBound)
    let before = offset(at: seconds &- reach)
    let after = offset(at: seconds &+ reach)
    return !isRight(before) && isRight(after) ? after : before
  }
}
