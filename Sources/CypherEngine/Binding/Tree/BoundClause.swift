import CypherSyntax

/// One clause and where it stands.
struct BoundClause: Sendable {
  /// What it does.
  var kind: BoundClauseKind
  /// Where it stands.
  var span: Span
}

/// The clauses.
indirect enum BoundClauseKind: Sendable {
  case match(BoundMatch)
  /// One row for each element of a list, held in `slot`.
  case unwind(BoundExpression, slot: Slot)
  /// WITH; the scope afterwards is the items' slots.
  case with(BoundProjection)
  /// RETURN; the items are the output columns.
  case returning(BoundProjection)
  case create(BoundCreate)
  case merge(BoundMerge)
  case set([BoundSetItem])
  case remove([BoundRemoveItem])
  case delete([BoundExpression], detach: Bool)
  case call(BoundProcedureCall)
  case subquery(BoundSubquery)
  case foreach(slot: Slot, list: BoundExpression, [BoundClause])
  /// `slot` holds a list of texts, or with headers a map.
  case loadCSV(
    withHeaders: Bool, url: BoundExpression, slot: Slot, fieldTerminator: BoundExpression?)
  case createIndex(name: String?, label: String, keys: [String], unique: Bool, ifNotExists: Bool)
  case dropIndex(name: String, unique: Bool, ifExists: Bool)
  /// `outputs` are the slots of the columns in order.
  case show(BoundShow, outputs: [Slot])
}

/// What SHOW lists.
enum BoundShow: String, Sendable, CaseIterable {
  case indexes, constraints, labels, types, keys, functions, procedures

  /// The columns it gives.
  var columns: [String] {
    switch self {
    case .indexes: ["name", "label", "key", "unique"]
    case .constraints: ["name", "label", "key", "type"]
    case .labels: ["label", "count"]
    case .types: ["type", "count"]
    case .keys: ["key"]
    case .functions: ["name", "signature", "category", "summary"]
    case .procedures: ["name", "signature"]
    }
  }
}

/// MATCH, OPTIONAL MATCH, or the pattern of an expression.
struct BoundMatch: Sendable {
  /// Whether a row without a match is kept, its new slots null.
  var isOptional: Bool
  /// What is searched for.
  var pattern: BoundPattern
  /// The predicate's conjuncts, inline predicates of nodes and single relationships included.
  var predicates: [BoundConjunct]
  /// The slots bound before the clause that it uses.
  var arguments: SlotSet
  /// The slots that the clause binds, those of unnamed elements included.
  var introduced: [Slot]
}

/// One conjunct of a predicate.
struct BoundConjunct: Sendable {
  /// It holds where this is true.
  var expression: BoundExpression
  /// The slots that must be filled before it can be evaluated; its own local slots are not among them.
  var slots: SlotSet
}

/// `CALL name(arguments) YIELD …`.
struct BoundProcedureCall: Sendable {
  /// The procedure's signature, name included.
  var procedure: ProcedureSignature
  /// One argument for each input; implicit arguments have become parameters.
  var arguments: [BoundExpression]
  /// Which outputs are kept, and where.
  var yields: [BoundYield]
  /// Conjuncts of WHERE after YIELD.
  var predicates: [BoundConjunct]
  /// Whether the call is the whole query: then its outputs are the columns.
  var isStandalone: Bool
  /// The procedure's name where it was called.
  var span: Span
}

/// One output of a procedure that is kept.
struct BoundYield: Sendable {
  /// The position among the procedure's outputs.
  var output: Int
  /// Where it is kept.
  var slot: Slot
}

/// `CALL { … }`.
struct BoundSubquery: Sendable {
  /// The query, over the same row frame.
  var query: BoundQuery
  /// The outer slots that it may read.
  var imported: SlotSet
  /// Where the columns are kept for the outer query, in column order.
  ///
  /// The parts' own `outputs` differ from these. Empty where the subquery only writes: then it leaves the outer rows as they are.
  var outputs: [Slot]
  /// OPTIONAL CALL: an outer row for which the query has no rows goes on with nulls.
  var isOptional: Bool
}
