import CypherSyntax

/// From syntax tree to bound tree: names become slots, and every compile-time rule of openCypher is checked.
struct Binder {
  /// What an aggregate may do where an expression stands.
  enum AggregateMode {
    /// Not stand there.
    case forbidden
    /// Not stand there either, as it would be inside another one.
    case inside
    /// Be computed for each group: a projection's item.
    case collecting
    /// Refer to what the projection computed: a sort key.
    case sorting
  }

  /// The text, for the names of columns.
  let source: String
  /// Where procedures are found.
  let procedures: (any ProcedureLookup)?
  /// The graph's names, for warnings.
  let schema: (any SchemaNames)?

  /// The row frame of the part at hand.
  var frame: [SlotInfo] = []
  /// The variables in sight.
  var scope = Scope()
  /// How many variables at the start of the scope belong to the queries around this one.
  var outerCount = 0
  /// The variables that a CALL subquery could bring in by WITH but did not, for a hint.
  var importable: [String] = []
  /// The slots that were used since this was last cleared.
  var references = SlotSet()
  /// What aggregates may do here.
  var aggregateMode = AggregateMode.forbidden
  /// How many bodies of comprehensions and the like there are around; aggregates cannot stand in them.
  var bodyDepth = 0
  /// The projection at hand, for `collecting` and `sorting`.
  var grouping = Grouping()
  /// Whether anything is written.
  var writes = false
  /// The parameters met so far.
  var parameters: [String] = []
  /// The remarks so far.
  var warnings: [BindingWarning] = []
  /// The messages of these.
  var remarked: Set<String> = []
  /// Names that the statement itself brings into the graph: no reason for a remark.
  var introducedNames: Set<String> = []

  /// The literals that become parameters.
  var literals = LiteralNames([:])

  /// Binds a statement.
  ///
  /// - Parameters:
  ///   - query: the syntax tree.
  ///   - source: the text it was parsed from, for the names of columns.
  ///   - procedures: where procedures are found; nil for none.
  ///   - schema: the graph's names; nil for no warnings.
  ///   - literals: the literals that may become parameters.
  /// - Throws: the first compile-time error, in the order of the clauses.
  static func bind(
    _ query: Query, source: String, procedures: (any ProcedureLookup)? = nil,
    schema: (any SchemaNames)? = nil, literals: LiteralNames = LiteralNames([:])
  ) throws(CypherError) -> BoundStatement {
    var binder = Binder(source: source, procedures: procedures, schema: schema, literals: literals)
    let bound = try binder.bindStatement(query)
    return BoundStatement(
      mode: query.mode, query: bound, warnings: binder.warnings,
      parameters: binder.parameters.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      exchangedLiterals: binder.literals.exchanged)
  }

  /// Binds an expression that stands alone, with no variable in scope.
  ///
  /// - Throws: the first compile-time error.
  static func bind(expression: Expression, source: String) throws(CypherError) -> (
    expression: BoundExpression, frame: [SlotInfo]
  ) {
    var binder = Binder(source: source, procedures: nil, schema: nil)
    let bound = try binder.bind(expression)
    return (bound, binder.frame)
  }

  /// Adds a slot to the row frame.
  mutating func newSlot(_ name: String?, _ type: StaticType) -> Slot {
    frame.append(SlotInfo(name: name, type: type))
    return frame.count - 1
  }

  /// Adds a slot and brings it into scope.
  mutating func declare(_ name: Name, _ type: StaticType) -> Slot {
    let slot = newSlot(name.text, type)
    scope.append(name.text, slot)
    return slot
  }

  /// Adds a slot for a variable that must be new.
  mutating func declareNew(_ name: Name, _ type: StaticType) throws(CypherError) -> Slot {
    if scope.slot(of: name.text) != nil { throw alreadyBound(name) }
    return declare(name, type)
  }

  /// A reference to a variable.
  mutating func resolve(_ name: Name) throws(CypherError) -> Slot {
    if aggregateMode == .sorting || aggregateMode == .collecting {
      let slot = try resolveGrouped(name)
      references.insert(slot)
      return slot
    }
    guard let slot = scope.slot(of: name.text) else { throw undefined(name) }
    references.insert(slot)
    return slot
  }
}
