import PropertyGraph

/// Gives equivalent values the same code, and each new one the next number.
///
/// Null is null, NaN is NaN, and 1 is 1.0. Values of typed vectors are never made.
struct ValueCoder {
  /// The number of different values so far.
  private(set) var count: UInt32 = 0
  private var null = NumberTable.none
  private var truths = [NumberTable.none, NumberTable.none]
  private var integers = NumberTable()
  private var dates = NumberTable()
  private var nodes = DenseTable()
  private var relationships = DenseTable()
  private var texts = DenseTable()
  /// Everything else: fractions, texts that the heap did not hold, lists and so on.
  private var others = KeyTable()
  private var hasLooseTexts = false
  /// The list coded last: rows of one group often hold the very same list, which need not be walked again.
  private var lastList: (elements: [Value], code: UInt32) = ([], 0)

  /// Appends the codes of a vector's values.
  mutating func append(codesOf vector: Vector, _ heap: TextHeap, to codes: inout [UInt32]) {
    switch vector {
    case .integers(let numbers, let nulls):
      for row in numbers.indices {
        codes.append(nulls?[row] == true ? codeOfNull() : code(of: numbers[row]))
      }
    case .dates(let days, let nulls):
      for row in days.indices {
        codes.append(nulls?[row] == true ? codeOfNull() : code(ofDay: days[row]))
      }
    case .nodes(let ids):
      for id in ids { codes.append(id == .max ? codeOfNull() : code(ofNode: id)) }
    case .relationships(let ids):
      for id in ids { codes.append(id == .max ? codeOfNull() : code(ofRelationship: id)) }
    case .texts(let texts, let heap):
      for text in texts { codes.append(text == TextHeap.none ? codeOfNull() : code(ofText: text, heap)) }
    case .booleans(let bytes):
      for byte in bytes { codes.append(byte == 2 ? codeOfNull() : code(of: byte == 1)) }
    case .constant(let value, let count):
      // The value of no rows is not met: a code for it would leave a gap among the groups.
      if count > 0 { codes.append(contentsOf: repeatElement(code(of: value, heap), count: count)) }
    case .floats, .values:
      for row in 0..<vector.count { codes.append(code(of: vector.value(at: row), heap)) }
    }
  }

  private mutating func code(of value: Value, _ heap: TextHeap) -> UInt32 {
    switch value {
    case .null: return codeOfNull()
    case .boolean(let truth): return code(of: truth)
    case .integer(let number): return code(of: number)
    case .float(let number):
      if let whole = NumberOrder.integer(number) { return code(of: whole) }
    case .date(let date): return code(ofDay: date.daysSinceEpoch)
    case .node(let node): return code(ofNode: node.rawValue)
    case .relationship(let relationship): return code(ofRelationship: relationship.rawValue)
    case .string(let text):
      if let known = heap.code(of: text) { return code(ofText: known, heap) }
      hasLooseTexts = true
    default: break
    }
    return codeOfOther(value)
  }

  private mutating func codeOfOther(_ value: Value) -> UInt32 {
    guard case .list(let elements) = value, !elements.isEmpty else { return codeByKey(of: value) }
    if elements.isIdentical(to: lastList.elements) { return lastList.code }
    lastList = (elements, codeByKey(of: value))
    return lastList.code
  }

  private mutating func codeByKey(of value: Value) -> UInt32 {
    let key = ValueKey(value)
    if let code = others[key] { return code }
    others[key] = count
    return new()
  }

  private mutating func codeOfNull() -> UInt32 {
    if null == NumberTable.none { null = new() }
    return null
  }

  private mutating func code(of truth: Bool) -> UInt32 {
    let index = truth ? 1 : 0
    if truths[index] == NumberTable.none { truths[index] = new() }
    return truths[index]
  }

  private mutating func code(of number: Int64) -> UInt32 {
    counted(integers.code(of: UInt64(bitPattern: number), next: count))
  }

  private mutating func code(ofDay day: Int64) -> UInt32 {
    counted(dates.code(of: UInt64(bitPattern: day), next: count))
  }

  private mutating func code(ofNode id: UInt32) -> UInt32 {
    let code = nodes.code(of: id)
    if code != NumberTable.none { return code }
    nodes.set(id, count)
    return new()
  }

  private mutating func code(ofRelationship id: UInt32) -> UInt32 {
    let code = relationships.code(of: id)
    if code != NumberTable.none { return code }
    relationships.set(id, count)
    return new()
  }

  private mutating func code(ofText text: UInt32, _ heap: TextHeap) -> UInt32 {
    let known = texts.code(of: text)
    if known != NumberTable.none { return known }
    // The heap may have learned a text after it was met here as a mere string.
    if hasLooseTexts, let code = others[ValueKey(.string(heap.string(text)))] {
      texts.set(text, code)
      return code
    }
    texts.set(text, count)
    return new()
  }

  private mutating func new() -> UInt32 {
    count &+= 1
    return count &- 1
  }

  /// A code that a table gave: the next one where it was new.
  private mutating func counted(_ code: UInt32) -> UInt32 {
    if code == count { count &+= 1 }
    return code
  }
}
