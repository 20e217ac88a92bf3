@testable import Persistence

/// JSON as a tree, for looking at what was written without the code that wrote it.
indirect enum JSONTree: Equatable {
  case null
  case boolean(Bool)
  case number(Double, isInteger: Bool)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(_ bytes: [UInt8]) throws(DataError) {
    var json = JSONReader(bytes)
    self = try Self.read(&json)
    try json.finish()
  }

  subscript(_ key: String) -> JSONTree? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var elements: [JSONTree] {
    if case .list(let elements) = self { elements } else { [] }
  }

  private static func read(_ json: inout JSONReader) throws(DataError) -> JSONTree {
    var isFirst = true
    switch try json.peek() {
    case UInt8(ascii: "["):
      var elements: [JSONTree] = []
      try json.beginArray()
      while try json.nextElement(isFirst: &isFirst) { elements.append(try read(&json)) }
      return .list(elements)
    case UInt8(ascii: "{"):
      var members: [String: JSONTree] = [:]
      try json.beginObject()
      while let key = try json.nextKey(isFirst: &isFirst).map({ String(decoding: $0, as: UTF8.self) }) {
        members[key] = try read(&json)
      }
      return .object(members)
    default:
      return switch try json.scalar() {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .integer(let value): .number(Double(value), isInteger: true)
      case .float(let value): .number(value, isInteger: false)
      case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}
