/// Finds the nodes of a label by the value of a property: equal values by hash, ranges by order.
///
/// The order is made by the first question for a range and kept from then on.
public final class NodeIndex {
  /// What the index is over.
  public let info: IndexInfo
  private let texts: TextHeap
  private var buckets = IndexBuckets()
  private var sorted: SortedBuckets?
  /// The values of types that have no word, by number.
  private var rareValues: [Value] = []
  private var rareNumbers: [RareValue: Int] = [:]

  init(_ info: IndexInfo, _ texts: TextHeap) {
    self.info = info
    self.texts = texts
  }

  /// The same index, which shares what neither changes.
  func copy() -> NodeIndex {
    let copy = NodeIndex(info, texts)
    (copy.buckets, copy.sorted) = (buckets, sorted)
    (copy.rareValues, copy.rareNumbers) = (rareValues, rareNumbers)
    return copy
  }

  /// The number of distinct values.
  public var distinctCount: Int { buckets.filledCount }

  /// The number of nodes that have a value.
  public var count: Int { buckets.nodeCount }

  /// The number of values that one node alone has.
  var singleCount: Int { buckets.singleCount }

  /// The nodes whose value equals one as openCypher has it (1 = 1.0, NaN equals nothing), ascending.
  public func nodes(equalTo value: Value) -> [UInt32] {
    guard let key = knownKey(value), let bucket = buckets.find(key) else { return [] }
    return buckets.nodes(bucket)
  }

  /// The node that alone has a value, found without making a list; nil where several have it or none.
  public func onlyNode(equalTo value: Value) -> UInt32? {
    guard let key = knownKey(value), let bucket = buckets.find(key) else { return nil }
    return buckets.onlyNode(bucket)
  }

  /// The nodes whose value lies between two bounds of the same type, ascending by value, equal values by node.
  ///
  /// A missing bound leaves that end open; two missing give nothing, as the type is unknown.
  public func nodes(
    from low: Value?, inclusive lowInclusive: Bool, to high: Value?, inclusive highInclusive: Bool
  ) -> [UInt32] {
    guard let rank = IndexOrder.rank(low, high) else { return [] }
    var found: [UInt32] = []
    // Lists are ordered, but not all of them comparable: all are looked at.
    let isTotal = rank != IndexOrder.rank(of: .list([]))
    order().forEach { bucket in
      let value = value(bucket)
      let other = IndexOrder.rank(of: value)
      if other != rank { return other < rank }
      guard isTotal, let low else { return false }
      return IndexOrder.compare(value, low).map { $0 < 0 || $0 == 0 && !lowInclusive } ?? false
    } while: { bucket in
      let value = value(bucket)
      if IndexOrder.rank(of: value) != rank { return false }
      let isAbove = low.map { Self.holds($0, value, lowInclusive) } ?? true
      let isBelow = high.map { Self.holds(value, $0, highInclusive) } ?? true
      if isAbove && isBelow { found += buckets.nodes(Int(bucket)) }
      return isBelow || !isTotal
    }
    return found
  }

  /// Whether the first is less than the second, or as much where that is allowed.
  private static func holds(_ a: Value, _ b: Value, _ inclusive: Bool) -> Bool {
    IndexOrder.compare(a, b).map { $0 < 0 || $0 == 0 && inclusive } ?? false
  }
}

extension NodeIndex {
  /// Adds a node that is not there, with its value.
  func insert(_ node: UInt32, _ cell: Cell) {
    guard let bucket = buckets.insert(node, key(cell)), sorted != nil else { return }
    let value = value(Int32(bucket))
    sorted?.insert(Int32(bucket)) { IndexOrder.total(self.value($0), value) < 0 }
  }

  /// Takes out a node that is there with this value.
  func remove(_ node: UInt32, _ cell: Cell) {
    buckets.remove(node, key(cell))
    if buckets.isUntidy { tidy() }
  }

  /// Drops the empty buckets.
  private func tidy() {
    var fresh = IndexBuckets()
    for bucket in 0..<buckets.bucketCount {
      for node in buckets.nodes(bucket) { _ = fresh.insert(node, buckets.key(of: bucket)) }
    }
    buckets = fresh
    sorted = nil
  }

  /// The buckets in order, sorted where they were not yet.
  private func order() -> SortedBuckets {
    if let sorted { return sorted }
    let values = (0..<buckets.bucketCount).map { value(Int32($0)) }
    let made = SortedBuckets(
      values.indices.sorted { IndexOrder.total(values[$0], values[$1]) < 0 }.map { Int32($0) })
    sorted = made
    return made
  }

  private func value(_ bucket: Int32) -> Value {
    let key = buckets.key(of: Int(bucket))
    return switch key.kind {
    case .integer: .integer(Int64(bitPattern: key.word))
    case .float: .float(Double(bitPattern: key.word))
    case .text: .string(texts.string(UInt32(key.word)))
    case .boolean: .boolean(key.word == 1)
    case .date: .date(CalendarDate(daysSinceEpoch: Int64(bitPattern: key.word)))
    case .rare: rareValues[Int(key.word)]
    }
  }

  /// The key of a value, which is stored where it is rare and new.
  private func key(_ cell: Cell) -> IndexKey {
    switch cell {
    case .integer(let number): return IndexKey(.integer, UInt64(bitPattern: number))
    case .float(let number): return IndexKey(number)
    case .text(let code): return IndexKey(.text, UInt64(code))
    case .boolean(let flag): return IndexKey(.boolean, flag ? 1 : 0)
    case .date(let days): return IndexKey(.date, UInt64(bitPattern: days))
    case .null, .other:
      let rare = RareValue(value: cell.value(texts))
      if let number = rareNumbers[rare] { return IndexKey(.rare, UInt64(number)) }
      rareNumbers[rare] = rareValues.count
      rareValues.append(rare.value)
      return IndexKey(.rare, UInt64(rareValues.count - 1))
    }
  }

  /// The key of a value that is asked for; nil where no node can have it.
  private func knownKey(_ value: Value) -> IndexKey? {
    switch value {
    case .null: nil
    case .integer(let number): IndexKey(.integer, UInt64(bitPattern: number))
    case .float(let number): number.isNaN ? nil : IndexKey(number)
    case .string(let text): texts.code(of: text).map { IndexKey(.text, UInt64($0)) }
    case .boolean(let flag): IndexKey(.boolean, flag ? 1 : 0)
    case .date(let date): IndexKey(.date, UInt64(bitPattern: date.daysSinceEpoch))
    default:
      // A list that holds a NaN equals nothing, not even itself.
      IndexOrder.areEqual(value, value)
        ? rareNumbers[RareValue(value: value)].map { IndexKey(.rare, UInt64($0)) } : nil
    }
  }
}
