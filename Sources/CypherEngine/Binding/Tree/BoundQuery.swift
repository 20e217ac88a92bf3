import CypherSyntax

/// A statement whose names are resolved and whose compile-time rules hold.
struct BoundStatement: Sendable {
  /// Run, EXPLAIN or PROFILE.
  var mode: Query.Mode
  /// What is to be run.
  var query: BoundQuery
  /// Remarks that do not stop the statement, in source order.
  var warnings: [BindingWarning]
  /// The parameters used anywhere, sorted; those that stand for literals are not among them.
  var parameters: [String]
  /// The literals for which a parameter stands.
  var exchangedLiterals: Set<Span>
}

/// Single queries joined by UNION, with the same columns.
struct BoundQuery: Sendable {
  /// The single queries; never empty.
  var parts: [BoundSingleQuery]
  /// Whether duplicates are kept: all connections are of the same kind.
  var keepsDuplicates: Bool
  /// The output columns; empty where the query only writes.
  var columns: [String]
  /// What is known of the columns' types.
  var columnTypes: [StaticType]
  /// Whether anything is written.
  var writes: Bool
}

/// A sequence of clauses over one row frame.
struct BoundSingleQuery: Sendable {
  /// The clauses in order.
  var clauses: [BoundClause]
  /// The slots of the row frame.
  ///
  /// A nested query (CALL, EXISTS, COUNT, COLLECT, pattern, comprehension) uses the frame of the part of
  /// the statement around it: its slots are listed there and its own `frame` is empty.
  var frame: [SlotInfo]
  /// The slots that hold the output columns after the last clause, in column order.
  var outputs: [Slot]
  /// Where it stands.
  var span: Span
}

/// What is known of one slot of the row frame.
struct SlotInfo: Sendable {
  /// The variable's name, or nil for what was not named.
  var name: String?
  /// What is known of its values.
  var type: StaticType
}

/// A remark that does not stop the statement.
struct BindingWarning: Hashable, Sendable {
  /// One sentence without a final full stop.
  var message: String
  /// The place it concerns.
  var span: Span
  /// The near name, where there is one.
  var hint: String?
}
