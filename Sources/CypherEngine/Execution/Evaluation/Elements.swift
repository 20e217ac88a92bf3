import CypherSyntax
import PropertyGraph

/// The elements of a list, or of a `range(…)` that is never made into a list.
enum Elements {
  case values([Value])
  case range(IntegerRange)

  /// The number of elements.
  var count: Int {
    switch self {
    case .values(let values): values.count
    case .range(let range): range.count
    }
  }

  /// Some of the elements as a column.
  func vector(_ part: Range<Int>) -> Vector {
    switch self {
    case .range(let range): return .integers(part.map { range[$0] }, nulls: nil)
    case .values(let values):
      var column = VectorBuilder(capacity: part.count)
      for index in part { column.append(values[index]) }
      return column.vector
    }
  }

  /// One element.
  subscript(index: Int) -> Value {
    switch self {
    case .values(let values): values[index]
    case .range(let range): .integer(range[index])
    }
  }

  /// The part that begins at a position and fits into a batch; empty at the end.
  func part(from start: Int) -> Range<Int> { start..<start + min(Batch.usualCount, count - start) }
}

/// Where elements come from: an expression that gives a list, or the arguments of `range`.
struct ElementSource: Sendable {
  private enum Source: Sendable {
    case list(any EvaluationNode)
    case range([any EvaluationNode])
  }

  private let source: Source
  private let span: Span
  /// What asks for the list, for messages; nil takes what is no list for a list of one.
  private let place: String?

  /// The elements of an expression's value.
  init(list: any EvaluationNode, for place: String?) {
    source = .list(list)
    span = list.span
    self.place = place
  }

  /// The elements of `range(arguments)`.
  init(range arguments: [any EvaluationNode], _ span: Span) {
    source = .range(arguments)
    self.span = span
    place = "range"
  }

  /// The elements in one row; nil of null.
  func elements(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> Elements? {
    switch source {
    case .range(let arguments):
      return try IntegerRange(try arguments.values(batch, row, context), at: span).map { .range($0) }
    case .list(let list):
      switch try list.value(batch, row, context) {
      case .null: return nil
      case .list(let values): return .values(values)
      case let other:
        guard let place else { return .values([other]) }
        throw CypherError.wrongType("\(place) wants a list, not \(other.typeName)", at: span)
      }
    }
  }
}
