import CypherSyntax
import Glibc
import PropertyGraph

/// Calculates with typed vectors of numbers without making values.
struct ArithmeticKernel {
  private let operation: BinaryOperator
  private let span: Span

  init(_ operation: BinaryOperator, _ span: Span) {
    self.operation = operation
    self.span = span
  }

  /// The result, or nil where the vectors' types have no kernel.
  func vector(_ a: Vector, _ b: Vector) throws(CypherError) -> Vector? {
    switch (a, b) {
    case (.constant, .constant):
      return nil
    case (.integers(let x, let nulls), .integers(let y, let others)):
      return try integers(x.count, { x[$0] }, { y[$0] }, nulls.union(others))
    case (.integers(let x, let nulls), .constant(.integer(let y), _)):
      return try integers(x.count, { x[$0] }, { _ in y }, nulls)
    case (.constant(.integer(let x), _), .integers(let y, let nulls)):
      return try integers(y.count, { _ in x }, { y[$0] }, nulls)
    case (.floats(let x, let nulls), .floats(let y, let others)):
      return floats(x.count, { x[$0] }, { y[$0] }, nulls.union(others))
    case (.floats(let x, let nulls), .integers(let y, let others)):
      return floats(x.count, { x[$0] }, { Double(y[$0]) }, nulls.union(others))
    case (.integers(let x, let nulls), .floats(let y, let others)):
      return floats(x.count, { Double(x[$0]) }, { y[$0] }, nulls.union(others))
    case (.floats(let x, let nulls), .constant(let constant, _)):
      guard let y = constant.number else { return nil }
      return floats(x.count, { x[$0] }, { _ in y }, nulls)
    case (.constant(let constant, _), .floats(let y, let nulls)):
      guard let x = constant.number else { return nil }
      return floats(y.count, { _ in x }, { y[$0] }, nulls)
    case (.integers(let x, let nulls), .constant(.float(let y), _)):
      return floats(x.count, { Double(x[$0]) }, { _ in y }, nulls)
    case (.constant(.float(let x), _), .integers(let y, let nulls)):
      return floats(y.count, { _ in x }, { Double(y[$0]) }, nulls)
    default: return nil
    }
  }

  @inline(__always)
  private func floats(
    _ count: Int, _ a: (Int) -> Double, _ b: (Int) -> Double, _ nulls: NullMask?
  ) -> Vector {
    let numbers: [Double] =
      switch operation {
      case .add: filled(count) { a($0) + b($0) }
      case .subtract: filled(count) { a($0) - b($0) }
      case .multiply: filled(count) { a($0) * b($0) }
      case .divide: filled(count) { a($0) / b($0) }
      case .modulo: filled(count) { a($0).truncatingRemainder(dividingBy: b($0)) }
      default: filled(count) { pow(a($0), b($0)) }
      }
    return .floats(numbers, nulls: nulls)
  }

  @inline(__always)
  private func integers(
    _ count: Int, _ a: (Int) -> Int64, _ b: (Int) -> Int64, _ nulls: NullMask?
  ) throws(CypherError) -> Vector {
    var failed = false
    let numbers: [Int64]
    switch operation {
    case .add: numbers = checked(count, &failed) { a($0).addingReportingOverflow(b($0)) }
    case .subtract: numbers = checked(count, &failed) { a($0).subtractingReportingOverflow(b($0)) }
    case .multiply: numbers = checked(count, &failed) { a($0).multipliedReportingOverflow(by: b($0)) }
    case .divide: numbers = checked(count, &failed) { a($0).dividedReportingOverflow(by: b($0)) }
    case .modulo:
      numbers = checked(count, &failed) { row in
        let divisor = b(row)
        // The remainder by -1 is 0, though the quotient may not fit.
        return divisor == -1 ? (0, false) : a(row).remainderReportingOverflow(dividingBy: divisor)
      }
    default: return floats(count, { Double(a($0)) }, { Double(b($0)) }, nulls)
    }
    if failed {
      // Where a row that is not null fails, the operator itself says why.
      for row in 0..<count where nulls?[row] != true {
        _ = try Arithmetic.apply(operation, .integer(a(row)), .integer(b(row)), at: span)
      }
    }
    return .integers(numbers, nulls: nulls)
  }

  @inline(__always)
  private func filled(_ count: Int, _ result: (Int) -> Double) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { numbers, filled in
      for row in 0..<count { numbers[row] = result(row) }
      filled = count
    }
  }

  @inline(__always)
  private func checked(
    _ count: Int, _ failed: inout Bool, _ result: (Int) -> (partialValue: Int64, overflow: Bool)
  ) -> [Int64] {
    var overflows = false
    let numbers = [Int64](unsafeUninitializedCapacity: count) { numbers, filled in
      for row in 0..<count {
        let (value, overflow) = result(row)
        numbers[row] = value
        overflows = overflows || overflow
      }
      filled = count
    }
    failed = overflows
    return numbers
  }
}

extension Value {
  /// An integer or a float, as a float.
  fileprivate var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }
}
