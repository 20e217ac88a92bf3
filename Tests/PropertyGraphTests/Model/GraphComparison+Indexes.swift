@testable import PropertyGraph
import Testing

extension GraphComparison {
  func checkIndexes() {
    expect(Set(graph.indexes) == naive.indexes, "index")
    for info in naive.indexes {
      guard let index = graph.index(label: info.label, key: info.key) else {
        Issue.record("an index is missing")
        continue
      }
      let entries = naive.nodes.filter { $0.value.labels.contains(info.label) }
        .compactMap { id, node in node.properties[info.key].map { (id.rawValue, $0) } }
      expect(index.count == entries.count, "index")
      for value in SampleValues.byKey[Int(info.key.rawValue)] {
        let equal = entries.filter { IndexOrder.areEqual($0.1, value) }.map(\.0).sorted()
        expect(index.nodes(equalTo: value) == equal, "index")
        expect(graph.distinctCount(label: info.label, key: info.key) == index.distinctCount, "index")
        checkRange(index, entries, value, true, nil, false)
        checkRange(index, entries, nil, false, value, true)
        checkRange(index, entries, value, false, SampleValues.byKey[Int(info.key.rawValue)].last, true)
      }
    }
  }

  private func checkRange(
    _ index: NodeIndex, _ entries: [(UInt32, Value)], _ low: Value?, _ lowInclusive: Bool, _ high: Value?,
    _ highInclusive: Bool
  ) {
    let found = index.nodes(from: low, inclusive: lowInclusive, to: high, inclusive: highInclusive)
    let expected = entries.filter { entry in
      let above = low.map { holds($0, entry.1, lowInclusive) } ?? true
      let below = high.map { holds(entry.1, $0, highInclusive) } ?? true
      return above && below
    }
    expect(found.sorted() == expected.map(\.0).sorted(), "index")
    let values = Dictionary(uniqueKeysWithValues: entries)
    for (a, b) in zip(found, found.dropFirst()) {
      guard let x = values[a], let y = values[b] else { continue }
      let order = IndexOrder.total(x, y)
      expect(order < 0 || order > 0 && IndexOrder.compare(x, y) == 0 || order == 0 && a < b, "index")
    }
  }

  private func holds(_ a: Value, _ b: Value, _ inclusive: Bool) -> Bool {
    IndexOrder.compare(a, b).map { $0 < 0 || $0 == 0 && inclusive } ?? false
  }
}

extension ColumnSegment {
  /// The values of all rows.
  func allValues(_ texts: TextHeap) -> [Value] {
    let count = nodes.count
    func masked(_ row: Int) -> Bool { nulls.map { $0[row >> 6] >> UInt64(row & 63) & 1 == 1 } ?? false }
    func numbers<T>(_ rows: UnsafeBufferPointer<T>, _ make: (T) -> Value) -> [Value] {
      rows.enumerated().map { masked($0.offset) ? .null : make($0.element) }
    }
    return switch values {
    case .absent: [Value](repeating: .null, count: count)
    case .integers32(let rows): numbers(rows) { .integer(Int64($0)) }
    case .integers(let rows): numbers(rows) { .integer($0) }
    case .floats(let rows): numbers(rows) { .float($0) }
    case .booleans(let rows): rows.map { $0 == 2 ? .null : .boolean($0 == 1) }
    case .texts(let rows): rows.map { $0 == TextHeap.none ? .null : .string(texts.string($0)) }
    case .dates32(let rows): numbers(rows) { .date(CalendarDate(daysSinceEpoch: Int64($0))) }
    case .dates(let rows): numbers(rows) { .date(CalendarDate(daysSinceEpoch: $0)) }
    case .mixed(let rows): rows
    }
  }
}
