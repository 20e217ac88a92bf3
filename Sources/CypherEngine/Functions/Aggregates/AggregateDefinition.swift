import CypherSyntax
import PropertyGraph

/// An aggregating function: one value for a group of rows.
struct AggregateDefinition: Sendable {
  /// Its name and parameters.
  let signature: FunctionSignature
  /// One sentence, without a final full stop.
  let summary: String
  /// Starts a group.
  let make: @Sendable () -> any Accumulator

  init(
    _ name: String, _ parameters: KeyValuePairs<String, ParameterType>, _ result: StaticType,
    _ summary: String, deriving: TypeRule? = nil, _ make: @escaping @Sendable () -> any Accumulator
  ) {
    signature = FunctionSignature(name, parameters, result, deriving: deriving)
    self.summary = summary
    self.make = make
  }

  /// The spelling that results are labelled with; it is found in any case.
  var name: String { signature.name }
  /// How many arguments it takes.
  var arity: ClosedRange<Int> { signature.arity }
  /// What is known of the result whatever the arguments are.
  var result: StaticType { signature.result }
}

/// Throws where a run is to stop.
typealias LimitCheck = () throws(CypherError) -> Void

/// What an aggregate keeps of the rows of one group.
protocol Accumulator: Sendable {
  /// Takes in one row's arguments; none at all for `count(*)`.
  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError)

  /// The group's value.
  ///
  /// - Parameter check: asked now and then where a long computation may be stopped.
  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value
}
