import CypherSyntax
import PropertyGraph

/// The rows of a batch with their groups.
struct GroupedRows {
  /// The group of each row.
  let groups: [UInt32]
  /// The number of groups so far, those of this batch included.
  let groupCount: Int
  /// Whether there are no grouping keys: then all rows are in group 0.
  let isSingle: Bool
  /// How many equal rows each stands for; nil: one.
  var weights: [Int64]?

  /// The number of rows.
  var count: Int { groups.count }

  /// Some of the rows, each for itself.
  func gathered(_ rows: [Int32]) -> GroupedRows {
    GroupedRows(groups: rows.map { groups[Int($0)] }, groupCount: groupCount, isSingle: isSingle)
  }
}

/// One aggregate for all groups, fed with vectors.
///
/// The result is that of the accumulator of the same name; final subclasses only get there faster.
class AggregateColumn {
  /// Takes in the arguments of some rows; none at all for `count(*)`.
  func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {}

  /// Whether threads may each take in some rows, with the same result; then `add(later:)` joins what they have.
  var sharesWork: Bool { false }

  /// Takes in what another column of the same aggregate has of later rows.
  ///
  /// - Parameter groups: which group of this column each group of the other one is.
  func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {}

  /// The values of all groups, in order.
  func results(groupCount: Int) throws(CypherError) -> Vector { .constant(.null, count: groupCount) }

  /// Roughly how many bytes a row taken in makes it grow by.
  var bytesPerRow: Int { 0 }
}

/// What is known of an aggregate when it is planned.
struct AggregateCall: Sendable {
  /// Where the result is held.
  let slot: Slot
  /// The function.
  let definition: AggregateDefinition
  /// The arguments; none for `count(*)`.
  let arguments: [Evaluation]
  /// Whether equal first arguments count once.
  let isDistinct: Bool
  /// Where it was written.
  let span: Span

  /// The same aggregate of other arguments.
  func with(arguments: [Evaluation]) -> AggregateCall {
    AggregateCall(
      slot: slot, definition: definition, arguments: arguments, isDistinct: isDistinct, span: span)
  }

  /// A column for one run.
  func makeColumn() -> AggregateColumn {
    let column: AggregateColumn =
      switch definition.name {
      case "count": CountColumn()
      case "sum": TotalColumn(definition, span)
      case "avg": TotalColumn(definition, span)
      case "min": ExtremeColumn(sign: -1)
      case "max": ExtremeColumn(sign: 1)
      case "collect": CollectColumn()
      default: AccumulatorColumn(definition, span)
      }
    return isDistinct ? DistinctColumn(column) : column
  }
}
