import CypherSyntax

/// What the binder must know of a function, taken from the registries.
struct FunctionFacts: Sendable {
  /// The registry's own spelling.
  var name: String
  /// The least number of arguments.
  var minimum: Int
  /// The greatest number of arguments.
  var maximum: Int
  /// Whether it gives one value for a group of rows.
  var isAggregate: Bool
  private var signature: FunctionSignature

  private init(_ signature: FunctionSignature, isAggregate: Bool, minimum: Int? = nil) {
    name = signature.name
    self.minimum = minimum ?? signature.arity.lowerBound
    maximum = signature.arity.upperBound
    self.isAggregate = isAggregate
    self.signature = signature
  }

  /// `count(*)`: the one aggregate without arguments.
  static let count: FunctionFacts = {
    let signature = AggregateRegistry.find("count")?.signature ?? FunctionSignature("count", [:], .integer)
    return FunctionFacts(signature, isAggregate: true, minimum: 0)
  }()

  /// Whether a name, in any case, is that of an aggregating function.
  static func isAggregate(_ name: String) -> Bool { AggregateRegistry.find(name) != nil }

  /// What is known of a function, its name in any case.
  static func find(_ name: String) -> FunctionFacts? {
    if let function = FunctionRegistry.find(name) {
      return FunctionFacts(function.signature, isAggregate: false)
    }
    return AggregateRegistry.find(name).map { FunctionFacts($0.signature, isAggregate: true) }
  }

  /// All names, for suggestions.
  static var names: [String] { FunctionRegistry.all.map(\.name) + AggregateRegistry.all.map(\.name) }

  /// What is known of the result for given arguments.
  func resultType(_ arguments: [BoundExpression]) -> StaticType {
    signature.resultType(arguments.map(\.type))
  }

  /// Refuses arguments whose type can never do.
  func check(_ arguments: [BoundExpression]) throws(CypherError) {
    for (index, argument) in arguments.enumerated() {
      guard let wanted = signature.parameter(index)?.type, !wanted.admits(argument.type) else { continue }
      throw Binder.invalidType(argument, name, wants: wanted.wanted)
    }
  }
}
