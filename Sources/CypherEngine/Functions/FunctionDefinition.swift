import CypherSyntax
import PropertyGraph

/// A scalar function: one value here yields its binding, its checks, its help and `SHOW FUNCTIONS`.
struct FunctionDefinition: Sendable {
  /// What a function computes; the arguments are within its arity.
  typealias Body = @Sendable (FunctionCall) throws(CypherError) -> Value

  /// What happens where an argument is null.
  enum NullRule: Sendable {
    /// The result is null and the body is not asked.
    case givesNull
    /// The body sees it.
    case isSeen
  }

  /// Its name and parameters.
  let signature: FunctionSignature
  /// Where it stands in the overview.
  var category = FunctionCategory.scalar
  /// One sentence, without a final full stop.
  let summary: String
  private let nulls: NullRule
  private let compute: Body

  /// Declares a function; see `FunctionSignature` for the notation of parameters.
  init(
    _ name: String, _ parameters: KeyValuePairs<String, ParameterType>, _ result: StaticType,
    _ summary: String, nulls: NullRule = .givesNull, deriving: TypeRule? = nil,
    _ compute: @escaping Body
  ) {
    signature = FunctionSignature(name, parameters, result, deriving: deriving)
    self.summary = summary
    self.nulls = nulls
    self.compute = compute
  }

  /// The spelling that results are labelled with; it is found in any case.
  var name: String { signature.name }
  /// How many arguments it takes.
  var arity: ClosedRange<Int> { signature.arity }
  /// What is known of the result whatever the arguments are.
  var result: StaticType { signature.result }

  /// Whether the value is one that was there before: nothing new takes memory.
  var isSelecting: Bool { ["head", "last", "nullIf", "coll.min", "coll.max"].contains(name) }

  /// The value of a call.
  func body(
    _ arguments: [Value], _ context: any FunctionContext, _ span: Span
  ) throws(CypherError) -> Value {
    if nulls == .givesNull {
      for argument in arguments { if case .null = argument { return .null } }
    }
    return try compute(FunctionCall(signature, arguments, context, span))
  }
}

/// How the functions are grouped in the overview.
enum FunctionCategory: String, Sendable, CaseIterable {
  case scalar, graph, text, number, list, conversion, temporal, duration, aggregate
}

/// What a function may ask for beside its arguments.
protocol FunctionContext {
  /// The graph that nodes and relationships belong to.
  var graph: Graph { get }
  /// The time of the statement.
  var clock: StatementClock { get }
  /// Throws where the statement is to stop; asked in long loops.
  func check() throws(CypherError)
  /// Counts steps of a long loop; throws now and then where the statement is to stop.
  func work(_ steps: Int) throws(CypherError)
  /// Makes room for a value of so many bytes; throws where there is none, or where the statement is to stop.
  func make(bytes: Int) throws(CypherError)
}
