import CypherSyntax

/// From syntax tree to bound tree: names become slots, and every compile-time rule of openCypher is checked.
struct Binder {
  /// Binds a statement.
  ///
  /// - Parameters:
  ///   - query: the syntax tree.
  ///   - source: the text it was parsed from, for the names of columns.
  ///   - procedures: where procedures are found; nil for none.
  ///   - schema: the graph's names; nil for no warnings.
  /// - Throws: the first compile-time error in source order of clauses.
  static func bind(
    _ query: Query, source: String, procedures: (any ProcedureLookup)? = nil,
    schema: (any SchemaNames)? = nil
  ) throws(CypherError) -> BoundStatement {
    throw CypherError(
      .syntaxError, .compileTime, "UnexpectedSyntax", "binding is not ready", at: query.span)
  }
}
