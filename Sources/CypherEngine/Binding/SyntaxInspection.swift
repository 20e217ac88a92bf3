import CypherSyntax

extension Expression {
  /// Whether an aggregating function is called, subqueries left aside.
  var containsAggregate: Bool {
    switch kind {
    case .countStar: return true
    case .call(let name, _, let arguments):
      if FunctionFacts.isAggregate(name.text) { return true }
      return arguments.contains { $0.containsAggregate }
    default: return anyChild { $0.containsAggregate }
    }
  }

  /// Whether a variable is used, other than inside subqueries.
  var containsVariable: Bool {
    switch kind {
    case .variable: true
    case .pattern, .patternComprehension: true
    default: anyChild { $0.containsVariable }
    }
  }

  /// Whether a variable of a name is used, other than inside subqueries.
  func mentions(_ name: String) -> Bool {
    if case .variable(let variable) = kind { return variable.text == name }
    return anyChild { $0.mentions(name) }
  }

  /// The place of a call that gives random values.
  var randomCall: Span? {
    if case .call(let name, _, _) = kind {
      let lowercased = name.text.lowercased()
      if lowercased == "rand" || lowercased == "randomuuid" { return span }
    }
    var result: Span?
    _ = anyChild {
      if result == nil { result = $0.randomCall }
      return result != nil
    }
    return result
  }

  /// Whether something holds for a direct part of the expression.
  func anyChild(_ test: (Expression) -> Bool) -> Bool {
    switch kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countStar, .pattern,
      .existsSubquery, .countSubquery, .collectSubquery:
      return false
    case .list(let items): return items.contains(where: test)
    case .map(let entries): return entries.contains { test($0.value) }
    case .mapProjection(let subject, let items):
      if test(subject) { return true }
      for case .entry(_, let value) in items where test(value) { return true }
      return false
    case .property(let subject, _), .hasLabels(let subject, _), .unary(_, let subject),
      .isNull(let subject, _):
      return test(subject)
    case .subscript_(let left, let right), .binary(_, let left, let right):
      return test(left) || test(right)
    case .slice(let subject, let from, let to):
      return test(subject) || from.map(test) == true || to.map(test) == true
    case .comparisonChain(let operands, _): return operands.contains(where: test)
    case .caseOf(let subject, let branches, let otherwise):
      if subject.map(test) == true || otherwise.map(test) == true { return true }
      return branches.contains { test($0.when) || test($0.then) }
    case .call(_, _, let arguments): return arguments.contains(where: test)
    case .quantifier(_, _, let list, let predicate):
      return test(list) || predicate.map(test) == true
    case .listComprehension(_, let list, let predicate, let projection):
      return test(list) || predicate.map(test) == true || projection.map(test) == true
    case .patternComprehension(_, let predicate, let projection):
      return predicate.map(test) == true || test(projection)
    case .reduce(_, let initial, _, let list, let step):
      return test(initial) || test(list) || test(step)
    }
  }
}
