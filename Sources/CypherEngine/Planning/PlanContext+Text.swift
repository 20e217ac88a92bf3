import CypherSyntax
import PropertyGraph

extension PlanContext {
  /// An expression as EXPLAIN shows it: short, with names where there are names.
  func text(of expression: BoundExpression) -> String {
    switch expression.kind {
    case .constant(let value): value.scalarText.map { Self.quoted($0, value) } ?? "…"
    case .parameter(let name): "$\(name)"
    case .slot(let slot): name(of: slot)
    case .property(let subject, let key): "\(text(of: subject)).\(key)"
    case .hasLabels(let subject, let labels): text(of: subject) + labels.map { ":\($0)" }.joined()
    case .not(let operand): "NOT \(text(of: operand))"
    case .negate(let operand): "-\(text(of: operand))"
    case .isNull(let operand, let negated): "\(text(of: operand)) IS \(negated ? "NOT " : "")NULL"
    case .and(let operands): operands.map { text(of: $0) }.joined(separator: " AND ")
    case .or(let operands): operands.map { text(of: $0) }.joined(separator: " OR ")
    case .binary(let operation, let left, let right):
      "\(text(of: left)) \(operation.symbol) \(text(of: right))"
    case .call(let function, let arguments):
      "\(function.name)(\(arguments.map { text(of: $0) }.joined(separator: ", ")))"
    case .list(let items): "[\(items.map { text(of: $0) }.joined(separator: ", "))]"
    case .existsPattern, .existsQuery: "EXISTS {…}"
    case .countPattern, .countQuery: "COUNT {…}"
    case .collectQuery: "COLLECT {…}"
    default: "…"
    }
  }

  /// An aggregate as EXPLAIN shows it.
  func text(of aggregate: BoundAggregate) -> String {
    let arguments = aggregate.arguments.map { text(of: $0) }.joined(separator: ", ")
    let inside = aggregate.arguments.isEmpty ? "*" : arguments
    return "\(aggregate.function.name)(\(aggregate.isDistinct ? "DISTINCT " : "")\(inside))"
  }

  /// A sort key as EXPLAIN shows it.
  func text(of key: SortKey) -> String {
    let text = key.evaluation.slot.map { name(of: $0) } ?? "…"
    return key.isDescending ? "\(text) DESC" : text
  }

  private static func quoted(_ text: String, _ value: Value) -> String {
    if case .string = value { return "'\(text)'" }
    return text
  }
}
