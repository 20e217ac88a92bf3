import CypherSyntax

extension Binder {
  /// A syntax error found when binding.
  static func error(
    _ detail: String, _ message: String, at span: Span, hint: String? = nil
  ) -> CypherError {
    CypherError(.syntaxError, .compileTime, detail, message, at: span, hint: hint)
  }

  /// A variable that is not in scope.
  func undefined(_ name: Name) -> CypherError {
    let names = scope.names()
    let hint: String
    if importable.contains(name.text) {
      hint = "begin the subquery with WITH \(name.text)"
    } else if let near = didYouMean(name.text, among: names) {
      hint = "did you mean \(near)? in scope: \(names.joined(separator: ", "))"
    } else if names.isEmpty {
      hint = "no variable is in scope"
    } else {
      hint = "in scope: \(names.joined(separator: ", "))"
    }
    return Self.error(
      "UndefinedVariable", "\(name.text) is not defined", at: name.span, hint: hint)
  }

  /// A variable that cannot be bound again.
  func alreadyBound(_ name: Name) -> CypherError {
    Self.error(
      "VariableAlreadyBound", "\(name.text) is already bound", at: name.span,
      hint: "choose another name")
  }

  /// A variable of another type than its place asks for.
  func typeConflict(_ name: Name, _ type: StaticType, wanted: StaticType) -> CypherError {
    Self.error(
      "VariableTypeConflict", "\(name.text) is \(type.name), not \(wanted.name)", at: name.span)
  }

  /// An operand or argument of the wrong type.
  static func invalidType(
    _ expression: BoundExpression, _ place: String, wants: String, kind: CypherError.Kind = .syntaxError
  ) -> CypherError {
    CypherError(
      kind, .compileTime, "InvalidArgumentType", "\(place) wants \(wants), not \(expression.type.name)",
      at: expression.span)
  }
}
