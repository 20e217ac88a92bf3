internal import PropertyGraph

/// The ids by which a file names its nodes, and the nodes that they name.
///
/// Whole numbers that lie close to one another, which is the rule, are looked up in an array.
struct ForeignIDs {
  /// An id of a file: a number, or a text by its code.
  enum ID: Hashable {
    case integer(Int64)
    case text(UInt32)
  }

  /// The texts among the ids.
  let texts = TextHeap()
  /// Nodes by small numbers; `none` where there is none.
  private var byNumber: [UInt32] = []
  private var byText: [UInt32] = []
  private var far: [Int64: UInt32] = [:]
  private var count = 0
  /// Whether the ids so far are 0, 1, 2, …, and their nodes too, so that nothing need be looked up.
  private var isIdentity = true

  private static let none = UInt32.max

  /// Numbers that name themselves, to be looked up later; texts name nothing.
  static var asWritten: ForeignIDs {
    var ids = ForeignIDs()
    ids.count = Int(BulkLoader.idLimit)
    return ids
  }

  /// The id of a text.
  func id(_ text: UnsafeBufferPointer<UInt8>) -> ID { .text(texts.intern(bytes: text)) }

  /// Notes the node of an id; false where the id names one already.
  @inline(__always)
  mutating func insert(_ id: ID, _ node: UInt32) -> Bool {
    if case .integer(let number) = id, number == count, node == count {} else { isIdentity = false }
    count += 1
    switch id {
    case .integer(let number):
      // Up to eight entries a node are worth an array.
      guard number >= 0, number < max(1 << 16, count &* 8), far.isEmpty || far[number] == nil else {
        return insertFar(number, node)
      }
      return Self.insert(&byNumber, Int(number), node)
    case .text(let code): return Self.insert(&byText, Int(code), node)
    }
  }

  /// The node of an id, or nil.
  @inline(__always)
  func find(_ id: ID) -> UInt32? {
    switch id {
    case .integer(let number):
      if isIdentity { return number >= 0 && number < count ? UInt32(number) : nil }
      if number >= 0, number < byNumber.count, byNumber[Int(number)] != Self.none {
        return byNumber[Int(number)]
      }
      return far.isEmpty ? nil : far[number]
    case .text(let code):
      return code < byText.count && byText[Int(code)] != Self.none ? byText[Int(code)] : nil
    }
  }

  /// An id as it stood in the file.
  func text(_ id: ID) -> String {
    switch id {
    case .integer(let number): String(number)
    case .text(let code): texts.string(code)
    }
  }

  private mutating func insertFar(_ number: Int64, _ node: UInt32) -> Bool {
    if find(.integer(number)) != nil { return false }
    far[number] = node
    return true
  }

  @inline(__always)
  private static func insert(_ nodes: inout [UInt32], _ index: Int, _ node: UInt32) -> Bool {
    if index >= nodes.count {
      if index == nodes.count {
        nodes.append(node)
        return true
      }
      nodes.append(contentsOf: repeatElement(none, count: index + 1 - nodes.count))
    }
    if nodes[index] != none { return false }
    nodes[index] = node
    return true
  }
}
