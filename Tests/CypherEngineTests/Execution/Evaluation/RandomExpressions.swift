import CypherSyntax
import PropertyGraph
import TestSupport

@testable import CypherEngine

/// Expressions over the columns of `RandomColumns`, by a seed.
struct RandomExpressions {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  /// An expression of a depth: of the type that is asked for, but for some that are of another on purpose.
  mutating func expression(_ depth: Int) -> BoundExpression {
    switch random.below(4) {
    case 0: number(depth)
    case 1: text(depth)
    default: truth(depth)
    }
  }

  private mutating func truth(_ depth: Int) -> BoundExpression {
    if depth == 0 {
      return random.below(8) == 0 ? anything() : pick([slot(4), slot(9), constant(.boolean(true))])
    }
    switch random.below(13) {
    case 0: return made(.and(operands(depth)))
    case 1: return made(.or(operands(depth)))
    case 2: return made(.binary(.xor, truth(depth - 1), truth(depth - 1)))
    case 3: return made(.not(truth(depth - 1)))
    case 4: return made(.isNull(expression(depth - 1), negated: random.below(2) == 0))
    case 5, 6: return made(.binary(comparison(), number(depth - 1), number(depth - 1)))
    case 7: return made(.binary(comparison(), text(depth - 1), text(depth - 1)))
    case 8: return made(.binary(comparison(), anything(), anything()))
    case 9:
      let operations: [BinaryOperator] = [.startsWith, .endsWith, .contains]
      return made(.binary(operations[random.below(3)], text(depth - 1), text(0)))
    case 10: return made(.binary(.isIn, anything(), list()))
    case 11: return made(.hasLabels(slot(0), [pick(["A", "B", "Never"])]))
    default:
      let body = made(.binary(comparison(), slot(RandomColumns.local), number(0)))
      return made(
        .quantifier(
          [.all, .any, .none, .single][random.below(4)], slot: RandomColumns.local, list: list(),
          predicate: body))
    }
  }

  private mutating func number(_ depth: Int) -> BoundExpression {
    if depth == 0 {
      if random.below(12) == 0 { return anything() }
      return pick([
        slot(2), slot(3), slot(8), constant(.integer(3)), constant(.float(0.5)), constant(.integer(0)),
        constant(.null), made(.property(slot(0), key: "n")), made(.property(slot(0), key: "never")),
      ])
    }
    switch random.below(6) {
    case 0: return made(.negate(number(depth - 1)))
    case 1: return made(.plus(number(depth - 1)))
    case 2: return caseOf(depth)
    case 3: return made(.call(BoundFunction(name: "coalesce"), [number(depth - 1), number(depth - 1)]))
    default:
      let operations: [BinaryOperator] = [.add, .subtract, .multiply, .divide, .modulo, .power]
      return made(.binary(operations[random.below(6)], number(depth - 1), number(depth - 1)))
    }
  }

  private mutating func text(_ depth: Int) -> BoundExpression {
    if depth == 0 {
      return pick([
        slot(6), slot(10), constant(.string("b")), constant(.string("не")), constant(.string("")),
        constant(.string("not in the heap")), made(.property(slot(0), key: "s")), made(.parameter("s")),
      ])
    }
    if random.below(3) == 0 { return made(.binary(.add, text(depth - 1), text(0))) }
    return made(.call(BoundFunction(name: "toUpper"), [text(depth - 1)]))
  }

  private mutating func caseOf(_ depth: Int) -> BoundExpression {
    let hasSubject = random.below(2) == 0
    let branches = (0...random.below(2)).map { _ in
      BoundCaseBranch(when: hasSubject ? number(0) : truth(depth - 1), then: number(depth - 1))
    }
    return made(
      .caseOf(
        subject: hasSubject ? number(depth - 1) : nil, branches: branches,
        otherwise: random.below(2) == 0 ? number(0) : nil))
  }

  private mutating func operands(_ depth: Int) -> [BoundExpression] {
    (0...random.below(3) + 1).map { _ in truth(depth - 1) }
  }

