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
  let action: Action

  /// What a procedure does: something in Swift, or a query whose parameters are its inputs.
  enum Action: Sendable {
    case body(Body)
    case query(String)
  }

  /// Makes a procedure.
  public init(_ signature: ProcedureSignature, summary: String = "", body: @escaping Body) {
    self.signature = signature
    self.summary = summary
    action = .body(body)
  }

  /// Makes a procedure of a query that reads.
  ///
  /// The inputs are its parameters, its columns the outputs, in order. It runs under the limits, the clock and the
  /// procedures of the statement that calls it; its rows are never gathered.
  public init(_ signature: ProcedureSignature, summary: String = "", query: String) {
    self.signature = signature
    self.summary = summary
    action = .query(query)
  }
}

/// What a procedure may ask for.
public struct ProcedureContext {
  /// The graph, to be read only.
  public let graph: Graph
  /// Throws where the statement is to stop: to be called inside long loops.
  public let check: () throws(CypherError) -> Void
}
