import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

extension Engine {
  /// An engine over a graph that statements have filled.
  convenience init(after statements: String...) throws(CypherError) {
    self.init(graph: Graph())
    for statement in statements { try run(statement) }
  }

  /// The rows of a statement in the kit's notation, columns separated by bars.
  func table(
    _ text: String, _ parameters: [String: Value] = [:]
  ) throws(CypherError) -> [String] {
    try run(text, parameters: parameters).rows.map { row in
      row.map { KitValue($0, graph).description }.joined(separator: " | ")
    }
  }

  /// Expects that a statement fails, at the marked place where one is marked, and that it leaves no trace.
  @discardableResult
  func expectFailure(
    _ marked: String, _ kind: CypherError.Kind, _ detail: String, _ parameters: [String: Value] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> CypherError? {
    let text = MarkedText(marked)
    let before = GraphImage(graph)
    let transactions = graph.transactions.count
    do {
      try run(text.text, parameters: parameters)
      Issue.record("no error: \(text.text)", sourceLocation: sourceLocation)
      return nil
    } catch {
      #expect(error.kind == kind, "\(error.message)", sourceLocation: sourceLocation)
      #expect(error.detail == detail, "\(error.message)", sourceLocation: sourceLocation)
      if text.span != nil {
        let place = MarkedText.mark(text.text, error.span)
        #expect(place == marked, sourceLocation: sourceLocation)
      }
      #expect(GraphImage(graph) == before, "a trace is left", sourceLocation: sourceLocation)
      #expect(graph.transactions.count == transactions, sourceLocation: sourceLocation)
      return error
    }
  }
}
