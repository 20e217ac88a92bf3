import CypherSyntax
import PropertyGraph

/// A way to find the nodes that a pattern's node may be matched by.
enum NodeAccess {
  /// All nodes.
  case all
  /// The nodes with a label.
  case label(GraphLabel)
  /// By an index: those whose property equals a value, or one of a list of values.
  case seek(GraphLabel, GraphKey, SoughtValue)
  /// By an index: those whose property lies in a range.
  case range(GraphLabel, GraphKey, SoughtRange)
  /// By `id(node)`.
  case id(SoughtValue)
}

/// A value that is looked up.
enum SoughtValue {
  case one(BoundExpression)
  /// A list: any of its elements will do.
  case any(BoundExpression)

  var expression: BoundExpression {
    switch self {
    case .one(let expression), .any(let expression): expression
    }
  }

  var isList: Bool {
    if case .any = self { true } else { false }
  }
}

/// A range that is looked up; without either bound it is empty.
struct SoughtRange {
  struct Bound {
    let value: BoundExpression
    let isInclusive: Bool
  }
  var lower: Bound?
  var upper: Bound?
  /// A text with which the property begins, instead of bounds.
  var prefix: BoundExpression?
}

/// A way to find nodes, what it leaves nothing to do of, and what it is expected to give.
struct AccessChoice {
  let access: NodeAccess
  /// The conjuncts that hold of all nodes found.
  let solved: [Int]
  /// The slots that must be filled before.
  let reads: SlotSet
  /// How many nodes are found for each row.
  let rows: Double

  /// Whether it finds nodes by their properties or ids, not by running through a table.
  var isSeek: Bool {
    switch access {
    case .all, .label: false
    case .seek, .range, .id: true
    }
  }
}

extension MatchPattern {
  /// The best way to find a node where some slots are filled.
  func access(_ node: Int, filled: SlotSet, _ statistics: MatchStatistics) -> AccessChoice {
    var best = scan(nodes[node], statistics)
    for choice in seeks(node, filled: filled, statistics) where choice.rows < best.rows || !best.isSeek {
      best = choice
    }
    return best
  }

  private func scan(_ node: Node, _ statistics: MatchStatistics) -> AccessChoice {
    let label = node.labels.min { statistics.nodes($0) < statistics.nodes($1) }
    return AccessChoice(
      access: label.map { .label($0) } ?? .all, solved: [], reads: SlotSet(),
      rows: statistics.nodes(node.labels))
  }

  /// The ways to look a node up, in the order of the conjuncts.
  private func seeks(_ node: Int, filled: SlotSet, _ statistics: MatchStatistics) -> [AccessChoice] {
    let slot = nodes[node].slot
    var choices: [AccessChoice] = []
    var ranges: [(key: String, range: SoughtRange, solved: [Int], reads: SlotSet)] = []
    for (index, conjunct) in conjuncts.enumerated() {
      guard let test = SlotTest(conjunct.expression, of: slot), test.reads.isSubset(of: filled) else {
        continue
      }
      switch test.kind {
      case .id(let value):
        choices.append(AccessChoice(access: .id(value), solved: [index], reads: test.reads, rows: 1))
      case .equals(let key, let value):
        for (label, id) in indexed(node, key, statistics.graph) {
          choices.append(
            AccessChoice(
              access: .seek(label, id, value), solved: [index], reads: test.reads,
              rows: statistics.equal(label, id, value)))
        }
      case .within(let key, let range):
        if let at = ranges.firstIndex(where: { $0.key == key && $0.range.accepts(range) }) {
          ranges[at].range.narrow(range)
          ranges[at].solved.append(index)
          ranges[at].reads.formUnion(test.reads)
        } else {
          ranges.append((key, range, [index], test.reads))
        }
      }
    }
    for found in ranges {
      for (label, key) in indexed(node, found.key, statistics.graph) {
        choices.append(
          AccessChoice(
            access: .range(label, key, found.range), solved: found.solved, reads: found.reads,
            rows: statistics.nodes(label) * statistics.selectivity(of: found.range)))
      }
    }
    return choices
  }

  /// The indexes over a property of a node.
  private func indexed(_ node: Int, _ key: String, _ graph: Graph) -> [(GraphLabel, GraphKey)] {
    let key = GraphKey(key, graph)
    return nodes[node].labels.filter { graph.index($0, key) != nil }.map { ($0, key) }
  }
}

extension SoughtRange {
  /// Whether another range can be joined to this one.
  fileprivate func accepts(_ other: SoughtRange) -> Bool {
    if prefix != nil || other.prefix != nil { return false }
    return (lower == nil || other.lower == nil) && (upper == nil || other.upper == nil)
  }

  fileprivate mutating func narrow(_ other: SoughtRange) {
    lower = lower ?? other.lower
    upper = upper ?? other.upper
  }
}
