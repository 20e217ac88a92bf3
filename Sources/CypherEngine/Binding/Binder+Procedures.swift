import CypherSyntax

extension Binder {
  /// Binds a call of a procedure; what it yields comes into scope.
  mutating func bindProcedureCall(
    _ call: ProcedureCall, isStandalone: Bool
  ) throws(CypherError) -> BoundProcedureCall {
    guard let signature = procedures?.signature(of: call.name.text) else {
      throw unknownProcedure(call.name)
    }
    let arguments = try bindArguments(call, signature, isStandalone: isStandalone)
    let yields = try bindYields(call, signature, isStandalone: isStandalone)
    var predicates: [BoundConjunct] = []
    if let predicate = call.predicate { try bindConjuncts(predicate, into: &predicates) }
    return BoundProcedureCall(
      procedure: signature, arguments: arguments, yields: yields, predicates: predicates,
      isStandalone: isStandalone, span: call.name.span)
  }

  private func unknownProcedure(_ name: Name) -> CypherError {
    let near = procedures.flatMap { didYouMean(name.text, among: $0.procedureNames) }
    return CypherError(
      .procedureError, .compileTime, "ProcedureNotFound", "there is no procedure \(name.text)",
      at: name.span, hint: near.map { "did you mean \($0)?" } ?? "SHOW PROCEDURES lists them")
  }

  private mutating func bindArguments(
    _ call: ProcedureCall, _ signature: ProcedureSignature, isStandalone: Bool
  ) throws(CypherError) -> [BoundExpression] {
    guard let arguments = call.arguments else {
      guard isStandalone else {
        throw Self.error(
          "InvalidArgumentPassingMode", "inside a query a procedure's arguments must be written",
          at: call.name.span, hint: "\(signature.name)(\(signature.inputNames))")
      }
      // Implicit arguments are the parameters that are named like the inputs.
      return signature.inputs.map { input in
        if !parameters.contains(input.name) { parameters.append(input.name) }
        return BoundExpression(.parameter(input.name), .any, call.name.span)
      }
    }
    guard arguments.count == signature.inputs.count else {
      throw Self.error(
        "InvalidNumberOfArguments",
        "\(signature.name) takes \(signature.inputs.count) arguments, not \(arguments.count)",
        at: call.name.span, hint: "\(signature.name)(\(signature.inputNames))")
    }
    var bound: [BoundExpression] = []
    for (argument, input) in zip(arguments, signature.inputs) {
      let expression = try bind(argument)
      guard input.admits(expression.type) else {
        throw Self.invalidType(
          expression, "\(input.name) of \(signature.name)", wants: input.type)
      }
      bound.append(expression)
    }
    return bound
  }

  private mutating func bindYields(
    _ call: ProcedureCall, _ signature: ProcedureSignature, isStandalone: Bool
  ) throws(CypherError) -> [BoundYield] {
    var yields: [BoundYield] = []
    guard let written = call.yield else {
      // Without YIELD a call inside a query brings nothing into scope.
      guard isStandalone else { return [] }
      for (index, output) in signature.outputs.enumerated() {
        let slot = newSlot(output.name, output.staticType)
        yields.append(BoundYield(output: index, slot: slot))
      }
      return yields
    }
    for item in written {
      guard let index = signature.outputs.firstIndex(where: { $0.name == item.field.text }) else {
        let names = signature.outputs.map(\.name)
        throw Self.error(
          "UndefinedVariable", "\(signature.name) does not yield \(item.field.text)",
          at: item.field.span, hint: "it yields \(names.joined(separator: ", "))")
      }
      let slot = try declareNew(item.alias ?? item.field, signature.outputs[index].staticType)
      yields.append(BoundYield(output: index, slot: slot))
    }
    return yields
  }
}

extension ProcedureSignature {
  /// The inputs' names, for hints.
  var inputNames: String { inputs.map(\.name).joined(separator: ", ") }
}

extension ProcedureSignature.Field {
  /// What is known of the field's values.
  var staticType: StaticType {
    switch type.uppercased() {
    case "BOOLEAN": .boolean
    case "INTEGER": .integer
    case "FLOAT": .float
    case "NUMBER": .number
    case "STRING": .string
    case "DATE": .date
    case "LOCALTIME", "LOCAL TIME": .localTime
    case "TIME", "ZONED TIME": .time
    case "LOCALDATETIME", "LOCAL DATETIME": .localDateTime
    case "DATETIME", "ZONED DATETIME": .dateTime
    case "DURATION": .duration
    case "MAP": .map
    case "NODE": .node
    case "RELATIONSHIP": .relationship
    case "PATH": .path
    case let list where list.hasPrefix("LIST"): .list(.any)
    default: .any
    }
  }

  /// Whether a value of a type may be given; integers stand for floats as well.
  func admits(_ given: StaticType) -> Bool {
    let wanted = staticType
    if wanted == .any || given.isOpen || wanted == given { return true }
    if case (.list, .list) = (wanted, given) { return true }
    switch wanted {
    case .float, .number: return given.isNumeric
    case .integer: return given == .number
    case .map: return given == .node || given == .relationship
    default: return false
    }
  }
}
