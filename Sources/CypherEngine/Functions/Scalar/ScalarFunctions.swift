internal import Glibc
import CypherSyntax
import PropertyGraph

/// Functions of any value.
enum ScalarFunctions {
  static let all: [FunctionDefinition] = [
    FunctionDefinition(
      "coalesce", ["value...": .any], .any, "The first argument that is not null", nulls: .isSeen,
      deriving: { types in
        let all = types.dropFirst().reduce(types[0]) { $0.union($1) }
        return all == .null ? .any : all
      }
    ) { call throws(CypherError) in call.arguments.first { !$0.isNull } ?? .null },
    FunctionDefinition(
      "nullIf", ["value": .any, "other": .any], .any, "Null where the two are equal, else the first",
      nulls: .isSeen, deriving: { $0[0] == .null ? .any : $0[0] }
    ) { call throws(CypherError) in call[0].equals(call[1]) == true ? .null : call[0] },
    FunctionDefinition(
      "exists", ["value": .any], .boolean, "Whether there is a value, or a match of a pattern",
      nulls: .isSeen
    ) { call throws(CypherError) in .boolean(!call[0].isNull) },
    FunctionDefinition(
      "valueType", ["value": .any], .string, "The name of a value's type", nulls: .isSeen
    ) { call throws(CypherError) in .string(call[0].cypherType) },
    FunctionDefinition(
      "isEmpty", ["value": ParameterType(.list(.any), .map, .string)], .boolean,
      "Whether a list, map or text holds nothing"
    ) { call throws(CypherError) in
      switch call[0] {
      case .list(let values): return .boolean(values.isEmpty)
      case .map(let map): return .boolean(map.count == 0)
      case .string(let text): return .boolean(text.isEmpty)
      default: throw call.wrongType(0)
      }
    },
    FunctionDefinition(
      "size", ["value": ParameterType(.list(.any), .string)], .integer,
      "The number of elements of a list, or of characters of a text"
    ) { call throws(CypherError) in
      switch call[0] {
      case .list(let values): return .integer(Int64(values.count))
      case .string(let text): return .integer(Int64(Text.length(text)))
      default: throw call.wrongType(0)
      }
    },
    FunctionDefinition("timestamp", [:], .integer, "Milliseconds from 1970 to the statement's time") {
      call throws(CypherError) in .integer(call.context.clock.epochMilliseconds)
    },
    FunctionDefinition("randomUUID", [:], .string, "A random UUID of version 4") {
      _ throws(CypherError) in .string(randomUUID())
    },
  ]

  private static func randomUUID() -> String {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & ~0xF000 | 0x4000
    let low = generator.next() & (.max >> 2) | 1 << 63
    let digits = [high, low].map { half in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var groups: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }
}

extension Value {
  /// The name of the type, as `valueType` gives it: `LIST<INTEGER NOT NULL> NOT NULL`.
  fileprivate var cypherType: String {
    switch self {
    case .null: return "NULL"
    case .list(let values):
      let types = Set(values.map(\.cypherType)).sorted()
      return "LIST<\(types.isEmpty ? "NOTHING" : types.joined(separator: " | "))> NOT NULL"
    default: return StaticType(of: self).cypherName + " NOT NULL"
    }
  }
}
