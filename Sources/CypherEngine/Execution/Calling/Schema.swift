import CypherSyntax
import PropertyGraph

/// CREATE INDEX and DROP INDEX: logged like any other change, so that rollback and undo take them back.
struct SchemaPlan: Plan {
  /// What changes.
  enum Change: Sendable {
    case createIndex(name: String?, label: String, keys: [String])
    case dropIndex(name: String)
  }

  let input: any Plan
  let change: Change
  /// IF NOT EXISTS and IF EXISTS: nothing to do is no error.
  let isTolerant: Bool
  let span: Span

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { 0 }
  var name: String {
    switch change {
    case .createIndex: "CreateIndex"
    case .dropIndex: "DropIndex"
    }
  }
  var details: String {
    switch change {
    case .createIndex(_, let label, let keys): "\(label)(\(keys.joined(separator: ", ")))"
    case .dropIndex(let name): name
    }
  }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    SchemaOperator(self, inputs[0])
  }

  fileprivate func apply(_ graph: Graph) throws(CypherError) {
    switch change {
    case .createIndex(let name, let label, let keys):
      guard keys.count == 1 else {
        throw failure("CompositeIndex", "an index is over exactly one property")
      }
      let made = graph.createIndex(
        name: name, label: graph.intern(label: label), key: graph.intern(key: keys[0]),
        isUnique: false)
      if made != nil || isTolerant { return }
      throw failure(
        "IndexAlreadyExists", "there is such an index already", hint: "SHOW INDEXES lists them")
    case .dropIndex(let name):
      if graph.dropIndex(name: name) || isTolerant { return }
      throw failure(
        "IndexNotFound", "there is no index \(name)",
        hint: didYouMean(name, among: graph.indexes.map(\.name)).map { "did you mean \($0)?" }
          ?? "SHOW INDEXES lists them")
    }
  }

  private func failure(_ detail: String, _ message: String, hint: String? = nil) -> CypherError {
    CypherError(.semanticError, .runtime, detail, message, at: span, hint: hint)
  }
}

private final class SchemaOperator: Operator {
  private let plan: SchemaPlan
  private let input: Operator

  init(_ plan: SchemaPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while try input.next(context) != nil { try plan.apply(context.graph) }
    return nil
  }

  override func reset() { input.reset() }
}
