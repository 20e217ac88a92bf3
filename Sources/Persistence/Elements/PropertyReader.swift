public import PropertyGraph

/// Reads the properties of nodes or relationships, whose keys it knows by their places after the first.
public struct PropertyReader: ~Copyable {
  private let graph: Graph
  private var names = KeyTable()
  private var keys: [KeyID] = []

  /// Reads properties for a graph, where their keys are made.
  public init(_ graph: Graph) { self.graph = graph }

  /// Goes into the object with the properties.
  @inline(__always)
  public mutating func begin(_ json: inout JSONReader) throws(DataError) {
    try json.beginObject()
    names.begin()
  }

  /// The key of the next property, whose value is read then; nil behind the last.
  @inline(__always)
  public mutating func next(_ json: inout JSONReader) throws(DataError) -> KeyID? {
    guard let index = try json.nextKey(in: &names) else { return nil }
    if index >= keys.count { addKeys() }
    return keys[index]
  }

  @inline(never)
  private mutating func addKeys() {
    for index in keys.count..<names.count { keys.append(graph.intern(key: names.name(index))) }
  }
}

extension BulkLoader {
  /// Sets a property of the node or relationship begun last, unless the value is null.
  @inline(__always)
  public mutating func property(_ key: KeyID, stored: StoredValue) {
    switch stored {
    case .null: break
    case .boolean(let value): property(key, boolean: value)
    case .integer(let value): property(key, integer: value)
    case .float(let value): property(key, float: value)
    case .text(let bytes): property(key, text: bytes)
    case .date(let days): property(key, date: days)
    case .other(let value): property(key, value: value)
    }
  }
}
