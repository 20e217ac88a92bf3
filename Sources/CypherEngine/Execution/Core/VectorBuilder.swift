import PropertyGraph

/// Collects values and vectors into one vector that stays typed as long as they are of one type.
struct VectorBuilder {
  private enum Kind { case nulls, integers, floats, booleans, dates, nodes, relationships, texts, values }

  /// The rows so far.
  private(set) var count = 0
  private let capacity: Int
  private var kind = Kind.nulls
  /// Of these, only that of the kind is filled.
  private var whole: [Int64] = []
  private var floats: [Double] = []
  private var bytes: [UInt8] = []
  private var ids: [UInt32] = []
  private var values: [Value] = []
  private var heap: TextHeap?
  /// The rows that are null in a column of numbers or dates.
  private var nullRows: [Int] = []

  /// Makes an empty builder for about so many values.
  init(capacity: Int = 0) { self.capacity = capacity }

  /// Adds a value.
  mutating func append(_ value: Value) {
    let wanted = Self.kind(of: value)
    if wanted == .nulls {
      appendNull()
    } else {
      fit(wanted)
      appendFitting(value)
    }
    count += 1
  }

  /// Adds all values of a vector.
  mutating func append(contentsOf vector: Vector) {
    switch vector {
    case .integers(let numbers, let nulls) where canTake(.integers): append(numbers, .integers, nulls)
    case .dates(let days, let nulls) where canTake(.dates): append(days, .dates, nulls)
    case .floats(let numbers, let nulls) where canTake(.floats):
      fit(.floats)
      floats += numbers
      note(nulls, numbers.count)
    case .booleans(let truths) where canTake(.booleans):
      fit(.booleans)
      bytes += truths
      count += truths.count
    case .nodes(let nodes) where canTake(.nodes): append(nodes, .nodes)
    case .relationships(let relationships) where canTake(.relationships):
      append(relationships, .relationships)
    case .texts(let codes, let heap) where canTake(.texts):
      self.heap = heap
      append(codes, .texts)
    case .constant(let value, let count): append(value, times: count)
    default: for row in 0..<vector.count { append(vector.value(at: row)) }
    }
  }

  /// Adds a value so many times.
  private mutating func append(_ value: Value, times: Int) {
    if times == 0 { return }
    append(value)
    if case .float(let number) = value, kind == .floats {
      floats.append(contentsOf: repeatElement(number, count: times - 1))
      count += times - 1
    } else {
      for _ in 1..<times { append(value) }
    }
  }

  /// The vector of all values.
  var vector: Vector {
    switch kind {
    case .nulls: return .constant(.null, count: count)
    case .integers: return .integers(whole, nulls: mask)
    case .floats: return .floats(floats, nulls: mask)
    case .dates: return .dates(whole, nulls: mask)
    case .booleans: return .booleans(bytes)
    case .nodes: return .nodes(ids)
    case .relationships: return .relationships(ids)
    case .texts: if let heap { return .texts(ids, heap) }
    case .values: break
    }
    return .values(values)
  }

  /// Roughly how many bytes a row takes.
  var rowBytes: Int {
    switch kind {
    case .nulls: 0
    case .booleans: 1
    case .nodes, .relationships, .texts: 4
    case .integers, .floats, .dates: 8
    case .values: 64
    }
  }

  private func canTake(_ wanted: Kind) -> Bool { kind == wanted || kind == .nulls }

  private mutating func append(_ numbers: [Int64], _ wanted: Kind, _ nulls: NullMask?) {
    fit(wanted)
    whole += numbers
    note(nulls, numbers.count)
  }

  private mutating func append(_ more: [UInt32], _ wanted: Kind) {
    fit(wanted)
    ids += more
    count += more.count
  }

  private mutating func note(_ nulls: NullMask?, _ more: Int) {
    if let nulls { for row in 0..<more where nulls[row] { nullRows.append(count + row) } }
    count += more
  }

  private static func kind(of value: Value) -> Kind {
    switch value {
    case .null: .nulls
    case .integer: .integers
    case .float: .floats
    case .boolean: .booleans
    case .date: .dates
    case .node: .nodes
    case .relationship: .relationships
    default: .values
    }
  }

  /// Makes the column one that takes values of a kind.
  private mutating func fit(_ wanted: Kind) {
    if kind == wanted || kind == .values { return }
    if kind == .nulls {
      begin(wanted)
    } else {
      // A second type: from here on values are kept as they are.
      values = vector.all
      kind = .values
      (whole, floats, bytes, ids, nullRows) = ([], [], [], [], [])
    }
  }

  /// The first value that is not null decides the type; nulls may stand before it.
  private mutating func begin(_ wanted: Kind) {
    let nulls = count
    count = 0
    kind = wanted
    switch wanted {
    case .integers, .dates: whole.reserveCapacity(capacity)
    case .floats: floats.reserveCapacity(capacity)
    case .booleans: bytes.reserveCapacity(capacity)
    case .nodes, .relationships, .texts: ids.reserveCapacity(capacity)
    case .values, .nulls: values.reserveCapacity(capacity)
    }
    for _ in 0..<nulls {
      appendNull()
      count += 1
    }
  }

  private mutating func appendFitting(_ value: Value) {
    switch (kind, value) {
    case (.integers, .integer(let number)): whole.append(number)
    case (.dates, .date(let date)): whole.append(date.daysSinceEpoch)
    case (.floats, .float(let number)): floats.append(number)
    case (.booleans, .boolean(let truth)): bytes.append(truth ? 1 : 0)
    case (.nodes, .node(let id)): ids.append(id.rawValue)
    case (.relationships, .relationship(let id)): ids.append(id.rawValue)
    default: values.append(value)
    }
  }

  private mutating func appendNull() {
    switch kind {
    case .nulls: break
    case .integers, .dates:
      whole.append(0)
      nullRows.append(count)
    case .floats:
      floats.append(0)
      nullRows.append(count)
    case .booleans: bytes.append(2)
    case .nodes, .relationships, .texts: ids.append(.max)
    case .values: values.append(.null)
    }
  }

  private var mask: NullMask? {
    if nullRows.isEmpty { return nil }
    var mask = NullMask(count: count)
    for row in nullRows { mask[row] = true }
    return mask
  }
}
