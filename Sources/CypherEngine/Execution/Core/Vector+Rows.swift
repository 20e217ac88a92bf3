import PropertyGraph

extension Vector {
  /// The values one by one.
  var all: [Value] {
    if case .values(let values) = self { return values }
    return (0..<count).map { value(at: $0) }
  }

  /// The rows of a range.
  func rows(_ range: Range<Int>) -> Vector {
    switch self {
    case .nodes(let ids): .nodes(Array(ids[range]))
    case .relationships(let ids): .relationships(Array(ids[range]))
    case .texts(let codes, let heap): .texts(Array(codes[range]), heap)
    case .booleans(let bytes): .booleans(Array(bytes[range]))
    case .integers(let numbers, nil): .integers(Array(numbers[range]), nulls: nil)
    case .floats(let numbers, nil): .floats(Array(numbers[range]), nulls: nil)
    case .dates(let days, nil): .dates(Array(days[range]), nulls: nil)
    case .values(let values): .values(Array(values[range]))
    case .constant(let value, _): .constant(value, count: range.count)
    default: gathered(range.map { Int32(truncatingIfNeeded: $0) })
    }
  }

  /// Roughly how many bytes a row takes.
  var rowBytes: Int {
    switch self {
    case .nodes, .relationships, .texts: 4
    case .integers, .floats, .dates: 8
    case .booleans: 1
    case .values: 64
    case .constant: 0
    }
  }
}
