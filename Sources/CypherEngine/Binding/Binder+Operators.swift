import CypherSyntax
import PropertyGraph

extension Binder {
  /// Refuses what is known not to be a boolean.
  func requireBoolean(_ expression: BoundExpression, _ place: String) throws(CypherError) {
    guard expression.type == .boolean || expression.type.isOpen else {
      throw Self.invalidType(expression, place, wants: "a boolean")
    }
  }

  /// Binds NOT and the signs.
  mutating func bindUnary(
    _ operation: UnaryOperator, _ operand: Expression, asPredicate: Bool, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let bound = try bind(operand, asPredicate: asPredicate && operation == .not)
    switch operation {
    case .not:
      try requireBoolean(bound, "NOT")
      return BoundExpression(.not(bound), .boolean, span)
    case .plus:
      try requireArithmetic(bound, "+")
      return BoundExpression(.plus(bound), bound.type, span)
    case .minus:
      try requireArithmetic(bound, "-")
      switch bound.kind {
      case .constant(.integer(let value)) where value != .min:
        return BoundExpression(.constant(.integer(-value)), .integer, span)
      case .constant(.float(let value)):
        return BoundExpression(.constant(.float(-value)), .float, span)
      default: return BoundExpression(.negate(bound), bound.type, span)
      }
    }
  }

  /// Binds an operator between two operands.
  mutating func bindBinary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, asPredicate: Bool,
    _ span: Span
  ) throws(CypherError) -> BoundExpression {
    switch operation {
    case .and, .or, .xor:
      let left = try bind(left, asPredicate: asPredicate)
      let right = try bind(right, asPredicate: asPredicate)
      try requireBoolean(left, operation.symbol)
      try requireBoolean(right, operation.symbol)
      return combine(operation, left, right, span)
    case .isIn:
      let left = try bind(left)
      let right = try bind(right)
      try requireList(right, "IN")
      return BoundExpression(.binary(.isIn, left, right), .boolean, span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .startsWith, .endsWith,
      .contains, .matchesRegex:
      let left = try bind(left)
      return BoundExpression(.binary(operation, left, try bind(right)), .boolean, span)
    case .add:
      let left = try bind(left)
      let right = try bind(right)
      return BoundExpression(.binary(.add, left, right), sumType(left.type, right.type), span)
    case .subtract, .multiply, .divide, .modulo, .power:
      let left = try bind(left)
      let right = try bind(right)
      try requireArithmetic(left, operation.symbol)
      try requireArithmetic(right, operation.symbol)
      let type = arithmeticType(operation, left.type, right.type)
      return BoundExpression(.binary(operation, left, right), type, span)
    }
  }

  /// Flattens nested ANDs and ORs.
  private func combine(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ span: Span
  ) -> BoundExpression {
    switch operation {
    case .and:
      var all: [BoundExpression] = []
      if case .and(let parts) = left.kind { all += parts } else { all.append(left) }
      if case .and(let parts) = right.kind { all += parts } else { all.append(right) }
      return BoundExpression(.and(all), .boolean, span)
    case .or:
      var all: [BoundExpression] = []
      if case .or(let parts) = left.kind { all += parts } else { all.append(left) }
      if case .or(let parts) = right.kind { all += parts } else { all.append(right) }
      return BoundExpression(.or(all), .boolean, span)
    default: return BoundExpression(.binary(operation, left, right), .boolean, span)
    }
  }

  /// Binds `a < b <= c` as `a < b AND b <= c`.
  mutating func bindChain(
    _ operands: [Expression], _ operations: [BinaryOperator], _ span: Span
  ) throws(CypherError) -> BoundExpression {
    var bound: [BoundExpression] = []
    for operand in operands { bound.append(try bind(operand)) }
    var parts: [BoundExpression] = []
    for (index, operation) in operations.enumerated() where index + 1 < bound.count {
      parts.append(
        BoundExpression(
          .binary(operation, bound[index], bound[index + 1]), .boolean,
          Span(bound[index].span.start, bound[index + 1].span.end)))
    }
    if parts.count == 1 { return parts[0] }
    return BoundExpression(.and(parts), .boolean, span)
  }

  /// Refuses what no arithmetic but `+` is defined for.
  private func requireArithmetic(
    _ expression: BoundExpression, _ place: String
  ) throws(CypherError) {
    let type = expression.type
    guard type.isOpen || type.isNumeric || type.isTemporal else {
      throw Self.invalidType(expression, place, wants: "numbers")
    }
  }

  private func sumType(_ a: StaticType, _ b: StaticType) -> StaticType {
    if a.isNumeric && b.isNumeric { return arithmeticType(.add, a, b) }
    if a == .string && b == .string { return .string }
    switch (a, b) {
    case (.list(let x), .list(let y)): return .list(x.union(y))
    case (.list, _), (_, .list): return .list(.any)
    default: return .any
    }
  }

  private func arithmeticType(
    _ operation: BinaryOperator, _ a: StaticType, _ b: StaticType
  ) -> StaticType {
    guard a.isNumeric && b.isNumeric else { return .any }
    if operation == .power || a == .float || b == .float { return .float }
    return a == .integer && b == .integer ? .integer : .number
  }
}

extension BinaryOperator {
  /// The operator as openCypher writes it.
  var symbol: String {
    switch self {
    case .or: "OR"
    case .xor: "XOR"
    case .and: "AND"
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .isIn: "IN"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matchesRegex: "=~"
    }
  }
}
