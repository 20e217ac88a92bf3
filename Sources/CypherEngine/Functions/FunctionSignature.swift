import CypherSyntax
import PropertyGraph

/// Works out what is known of a result from what is known of the arguments.
typealias TypeRule = @Sendable (_ arguments: [StaticType]) -> StaticType

/// The name, parameters and result of a function or an aggregate.
///
/// A parameter's name that ends in `?` is optional, one that ends in `...` may repeat.
final class FunctionSignature: Sendable {
  /// One parameter.
  struct Parameter: Sendable {
    let name: String
    let type: ParameterType
    let isOptional: Bool
  }

  /// The spelling.
  let name: String
  /// The parameters in order; the last may stand for any number of arguments.
  let parameters: [Parameter]
  /// How many arguments are taken.
  let arity: ClosedRange<Int>
  /// What is known of the result whatever the arguments are.
  let result: StaticType
  private let rule: TypeRule?

  init(
    _ name: String, _ parameters: KeyValuePairs<String, ParameterType>, _ result: StaticType,
    deriving rule: TypeRule? = nil
  ) {
    let repeats = parameters.last?.key.hasSuffix("...") == true
    self.name = name
    self.parameters = parameters.map { entry in
      Parameter(
        name: String(entry.key.prefix { $0 != "?" && $0 != "." }), type: entry.value,
        isOptional: entry.key.hasSuffix("?"))
    }
    let required = self.parameters.count { !$0.isOptional }
    arity = required...(repeats ? .max : parameters.count)
    self.result = result
    self.rule = rule
  }

  /// The parameter that the argument at a position is for.
  func parameter(_ index: Int) -> Parameter? {
    parameters.isEmpty ? nil : parameters[min(index, parameters.count - 1)]
  }

  /// What is known of the result for arguments of known types.
  func resultType(_ arguments: [StaticType]) -> StaticType {
    guard let rule, !arguments.isEmpty else { return result }
    return rule(arguments)
  }

  /// `split(text :: STRING, delimiter :: STRING | LIST) :: LIST<STRING>`.
  var text: String {
    let list = parameters.enumerated().map { index, parameter in
      let repeats = arity.upperBound == .max && index == parameters.count - 1
      let name = parameter.name + (parameter.isOptional ? "?" : "") + (repeats ? "..." : "")
      return "\(name) :: \(parameter.type.text)"
    }
    return "\(name)(\(list.joined(separator: ", "))) :: \(result.cypherName)"
  }
}

/// The types that a parameter takes; null goes without saying.
struct ParameterType: Sendable {
  /// The admitted types; empty admits everything.
  let types: [StaticType]

  init(_ types: StaticType...) { self.types = types }

  static let any = ParameterType()
  static let boolean = ParameterType(.boolean)
  static let integer = ParameterType(.integer)
  static let number = ParameterType(.number)
  static let string = ParameterType(.string)
  static let map = ParameterType(.map)
  static let list = ParameterType(.list(.any))
  static let node = ParameterType(.node)
  static let relationship = ParameterType(.relationship)
  static let entity = ParameterType(.node, .relationship)
  static let path = ParameterType(.path)
  static let duration = ParameterType(.duration)

  /// Whether an argument of a known type can do.
  ///
  /// Only what belongs to the graph, lists and maps are refused before the query runs: scalars may still be
  /// converted, and openCypher leaves their errors to the run.
  func admits(_ type: StaticType) -> Bool {
    guard !type.isOpen, isStructural else { return true }
    return types.contains { wanted in
      if case .list = wanted, case .list = type { return true }
      return wanted == type || wanted == .number && type.isNumeric
    }
  }

  private var isStructural: Bool {
    types.contains { type in
      switch type {
      case .list, .map, .node, .relationship, .path: true
      default: false
      }
    }
  }

  /// `a list or a string`.
  var wanted: String {
    types.isEmpty ? "a value" : types.map(\.name).joined(separator: " or ")
  }

  /// `LIST<ANY> | STRING`.
  var text: String {
    types.isEmpty ? "ANY" : types.map(\.cypherName).joined(separator: " | ")
  }
}

extension StaticType {
  /// The type as signatures show it: `LIST<INTEGER>`.
  var cypherName: String {
    switch self {
    case .any: "ANY"
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .number: "INTEGER | FLOAT"
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "ZONED TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "ZONED DATETIME"
    case .duration: "DURATION"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    case .list(let element): "LIST<\(element.cypherName)>"
    }
  }
}
