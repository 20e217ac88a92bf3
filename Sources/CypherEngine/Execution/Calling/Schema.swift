import CypherSyntax
import PropertyGraph

/// CREATE and DROP of indexes and constraints: logged like any other change, so that undo takes them back.
///
/// A constraint is an index whose values are unique.
struct SchemaPlan: Plan {
  /// What changes.
  enum Change: Sendable {
    case create(name: String?, label: String, keys: [String])
    case drop(name: String)
  }

  let input: any Plan
  let change: Change
  let isConstraint: Bool
  /// IF NOT EXISTS and IF EXISTS: nothing to do is no error.
  let isTolerant: Bool
  let span: Span

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { 0 }
  var name: String {
    switch change {
    case .create: isConstraint ? "CreateConstraint" : "CreateIndex"
    case .drop: isConstraint ? "DropConstraint" : "DropIndex"
    }
  }
  var details: String {
    switch change {
    case .create(_, let label, let keys): "\(label)(\(keys.joined(separator: ", ")))"
    case .drop(let name): name
    }
  }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    SchemaOperator(self, inputs[0])
  }

  fileprivate func apply(_ context: ExecutionContext) throws(CypherError) {
    let graph = context.graph
    switch change {
    case .create(let name, let label, let keys):
      guard keys.count == 1 else {
        throw failure(
          isConstraint ? "CompositeConstraint" : "CompositeIndex", "\(article) is over exactly one property")
      }
      try create(name, graph.intern(label: label), graph.intern(key: keys[0]), context)
    case .drop(let name): try drop(name, graph)
    }
  }

  private func create(
    _ name: String?, _ label: LabelID, _ key: KeyID, _ context: ExecutionContext
  ) throws(CypherError) {
    let graph = context.graph
    // A plain index becomes a part of the constraint.
    if isConstraint, let old = graph.index(label: label, key: key)?.info, !old.isUnique {
      graph.dropIndex(name: old.name)
    }
    let made = try graph.createIndex(
      name: name, label: label, key: key, isUnique: isConstraint,
      checking: { () throws(CypherError) in try context.check() })
    guard let made else {
      if isTolerant { return }
      throw failure(
        isConstraint ? "ConstraintAlreadyExists" : "IndexAlreadyExists", "there is such \(article) already",
        hint: "SHOW \(isConstraint ? "CONSTRAINTS" : "INDEXES") lists them")
    }
    guard isConstraint, graph.brokenConstraint == made else { return }
    let (label, key) = (graph.name(of: label), graph.name(of: key))
    throw CypherError(
      .constraintValidationFailed, .runtime, "UniquenessViolation",
      "several nodes \(label) have the same \(key)", at: span,
      hint: "MATCH (n:\(label)) WITH n.\(key) AS value, count(*) AS c WHERE c > 1 RETURN value, c finds them")
  }

  private func drop(_ name: String, _ graph: Graph) throws(CypherError) {
    let found = graph.indexes.first { $0.name == name }
    if let found, found.isUnique == isConstraint {
      graph.dropIndex(name: name)
    } else if let found {
      throw failure(
        found.isUnique ? "IndexOfConstraint" : "ConstraintNotFound",
        "\(name) is \(found.isUnique ? "a constraint" : "an index")",
        hint: "DROP \(found.isUnique ? "CONSTRAINT" : "INDEX") \(name)")
    } else if !isTolerant {
      let names = graph.indexes.filter { $0.isUnique == isConstraint }.map(\.name)
      throw failure(
        isConstraint ? "ConstraintNotFound" : "IndexNotFound",
        "there is no \(isConstraint ? "constraint" : "index") \(name)",
        hint: didYouMean(name, among: names).map { "did you mean \($0)?" }
          ?? "SHOW \(isConstraint ? "CONSTRAINTS" : "INDEXES") lists them")
    }
  }

  private var article: String { isConstraint ? "a constraint" : "an index" }

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
    while try input.next(context) != nil { try plan.apply(context) }
    return nil
  }

  override func reset() { input.reset() }
}
