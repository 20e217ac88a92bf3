/// Names and their positions, by bytes; a name is never dropped.
struct SymbolTable {
  private let heap = TextHeap()
  private(set) var names: [String] = []

  func find(_ name: String) -> Int32? { heap.code(of: name).map { Int32($0) } }

  mutating func intern(_ name: String) -> Int32 {
    let code = Int32(heap.intern(name))
    if Int(code) == names.count { names.append(name) }
    return code
  }

  /// All names by bytes.
  var sortedNames: [String] {
    names.indices.sorted { heap.compare(UInt32($0), UInt32($1)) < 0 }.map { names[$0] }
  }
}
