public import PropertyGraph

/// Reads the labels of nodes and numbers the sets of them; lists that were met lately are known by their bytes.
public struct LabelReader {
  private static let memory = 16

  private let graph: Graph
  private var known: [(text: [UInt8], set: Int)] = []
  private var numbers: [[LabelID]: Int] = [:]

  /// The sets of labels met so far, each as it was written first.
  public private(set) var sets: [[LabelID]] = []

  /// Reads labels for a graph, where they are made.
  public init(_ graph: Graph) { self.graph = graph }

  /// Reads a list of labels and gives its number among the sets.
  @inline(__always)
  public mutating func read(_ json: inout JSONReader) throws(DataError) -> Int {
    _ = try json.peek()
    for index in known.indices where json.take(known[index].text) {
      let set = known[index].set
      if index > 0 { known.swapAt(index, index - 1) }
      return set
    }
    return try readNew(&json)
  }

  @inline(never)
  private mutating func readNew(_ json: inout JSONReader) throws(DataError) -> Int {
    let offset = json.offset
    let text = try json.setAside()
    var inner = JSONReader(ByteSource(text, from: (json.source, offset)))
    var labels: [LabelID] = []
    var isFirst = true
    try inner.beginArray()
    while try inner.nextElement(isFirst: &isFirst) { labels.append(graph.intern(label: try inner.string())) }
    let set = number(of: labels)
    if known.count == Self.memory { known.removeLast() }
    known.append((text, set))
    return set
  }

  /// The number of a set of labels.
  public mutating func number(of labels: [LabelID]) -> Int {
    if let number = numbers[labels] { return number }
    numbers[labels] = sets.count
    sets.append(labels)
    return sets.count - 1
  }
}

/// Reads the types of relationships; the one met last is known by its bytes.
public struct TypeReader {
  private let graph: Graph
  private var last: (text: [UInt8], type: TypeID)?

  /// Reads types for a graph, where they are made.
  public init(_ graph: Graph) { self.graph = graph }

  /// Reads a type.
  @inline(__always)
  public mutating func read(_ json: inout JSONReader) throws(DataError) -> TypeID {
    _ = try json.peek()
    if let last, json.take(last.text) { return last.type }
    return try readNew(&json)
  }

  @inline(never)
  private mutating func readNew(_ json: inout JSONReader) throws(DataError) -> TypeID {
    let name = try json.string()
    let type = graph.intern(type: name)
    last = (JSONWriter.text(of: name), type)
    return type
  }
}

extension JSONReader {
  /// Passes exactly these bytes where they stand next in the window.
  @inline(__always)
  mutating func take(_ text: [UInt8]) -> Bool {
    let count = text.count
    guard end - at >= count else { return false }
    let isNext = text.withUnsafeBufferPointer { text in
      var index = 0
      while index < count, at[index] == text[index] { index += 1 }
      return index == count
    }
    if isNext { at += count }
    return isNext
  }
}
