import CypherSyntax
import PropertyGraph

extension BoundExpression {
  /// A short form of a predicate for EXPLAIN; what is long becomes an ellipsis.
  func text(_ context: PlanContext) -> String {
    switch kind {
    case .constant(let value): value.shortText
    case .parameter(let name): "$" + name
    case .slot(let slot): context.name(of: slot)
    case .property(let subject, let key): "\(subject.text(context)).\(key)"
    case .hasLabels(let subject, let labels): labels.reduce(subject.text(context)) { $0 + ":" + $1 }
    case .not(let operand): "NOT \(operand.text(context))"
    case .isNull(let operand, let negated): "\(operand.text(context)) IS \(negated ? "NOT " : "")NULL"
    case .binary(let operation, let left, let right):
      "\(left.text(context)) \(operation.symbol) \(right.text(context))"
    case .or(let operands): "(" + operands.map { $0.text(context) }.joined(separator: " OR ") + ")"
    case .and(let operands): operands.map { $0.text(context) }.joined(separator: " AND ")
    case .call(let function, let arguments):
      "\(function.name)(\(arguments.map { $0.text(context) }.joined(separator: ", ")))"
    case .list(let items): "[" + items.map { $0.text(context) }.joined(separator: ", ") + "]"
    case .existsPattern: "EXISTS { … }"
    default: "…"
    }
  }

  /// The pattern that the expression asks the existence of, and whether it asks for there being none.
  var existence: (match: BoundMatch, isAnti: Bool)? {
    switch kind {
    case .existsPattern(let match): return (match, false)
    case .not(let operand):
      guard case .existsPattern(let match) = operand.kind else { return nil }
      return (match, true)
    default: return nil
    }
  }
}

extension Value {
  fileprivate var shortText: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "'\(value)'"
    default: "…"
    }
  }
}