  private mutating func comparison() -> BinaryOperator {
    let all: [BinaryOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    return all[random.below(6)]
  }

  private mutating func anything() -> BoundExpression {
    pick((0..<RandomColumns.local).map { slot($0) } + [constant(.date(CalendarDate(daysSinceEpoch: 5)))])
  }

  private mutating func list() -> BoundExpression {
    pick([
      constant(.list([.integer(1), .integer(3)])), constant(.list([.integer(0), .null])), constant(.list([])),
      constant(.list([.string("b"), .string("elsewhere")])),
      constant(.list([.float(1), .string("b"), .null])),
      made(.list([slot(2), slot(8)])), constant(.null),
      made(.slice(made(.list([slot(2), slot(3)])), from: slot(8), to: nil)),
    ])
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[random.below(choices.count)] }

  private func slot(_ slot: Slot) -> BoundExpression { made(.slot(slot)) }

  private func constant(_ value: Value) -> BoundExpression { made(.constant(value)) }

  private func made(_ kind: BoundExpressionKind) -> BoundExpression {
    BoundExpression(kind, .any, Span(0, 0))
  }
}

/// Columns of every type, with nulls and the edges of each type.
struct RandomColumns {
  /// The slot of the variable that quantifiers have.
  static let local = 11

  let graph: Graph
  let batch: Batch

  /// Makes a graph and a batch over it.
  init(count: Int, seed: UInt64) {
    let graph = Graph()
    self.graph = graph
    var random = Seeded(seed)
    let nodes = Self.fill(graph, &random)
    var columns: [[Value]] = Array(repeating: [], count: Self.local)
    for _ in 0..<count {
      for slot in columns.indices { columns[slot].append(Self.value(slot, nodes, &random)) }
    }
    var batch = Batch(frameSize: Self.local + 1)
    batch.count = count
    for slot in columns.indices {
      var builder = VectorBuilder()
      for value in columns[slot] { builder.append(value) }
      batch.columns[slot] = builder.vector
    }
    for slot in [6, 10] {
      batch.columns[slot] = .texts(columns[slot].map { Self.code($0, graph.texts) }, graph.texts)
    }
    batch.columns[7] = .values(columns[7])
    batch.columns[8] = .constant(.integer(2), count: count)
    self.batch = batch
  }

  private static func fill(_ graph: Graph, _ random: inout Seeded) -> [Value] {
    graph.begin(statement: "fill")
    let labels = [graph.intern(label: "A"), graph.intern(label: "B")]
    let (n, s) = (graph.intern(key: "n"), graph.intern(key: "s"))
    var nodes: [Value] = []
    for index in 0..<20 {
      var properties: [(key: KeyID, value: Value)] = []
      if index % 3 != 0 { properties.append((n, .integer(Int64(index % 5)))) }
      if index % 4 != 0 { properties.append((s, .string(texts[index % texts.count]))) }
      nodes.append(.node(graph.createNode(labels: [labels[index % 2]], properties: properties)))
    }
    _ = graph.commit()
    return nodes
  }

  private static let texts = ["a", "b", "bb", "Анна", "небо", "", "e\u{301}", "é"]
  private static let integers: [Int64] = [0, 1, -1, 2, 3, .max, .min, 1 << 53, (1 << 53) + 1]
  private static let floats = [0, -0.0, 1, 0.5, -2.5, .nan, .infinity, -.infinity, 0x1p53, 9.3e18]

  private static func value(_ slot: Slot, _ nodes: [Value], _ random: inout Seeded) -> Value {
    if random.below(6) == 0 { return .null }
    switch slot {
    case 0, 1: return nodes[random.below(nodes.count)]
    case 2: return .integer(integers[random.below(integers.count)])
    case 3: return .float(floats[random.below(floats.count)])
    case 4, 9: return .boolean(random.below(2) == 0)
    case 5: return .date(CalendarDate(daysSinceEpoch: Int64(random.below(10))))
    case 6, 10: return .string(texts[random.below(texts.count)])
    default: return value(random.below(7), nodes, &random)
    }
  }

  private static func code(_ value: Value, _ heap: TextHeap) -> UInt32 {
    if case .string(let text) = value { heap.intern(text) } else { TextHeap.none }
  }
}

extension Seeded {
  /// A number below a limit.
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
