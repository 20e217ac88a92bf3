import PropertyGraph

/// A vector that comes in parts, each for some of its rows; together they are for all rows, each once.
struct VectorParts {
  private let count: Int
  private var parts: [(values: Vector, rows: [Int32])] = []

  /// Makes a vector of so many rows without parts.
  init(count: Int) { self.count = count }

  /// Adds the values of some rows.
  mutating func add(_ values: Vector, at rows: [Int32]) { parts.append((values, rows)) }

  /// The whole.
  var vector: Vector { numbers ?? any }

  /// Numbers of one type without nulls, written to where they belong.
  private var numbers: Vector? {
    let floats: [Double]? = scattered { vector in
      switch vector {
      case .floats(let numbers, nil): .column(numbers)
      case .constant(.float(let number), _): .constant(number)
      default: nil
      }
    }
    if let floats { return .floats(floats, nulls: nil) }
    let integers: [Int64]? = scattered { vector in
      switch vector {
      case .integers(let numbers, nil): .column(numbers)
      case .constant(.integer(let number), _): .constant(number)
      default: nil
      }
    }
    return integers.map { .integers($0, nulls: nil) }
  }

  private enum Numbers<Number: BitwiseCopyable> {
    case column([Number])
    case constant(Number)
  }

  /// The numbers of all rows; nil where a part has others.
  private func scattered<Number: BitwiseCopyable>(_ read: (Vector) -> Numbers<Number>?) -> [Number]? {
    var columns: [Numbers<Number>] = []
    for part in parts {
      guard let numbers = read(part.values) else { return nil }
      columns.append(numbers)
    }
    return Array(unsafeUninitializedCapacity: count) { all, filled in
      for (part, column) in zip(parts, columns) {
        switch column {
        case .column(let numbers):
          for (index, row) in part.rows.enumerated() { all[Int(row)] = numbers[index] }
        case .constant(let number): for row in part.rows { all[Int(row)] = number }
        }
      }
      filled = count
    }
  }

  /// Values of any type: one part after the other, then put in order.
  private var any: Vector {
    var values = VectorBuilder(capacity: count)
    var places = [Int32](repeating: 0, count: count)
    for part in parts {
      for (index, row) in part.rows.enumerated() {
        places[Int(row)] = Int32(truncatingIfNeeded: values.count + index)
      }
      values.append(contentsOf: part.values)
    }
    return values.vector.gathered(places)
  }
}
