import CypherSyntax
import PropertyGraph

/// Makes named paths of the nodes and relationships that were matched.
struct NamedPathPlan: Plan {
  let input: any Plan
  /// Where the path is held.
  let path: Slot
  /// The first node.
  let start: Slot
  /// The relationships or lists of them, in written order.
  let links: [Slot]
  /// The slots that are carried on, the new one not among them.
  let keeping: SlotSet
  let details: String

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows }
  var name: String { "NamedPath" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    NamedPathOperator(self, inputs[0])
  }
}

private final class NamedPathOperator: Operator {
  private let plan: NamedPathPlan
  private let input: Operator

  init(_ plan: NamedPathPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard var batch = try input.next(context) else { return nil }
    let starts = try batch.nodes(plan.start)
    let links = plan.links.map { batch.column($0) }
    var paths: [Value] = []
    paths.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      var path = PathBuilder(NodeID(starts[row]))
      for column in links { path.append(column.value(at: row), context.graph) }
      paths.append(.path(path.path))
    }
    batch.keep(plan.keeping)
    batch.columns[plan.path] = .values(paths)
    return batch
  }

  override func reset() { input.reset() }
}

/// A path under construction.
struct PathBuilder {
  /// The path so far.
  private(set) var path: Path

  init(_ start: NodeID) { path = Path(nodes: [start], relationships: []) }

  /// Adds a relationship, or a list of them, each leading on from the end of the path.
  mutating func append(_ value: Value, _ graph: Graph) {
    switch value {
    case .relationship(let relationship): append(relationship, graph)
    case .list(let elements): for element in elements { append(element, graph) }
    default: break
    }
  }

  private mutating func append(_ relationship: RelationshipID, _ graph: Graph) {
    let start = graph.start(of: relationship)
    path.nodes.append(start == path.nodes[path.nodes.count - 1] ? graph.end(of: relationship) : start)
    path.relationships.append(relationship)
  }
}
