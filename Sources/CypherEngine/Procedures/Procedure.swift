public import CypherSyntax
public import PropertyGraph

/// A procedure: what it takes and gives, and what it does.
public struct Procedure: Sendable {
  /// Answers a call: the arguments fit the signature's inputs, the rows must fit its outputs.
  public typealias Body =
    @Sendable (_ arguments: [Value], _ context: ProcedureContext) throws(CypherError) -> [[Value]]

  /// What it takes and gives.
  public let signature: ProcedureSignature
  /// One line for SHOW PROCEDURES.
  public let summary: String
  /// What it does.
  let body: Body

  /// Makes a procedure.
  public init(_ signature: ProcedureSignature, summary: String = "", body: @escaping Body) {
    self.signature = signature
    self.summary = summary
    self.body = body
  }
}

/// What a procedure may ask for.
public struct ProcedureContext {
  /// The graph, to be read only.
  public let graph: Graph
  /// Throws where the statement is to stop: to be called inside long loops.
  public let check: () throws(CypherError) -> Void
  /// Runs a query that reads, under the limits of the statement.
  public let query: (_ text: String, _ parameters: [String: Value]) throws(CypherError) -> [[Value]]
}
