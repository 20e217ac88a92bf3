/// One parsed query: parts joined by UNION, and whether it is to be explained or profiled.
public struct Query: Sendable {
  /// What is asked of the query.
  public enum Mode: Sendable { case run, explain, profile }

  /// Run, EXPLAIN or PROFILE.
  public var mode: Mode
  /// The single queries, one more than `unions`.
  public var parts: [SingleQuery]
  /// The connections between the parts: true for UNION ALL.
  public var unionAll: [Bool]
  /// The whole text.
  public var span: Span

  /// Makes a query of its parts.
  public init(mode: Mode, parts: [SingleQuery], unionAll: [Bool], span: Span) {
    self.mode = mode
    self.parts = parts
    self.unionAll = unionAll
    self.span = span
  }
}

/// A sequence of clauses.
public struct SingleQuery: Sendable {
  /// The clauses in the order in which they were written.
  public var clauses: [Clause]
  /// All of them.
  public var span: Span

  /// Makes a single query of clauses.
  public init(clauses: [Clause], span: Span) {
    self.clauses = clauses
    self.span = span
  }
}

/// A name as written, with escapes resolved.
public struct Name: Sendable, Hashable {
  /// The name without back quotes.
  public var text: String
  /// Where it stands.
  public var span: Span

  /// Makes a name.
  public init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// One clause.
public struct Clause: Sendable {
  /// What it does.
  public var kind: ClauseKind
  /// Where it stands, keyword included.
  public var span: Span

  /// Makes a clause.
  public init(_ kind: ClauseKind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The clauses of openCypher 9, and those beyond it that daily work needs.
public indirect enum ClauseKind: Sendable {
  case match(optional: Bool, pattern: Pattern, predicate: Expression?)
  case unwind(Expression, Name)
  case with(Projection, predicate: Expression?)
  case returning(Projection)
  case create(Pattern)
  case merge(PatternPart, onCreate: [SetItem], onMatch: [SetItem])
  case set([SetItem])
  case remove([RemoveItem])
  case delete([Expression], detach: Bool)
  case call(ProcedureCall)
  case subquery(Query, imports: SubqueryImports?, optional: Bool)
  case foreach(Name, Expression, [Clause])
  case loadCSV(withHeaders: Bool, Expression, Name, fieldTerminator: Expression?)
  case createIndex(name: Name?, label: Name, keys: [Name], unique: Bool, ifNotExists: Bool)
  case dropIndex(name: Name, unique: Bool, ifExists: Bool)
  case show(Name)
}

/// Which variables come into `CALL (…) { … }`; without the parentheses the subquery's own WITH says so.
public enum SubqueryImports: Sendable {
  /// `(*)`.
  case all
  /// `(a, b)`.
  case named([Name])
}

/// The body of WITH or RETURN.
public struct Projection: Sendable {
  /// Whether equal rows are given once.
  public var distinct: Bool
  /// Whether `*` stands first.
  public var star: Span?
  /// The items after `*`.
  public var items: [ProjectionItem]
  /// The sort keys.
  public var orderBy: [SortItem]
  /// How many rows to leave out.
  public var skip: Expression?
  /// How many rows to give at most.
  public var limit: Expression?

  /// Makes a projection of its parts.
  public init(
    distinct: Bool, star: Span?, items: [ProjectionItem], orderBy: [SortItem], skip: Expression?,
    limit: Expression?
  ) {
    self.distinct = distinct
    self.star = star
    self.items = items
    self.orderBy = orderBy
    self.skip = skip
    self.limit = limit
  }
}

/// `expression AS alias`.
public struct ProjectionItem: Sendable {
  /// What is computed.
  public var expression: Expression
  /// Its name, where one was given; else the column is named by the expression's source text.
  public var alias: Name?

  /// Makes an item.
  public init(expression: Expression, alias: Name?) {
    self.expression = expression
    self.alias = alias
  }
}

/// One key of ORDER BY.
public struct SortItem: Sendable {
  /// What is compared.
  public var expression: Expression
  /// Whether the largest comes first.
  public var descending: Bool

  /// Makes a sort key.
  public init(expression: Expression, descending: Bool) {
    self.expression = expression
    self.descending = descending
  }
}

/// One item of SET.
public enum SetItem: Sendable {
  /// `target.key = value`; the target is any expression.
  case property(target: Expression, key: Name, value: Expression)
  /// `target[key] = value`.
  case dynamicProperty(target: Expression, key: Expression, value: Expression)
  /// `variable = map`.
  case replace(Name, Expression)
  /// `variable += map`.
  case merge(Name, Expression)
  /// `variable:A:B`.
  case labels(Name, [Name])
}

/// One item of REMOVE.
public enum RemoveItem: Sendable {
  /// `target.key`.
  case property(target: Expression, key: Name)
  /// `variable:A:B`.
  case labels(Name, [Name])
}

/// `CALL name(arguments) YIELD items WHERE predicate`.
public struct ProcedureCall: Sendable {
  /// The qualified name, its parts joined by points.
  public var name: Name
  /// The arguments, or nil where no parentheses were written (implicit arguments).
  public var arguments: [Expression]?
  /// `YIELD *`.
  public var yieldAll: Bool
  /// `YIELD field AS alias`; nil without YIELD.
  public var yield: [(field: Name, alias: Name?)]?
  /// The predicate after YIELD.
  public var predicate: Expression?

  /// Makes a call.
  public init(
    name: Name, arguments: [Expression]?, yieldAll: Bool, yield: [(field: Name, alias: Name?)]?,
    predicate: Expression?
  ) {
    self.name = name
    self.arguments = arguments
    self.yieldAll = yieldAll
    self.yield = yield
    self.predicate = predicate
  }
}
