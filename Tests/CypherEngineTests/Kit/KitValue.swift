/// A value as the kit writes it: entities by what they carry, temporal values as text.
indirect enum KitValue: Hashable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// By bits, so that NaN equals itself; there is one zero.
  case float(UInt64)
  case string(String)
  case list([KitValue])
  case map([String: KitValue])
  case node(KitNode)
  case relationship(KitRelationship)
  case path(start: KitNode, [KitStep])

  /// A float.
  static func float(of value: Double) -> KitValue {
    .float(value.isNaN ? Double.nan.bitPattern : (value == 0 ? 0.0 : value).bitPattern)
  }

  /// The value with all lists sorted, for comparison without regard to their order.
  var withoutListOrder: KitValue {
    switch self {
    case .list(let values):
      .list(values.map(\.withoutListOrder).sorted { $0.description < $1.description })
    case .map(let entries): .map(entries.mapValues(\.withoutListOrder))
    default: self
    }
  }
}

/// A node.
struct KitNode: Hashable {
  var labels: Set<String>
  var properties: [String: KitValue]
}

/// A relationship.
struct KitRelationship: Hashable {
  var type: String
  var properties: [String: KitValue]
}

/// A step of a path.
struct KitStep: Hashable {
  var relationship: KitRelationship
  var isForward: Bool
  var node: KitNode
}

extension KitValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let bits): "\(Double(bitPattern: bits))"
    case .string(let text): "'\(text)'"
    case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .map(let entries): Self.text(entries)
    case .node(let node): node.description
    case .relationship(let relationship): relationship.description
    case .path(let start, let steps): "<\(start)\(steps.map(\.description).joined())>"
    }
  }

  /// A map, its keys sorted.
  fileprivate static func text(_ entries: [String: KitValue]) -> String {
    let parts = entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "{\(parts.joined(separator: ", "))}"
  }
}

extension KitNode: CustomStringConvertible {
  var description: String {
    let names = labels.sorted().map { ":\($0)" }.joined()
    return "(\(names)\(properties.isEmpty ? "" : " " + KitValue.text(properties)))"
  }
}

extension KitRelationship: CustomStringConvertible {
  var description: String {
    "[:\(type)\(properties.isEmpty ? "" : " " + KitValue.text(properties))]"
  }
}

extension KitStep: CustomStringConvertible {
  var description: String { (isForward ? "-\(relationship)->" : "<-\(relationship)-") + "\(node)" }
}
