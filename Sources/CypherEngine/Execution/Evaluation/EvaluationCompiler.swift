import CypherSyntax
import PropertyGraph

/// From bound expression to the steps that evaluate it.
struct EvaluationCompiler {
  let context: PlanContext
  /// The sub-plans met so far.
  var applied: [AppliedPlan] = []

  init(context: PlanContext) { self.context = context }

  /// Compiles one expression.
  mutating func node(_ expression: BoundExpression) throws(CypherError) -> any EvaluationNode {
    let span = expression.span
    switch expression.kind {
    case .constant(let value): return ConstantNode(value, span)
    case .parameter(let name):
      return StatementShape.literal(named: name).map { LiteralNode($0, span) } ?? ParameterNode(name, span)
    case .slot(let slot): return SlotNode(slot, span)
    case .list(let items): return ListNode(try nodes(items), span)
    case .map(let entries):
      return MapNode(keys: entries.map(\.key), try nodes(entries.map(\.value)), span)
    case .mapProjection(let subject, let items): return try mapProjection(subject, items, span)
    case .property(let subject, let key):
      return PropertyNode(try node(subject), GraphKey(key, context.graph), span)
    case .element(let subject, let index):
      return ElementNode(try node(subject), try node(index), span)
    case .slice(let subject, let from, let to):
      return SliceNode(try node(subject), from: try optional(from), to: try optional(to), span)
    case .hasLabels(let subject, let names): return HasLabelsNode(try node(subject), names, span)
    case .not(let operand): return NotNode(try node(operand), span)
    case .negate(let operand): return SignNode(try node(operand), isNegative: true, span)
    case .plus(let operand): return SignNode(try node(operand), isNegative: false, span)
    case .and(let operands): return JunctionNode(.and, try evaluations(operands), span)
    case .or(let operands): return JunctionNode(.or, try evaluations(operands), span)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right, span)
    case .isNull(let operand, let negated):
      return NullCheckNode(try node(operand), isNegated: negated, span)
    case .caseOf(let subject, let branches, let otherwise):
      return try caseNode(subject, branches, otherwise, span)
    case .call(let function, let arguments): return try call(function, arguments, span)
    case .quantifier, .listComprehension, .reduce: return try overList(expression)
    case .patternComprehension, .existsPattern, .countPattern: return try pattern(expression)
    case .existsQuery, .countQuery, .collectQuery: return try subquery(expression)
    }
  }

  mutating func nodes(
    _ expressions: [BoundExpression]
  ) throws(CypherError) -> [any EvaluationNode] {
    var result: [any EvaluationNode] = []
    for expression in expressions { result.append(try node(expression)) }
    return result
  }

  private mutating func optional(
    _ expression: BoundExpression?
  ) throws(CypherError) -> (any EvaluationNode)? {
    guard let expression else { return nil }
    return try node(expression)
  }

  /// An expression whose slots are asked for when its batch is cut down to some rows.
  mutating func evaluation(_ expression: BoundExpression) throws(CypherError) -> Evaluation {
    Evaluation(root: try node(expression), slots: expression.slots, applied: [])
  }

  mutating func evaluations(
    _ operands: [BoundExpression]
  ) throws(CypherError) -> [Evaluation] {
    var result: [Evaluation] = []
    for operand in operands { result.append(try evaluation(operand)) }
    return result
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ span: Span
  ) throws(CypherError) -> any EvaluationNode {
    switch operation {
    case .and: return JunctionNode(.and, try evaluations([left, right]), span)
    case .or: return JunctionNode(.or, try evaluations([left, right]), span)
    default: break
    }
    let left = try node(left)
    let right = try node(right)
    switch operation {
    case .and, .or, .xor: return ExclusiveOrNode(left, right, span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return ComparisonNode(operation, left, right, span)
    case .add, .subtract, .multiply, .divide, .modulo, .power:
      return ArithmeticNode(operation, left, right, span)
    case .isIn: return MembershipNode(left, right, span)
    case .startsWith, .endsWith, .contains: return TextMatchNode(operation, left, right, span)
    case .matchesRegex: return RegexMatchNode(left, right, span)
    }
  }

  private mutating func mapProjection(
    _ subject: BoundExpression, _ items: [BoundMapProjectionItem], _ span: Span
  ) throws(CypherError) -> any EvaluationNode {
    var compiled: [MapProjectionNode.Item] = []
    for item in items {
      switch item {
      case .property(let key): compiled.append(.property(GraphKey(key, context.graph)))
      case .all: compiled.append(.all)
      case .entry(let key, let value): compiled.append(.entry(key, try node(value)))
      }
    }
    return MapProjectionNode(try node(subject), compiled, span)
  }

  /// CASE with a subject: the subject goes into a hidden slot, and each branch compares with it.
  private mutating func caseNode(
    _ subject: BoundExpression?, _ branches: [BoundCaseBranch], _ otherwise: BoundExpression?,
    _ span: Span
  ) throws(CypherError) -> any EvaluationNode {
    var held: (value: Evaluation, slot: Slot)?
    if let subject { held = (try evaluation(subject), context.layout.newSlot()) }
    var compiled: [CaseNode.Branch] = []
    for branch in branches {
      var when = try evaluation(branch.when)
      if let held {
        var slots = when.slots
        slots.insert(held.slot)
        let test = ComparisonNode(
          .equal, SlotNode(held.slot, branch.when.span), when.root, branch.when.span)
        when = Evaluation(root: test, slots: slots, applied: [])
      }
      compiled.append(CaseNode.Branch(when: when, then: try evaluation(branch.then)))
    }
    let last = try otherwise.map { (expression) throws(CypherError) in try evaluation(expression) }
    return CaseNode(subject: held, compiled, otherwise: last, span)
  }
}
