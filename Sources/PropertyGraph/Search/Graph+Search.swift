/// A text property of a node in which a text was found.
public struct TextHit: Sendable {
  /// The node.
  public let node: NodeID
  /// The property.
  public let key: KeyID
}

extension Graph {
  /// Looks for a text in the text properties of all nodes, whatever its case.
  ///
  /// Case is that of single code points, Cyrillic and Greek included. A node counts once, for the first of its properties
  /// in the order of `preferring`, then of the keys' first use. Nodes come in that order too: first those found by a preferred
  /// key, in the byte order of its value, then the others, the youngest first.
  ///
  /// O(distinct text bytes + nodes × their text properties); the texts are searched on two threads.
  ///
  /// - Parameter most: how many hits to give.
  /// - Returns: the hits, and the number of nodes that hold the text.
  public func search(for text: String, preferring keys: [KeyID] = [], most: Int = .max) -> (
    hits: [TextHit], count: Int
  ) {
    guard let needle = FoldedNeedle(text) else { return ([], 0) }
    let codes = texts.codes(holding: needle)
    var found: Set<UInt32> = []
    var hits: [TextHit] = []
    for key in keys + self.keys.filter({ !keys.contains($0) }) {
      let fresh = occurrences(of: codes, needle, key).filter { found.insert($0.node).inserted }
      let isPreferred = keys.contains(key)
      let first = fresh.first(most - hits.count) {
        let order = isPreferred ? texts.compare($0.code, $1.code) : 0
        return order == 0 ? $0.node > $1.node : order < 0
      }
      hits += first.map { TextHit(node: NodeID($0.node), key: key) }
    }
    return (hits, found.count)
  }

  /// The nodes whose property is one of some texts, with its code.
  private func occurrences(
    of codes: Bitmap, _ needle: FoldedNeedle, _ key: KeyID
  ) -> [(node: UInt32, code: UInt32)] {
    var places: [(node: UInt32, code: UInt32)] = []
    for segment in columnSegments(label: nil, key: key) {
      switch segment.values {
      case .texts(let values):
        for row in values.indices where values[row] != TextHeap.none && codes.contains(values[row]) {
          if segment.nodes[row] < ColumnSegment.hole { places.append((segment.nodes[row], values[row])) }
        }
      case .mixed(let values):
        for row in values.indices where segment.nodes[row] < ColumnSegment.hole {
          guard case .string(let text) = values[row], needle.isFound(in: text) else { continue }
          places.append((segment.nodes[row], texts.code(of: text) ?? 0))
        }
      default: break
      }
    }
    return places
  }
}

extension Array {
  /// The first elements in an order, sorted; without sorting the others.
  ///
  /// - Complexity: O(count × log limit) as a rule.
  fileprivate func first(_ limit: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
    guard limit > 0 else { return [] }
    guard limit < count / 4 else { return Array(sorted(by: isBefore).prefix(limit)) }
    var kept = prefix(limit).sorted(by: isBefore)
    for element in self[limit...] where isBefore(element, kept[limit - 1]) {
      kept.removeLast()
      var (low, high) = (0, kept.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(kept[middle], element) { low = middle + 1 } else { high = middle }
      }
      kept.insert(element, at: low)
    }
    return kept
  }
}
