public import CypherSyntax

/// The procedures that CALL finds, by name.
public struct ProcedureRegistry: Sendable, ProcedureLookup {
  private var procedures: [String: Procedure] = [:]

  /// Makes a registry with the built-in procedures.
  public init() {
    for procedure in Self.builtIn { register(procedure) }
  }

  /// Adds a procedure; one of the same name goes.
  public mutating func register(_ procedure: Procedure) {
    procedures[procedure.signature.name] = procedure
  }

  /// Adds a procedure whose signature is written as `name(in :: INTEGER?) :: (out :: STRING?)`.
  ///
  /// - Throws: SyntaxError where the signature cannot be read.
  public mutating func register(
    _ signature: String, summary: String = "", body: @escaping Procedure.Body
  ) throws(CypherError) {
    register(Procedure(try ProcedureSignature(parsing: signature), summary: summary, body: body))
  }

  /// The procedure of a name.
  public func find(_ name: String) -> Procedure? { procedures[name] }

  /// The signature of a procedure, or nil where there is none of that name.
  public func signature(of name: String) -> ProcedureSignature? { procedures[name]?.signature }

  /// All names, sorted.
  public var procedureNames: [String] { procedures.keys.sorted() }

  /// All procedures, sorted by name.
  public var all: [Procedure] { procedureNames.compactMap { procedures[$0] } }
}
