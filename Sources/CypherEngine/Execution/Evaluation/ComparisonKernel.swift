import CypherSyntax
import PropertyGraph

/// Compares typed vectors without making values: one byte a row, 0 false, 1 true, 2 unknown.
struct ComparisonKernel {
  private let operation: BinaryOperator

  init(_ operation: BinaryOperator) { self.operation = operation }

  /// The bytes, or nil where the vectors' types have no kernel.
  func bytes(_ a: Vector, _ b: Vector) -> [UInt8]? {
    if case .constant(.null, let count) = b { return Array(repeating: 2, count: count) }
    switch (a, b) {
    case (.constant, .constant): return nil
    case (.constant, _): return ComparisonKernel(operation.exchanged).bytes(b, a)
    case (.integers(let x, let nulls), .constant(.integer(let y), _)):
      return masked(compare(x.count, { x[$0] }, { _ in y }), nulls)
    case (.dates(let x, let nulls), .constant(.date(let y), _)):
      return masked(compare(x.count, { x[$0] }, { _ in y.daysSinceEpoch }), nulls)
    case (.integers(let x, let nulls), .constant(.float(let y), _)):
      return masked(ordered(x.count) { NumberOrder.compare(x[$0], y) }, nulls)
    case (.integers(let x, let nulls), .integers(let y, let others)),
      (.dates(let x, let nulls), .dates(let y, let others)):
      return masked(compare(x.count, { x[$0] }, { y[$0] }), nulls, others)
    case (.integers(let x, let nulls), .floats(let y, let others)):
      return masked(ordered(x.count) { NumberOrder.compare(x[$0], y[$0]) }, nulls, others)
    case (.floats, .integers): return ComparisonKernel(operation.exchanged).bytes(b, a)
    case (.floats(let x, let nulls), .constant(.float(let y), _)):
      return masked(compare(x.count, { x[$0] }, { _ in y }), nulls)
    case (.floats(let x, let nulls), .constant(.integer(let y), _)):
      return masked(ordered(x.count) { NumberOrder.compare(y, x[$0]).map { -$0 } }, nulls)
    case (.floats(let x, let nulls), .floats(let y, let others)):
      return masked(compare(x.count, { x[$0] }, { y[$0] }), nulls, others)
    case (.booleans(let x), .constant(.boolean(let y), _)):
      let y: UInt8 = y ? 1 : 0
      return masked(compare(x.count, { x[$0] }, { _ in y }), x, null: 2)
    case (.booleans(let x), .booleans(let y)):
      return masked(masked(compare(x.count, { x[$0] }, { y[$0] }), x, null: 2), y, null: 2)
    case (.nodes(let x), .constant(.node(let y), _)): return entities(x) { _ in y.rawValue }
    case (.relationships(let x), .constant(.relationship(let y), _)):
      return entities(x) { _ in y.rawValue }
    case (.nodes(let x), .nodes(let y)), (.relationships(let x), .relationships(let y)):
      return entities(x) { y[$0] }
    case (.texts(let x, let heap), .constant(.string(let y), _)): return texts(x, heap, y)
    case (.texts(let x, let heap), .texts(let y, let other)) where heap === other:
      return texts(x, y, heap)
    default: return nil
    }
  }

  /// Nodes and relationships are equal or not; they have no order.
  private func entities(_ x: [UInt32], _ y: (Int) -> UInt32) -> [UInt8] {
    guard operation == .equal || operation == .notEqual else {
      return Array(repeating: 2, count: x.count)
    }
    var bytes = compare(x.count, { x[$0] }, y)
    for row in bytes.indices where x[row] == .max || y(row) == .max { bytes[row] = 2 }
    return bytes
  }

  /// Whether it holds of two values in an order that is negative, zero or positive.
  func holds(_ order: Int) -> Bool {
    switch operation {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  /// Texts of a heap and a text: equality by code, order by bytes.
  private func texts(_ x: [UInt32], _ heap: TextHeap, _ y: String) -> [UInt8] {
    switch operation {
    case .equal, .notEqual:
      // A text that the heap does not hold has no code: it equals none of its texts.
      let code = heap.code(of: y) ?? TextHeap.none
      let equal: UInt8 = operation == .equal ? 1 : 0
      var bytes: [UInt8] = []
      bytes.reserveCapacity(x.count)
      for other in x { bytes.append(other == TextHeap.none ? 2 : other == code ? equal : 1 - equal) }
      return bytes
    default:
      return Text.withBytes(y) { y in
        let bytes = ordered(x.count) { row in
          x[row] == TextHeap.none ? 0 : heap.withBytes(x[row]) { $0.order(y) }
        }
        return masked(bytes, x, null: TextHeap.none)
      }
    }
  }

  /// Texts of one heap.
  private func texts(_ x: [UInt32], _ y: [UInt32], _ heap: TextHeap) -> [UInt8] {
    let bytes: [UInt8]
    switch operation {
    case .equal, .notEqual: bytes = compare(x.count, { x[$0] }, { y[$0] })
    default:
      bytes = ordered(x.count) {
        x[$0] == TextHeap.none || y[$0] == TextHeap.none ? 0 : heap.compare(x[$0], y[$0])
      }
    }
    return masked(masked(bytes, x, null: TextHeap.none), y, null: TextHeap.none)
  }

  @inline(__always)
  private func compare<T: Comparable>(
    _ count: Int, _ a: (Int) -> T, _ b: (Int) -> T
  ) -> [UInt8] {
    switch operation {
    case .equal: tested(count) { a($0) == b($0) }
    case .notEqual: tested(count) { a($0) != b($0) }
    case .less: tested(count) { a($0) < b($0) }
    case .lessOrEqual: tested(count) { a($0) <= b($0) }
    case .greater: tested(count) { a($0) > b($0) }
    default: tested(count) { a($0) >= b($0) }
    }
  }

  /// By an order that is negative, zero, positive, or nil for NaN: then only `<>` holds.
  @inline(__always)
  private func ordered(_ count: Int, _ order: (Int) -> Int?) -> [UInt8] {
    switch operation {
    case .equal: tested(count) { order($0) == 0 }
    case .notEqual: tested(count) { order($0) != 0 }
    case .less: tested(count) { order($0).map { $0 < 0 } ?? false }
    case .lessOrEqual: tested(count) { order($0).map { $0 <= 0 } ?? false }
    case .greater: tested(count) { order($0).map { $0 > 0 } ?? false }
    default: tested(count) { order($0).map { $0 >= 0 } ?? false }
    }
  }

  @inline(__always)
  private func tested(_ count: Int, _ test: (Int) -> Bool) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      for row in 0..<count { bytes[row] = test(row) ? 1 : 0 }
      filled = count
    }
  }

  private func masked(_ bytes: [UInt8], _ masks: NullMask?...) -> [UInt8] {
    var bytes = bytes
    for case let mask? in masks {
      for row in bytes.indices where mask[row] { bytes[row] = 2 }
    }
    return bytes
  }

  private func masked<T: Equatable>(_ bytes: [UInt8], _ column: [T], null: T) -> [UInt8] {
    var bytes = bytes
    for row in bytes.indices where column[row] == null { bytes[row] = 2 }
    return bytes
  }
}

extension BinaryOperator {
  /// The comparison with its sides exchanged.
  var exchanged: BinaryOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
