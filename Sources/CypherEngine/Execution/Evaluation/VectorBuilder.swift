import PropertyGraph

/// Collects values into a vector that stays typed as long as they are of one type.
struct VectorBuilder {
  private enum Kind { case nulls, integers, floats, booleans, dates, nodes, relationships, values }

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
  /// The rows that are null in a column of numbers or dates.
  private var nullRows: [Int] = []

  /// Makes an empty builder for about so many values.
  init(capacity: Int) { self.capacity = capacity }

  /// Adds a value.
  mutating func append(_ value: Value) {
    let wanted = Self.kind(of: value)
    if wanted == .nulls {
      appendNull()
    } else {
      if kind == .nulls { begin(wanted) }
      if kind != wanted, kind != .values { mix() }
      appendFitting(value)
    }
    count += 1
  }

  /// The vector of all values.
  var vector: Vector {
    switch kind {
    case .nulls: .constant(.null, count: count)
    case .integers: .integers(whole, nulls: mask)
    case .floats: .floats(floats, nulls: mask)
    case .dates: .dates(whole, nulls: mask)
    case .booleans: .booleans(bytes)
    case .nodes: .nodes(ids)
    case .relationships: .relationships(ids)
    case .values: .values(values)
    }
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

  /// The first value that is not null decides the type; nulls may stand before it.
  private mutating func begin(_ wanted: Kind) {
    let nulls = count
    count = 0
    kind = wanted
    switch wanted {
    case .integers, .dates: whole.reserveCapacity(capacity)
    case .floats: floats.reserveCapacity(capacity)
    case .booleans: bytes.reserveCapacity(capacity)
    case .nodes, .relationships: ids.reserveCapacity(capacity)
    case .values, .nulls: values.reserveCapacity(capacity)
    }
    for _ in 0..<nulls {
      appendNull()
      count += 1
    }
  }

  /// A second type: from here on values are kept as they are.
  private mutating func mix() {
    values = vector.all
    kind = .values
    (whole, floats, bytes, ids, nullRows) = ([], [], [], [], [])
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
    case .nodes, .relationships: ids.append(.max)
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

extension Vector {
  /// The values one by one.
  var all: [Value] {
    if case .values(let values) = self { return values }
    return (0..<count).map { value(at: $0) }
  }
}
