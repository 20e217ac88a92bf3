import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

/// A graph with an engine, for tests that ask whole queries.
struct TestGraph {
  let graph = Graph()
  let engine: Engine

  /// Makes a graph by statements.
  init(_ statements: String...) throws {
    engine = Engine(graph: graph)
    for statement in statements { try engine.run(statement) }
  }

  /// The rows of a query as texts, one a row, columns joined by bars.
  func rows(_ query: String, _ parameters: [String: Value] = [:]) throws -> [String] {
    try engine.run(query, parameters: parameters).rows.map { row in
      row.map { $0.notation }.joined(separator: " | ")
    }
  }

  /// The only value of a query.
  func value(_ query: String, _ parameters: [String: Value] = [:]) throws -> String {
    let rows = try rows(query, parameters)
    return rows.count == 1 ? rows[0] : "\(rows.count) rows"
  }

  /// The values of expressions.
  func values(_ expressions: String..., parameters: [String: Value] = [:]) throws -> [String] {
    try expressions.map { try engine.evaluate($0, parameters: parameters).notation }
  }
}

extension Value {
  /// A short, unambiguous form for expectations.
  var notation: String {
    switch self {
    case .null: "null"
    case .string(let text): "'\(text)'"
    case .list(let values): "[\(values.map(\.notation).joined(separator: ", "))]"
    case .map(let map):
      "{\(zip(map.keys, map.values).map { "\($0): \($1.notation)" }.joined(separator: ", "))}"
    case .node(let node): "(\(node.rawValue))"
    case .relationship(let relationship): "-\(relationship.rawValue)-"
    case .path(let path): "<\(path.nodes.count)>"
    default: scalarText ?? "?"
    }
  }
}

/// Expects that a query fails while it runs.
@discardableResult
func expectFailure(
  _ detail: String, _ kind: CypherError.Kind, marked: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> CypherError? {
  do {
    try body()
    Issue.record("no error", sourceLocation: sourceLocation)
  } catch let error as CypherError {
    #expect(error.detail == detail, "\(error.message)", sourceLocation: sourceLocation)
    #expect(error.kind == kind, sourceLocation: sourceLocation)
    #expect(error.phase == .runtime, sourceLocation: sourceLocation)
    if let marked {
      let text = MarkedText(marked)
      #expect(MarkedText.mark(text.text, error.span) == marked, sourceLocation: sourceLocation)
    }
    return error
  } catch {
    Issue.record("another error: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}
