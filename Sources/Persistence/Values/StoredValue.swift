public import PropertyGraph

/// A value of a property as it comes from a file, without memory of its own where it is simple.
public enum StoredValue {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  /// Valid UTF-8, until the next call of the reader.
  case text(UnsafeBufferPointer<UInt8>)
  /// Days since 1970-01-01.
  case date(Int64)
  /// Any other value that a property can hold.
  case other(Value)

  /// Takes a value that a property can hold; else nil.
  init?(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = .float(value)
    case .date(let value): self = .date(value.daysSinceEpoch)
    case .map, .node, .relationship, .path: return nil
    case .list(let values):
      if values.contains(where: { !$0.isListElement }) { return nil }
      self = .other(value)
    default: self = .other(value)
    }
  }

  /// The value on its own.
  public var value: Value {
    switch self {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case .text(let bytes): .string(String(decoding: bytes, as: UTF8.self))
    case .date(let days): .date(CalendarDate(daysSinceEpoch: days))
    case .other(let value): value
    }
  }
}

extension ValueCoding {
  /// Reads a value of a property.
  ///
  /// - Throws: also for values that no property holds: maps, nodes and the like, and lists with these or with null.
  @inline(__always)
  public static func readStored(_ json: inout JSONReader) throws(DataError) -> StoredValue {
    let byte = try json.peek()
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return try readStoredObject(&json) }
    return switch try json.scalar() {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case .text(let bytes): .text(bytes)
    }
  }

  private static func readStoredObject(_ json: inout JSONReader) throws(DataError) -> StoredValue {
    if let days = try json.plainDate() { return .date(days) }
    let offset = json.offset
    let value = try read(&json)
    guard let stored = StoredValue(value) else {
      throw json.error(.notStorable(value.sort), at: offset)
    }
    return stored
  }
}

extension JSONReader {
  /// Reads `{"$date":"2026-11-20"}` where it stands exactly so; else nil, and nothing is read.
  fileprivate mutating func plainDate() throws(DataError) -> Int64? {
    let start: StaticString = "{\"$date\":\""
    try fetch(22)
    guard end - at >= 22 else { return nil }
    for index in 0..<10 where at[index] != start.utf8Start[index] { return nil }
    guard at[14] == UInt8(ascii: "-"), at[17] == UInt8(ascii: "-"), at[20] == UInt8(ascii: "\""),
      at[21] == UInt8(ascii: "}"), let year = digits(10, 4), let month = digits(15, 2),
      let day = digits(18, 2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    at += 22
    return date.daysSinceEpoch
  }

  private func digits(_ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      guard at[index] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(at[index] - 0x30)
    }
    return value
  }
}

extension Value {
  fileprivate var isListElement: Bool {
    switch self {
    case .null, .list, .map, .node, .relationship, .path: false
    default: true
    }
  }

  /// What the value is, for an error.
  fileprivate var sort: String {
    switch self {
    case .map: "a map"
    case .list: "a list with such elements"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    default: "this value"
    }
  }
}
