/// One step of carrying out a match; edges, nodes, parts and conjuncts by their position in the pattern.
indirect enum MatchStep {
  /// Finds a node from nothing or by values of the row.
  case find(node: Int, AccessChoice)
  /// Runs through all relationships of an edge's types.
  case scan(edge: Int)
  /// Takes the ends of a relationship that was bound before.
  case ends(edge: Int)
  /// Follows an edge to a node that is new.
  case expand(edge: Int, from: Int)
  /// Finds the relationships between two known nodes.
  case close(edge: Int)
  /// Finds a node that several known ones are connected with.
  case intersect(node: Int, edges: [Int])
  /// Follows a chain; its other end is new or known.
  case chain(edge: Int, from: Int)
  /// Follows the relationships of a list that was bound before.
  case list(edge: Int, from: Int)
  /// Finds shortest chains between two known nodes, of which the conjuncts hold.
  case shortest(edge: Int, conjuncts: [Int])
  /// Lets through the rows whose bound node is one, and has its labels.
  case check(node: Int)
  /// Lets through the rows where conjuncts hold.
  case filter([Int])
  /// Makes a named path.
  case path(part: Int)
  /// Combines every row with every row of another part of the pattern, where the keys are equal.
  case join(MatchOrder, keys: [JoinKey])
  /// Lets through the rows where edges of a part that was joined are not matched by the same as others.
  case distinct([Int], from: [Int])
}

/// Two expressions that must be equal for rows to be joined.
struct JoinKey {
  /// Over the rows before.
  let left: BoundExpression
  /// Over the rows of the other part.
  let right: BoundExpression
}

/// The steps of a match in the order in which they are carried out.
struct MatchOrder {
  struct Entry {
    let step: MatchStep
    /// How many rows there will be afterwards, as a guess.
    let rows: Double
  }

  private(set) var entries: [Entry] = []
  /// How many rows there are after the last step, as a guess.
  private(set) var rows: Double
  /// How much work the steps are; 1 is a row of a scan.
  private(set) var cost = 0.0

  init(rows: Double) { self.rows = rows }

  mutating func append(_ step: MatchStep, rows: Double, cost: Double) {
    self.rows = min(max(rows, 1e-6), 1e18)
    self.cost += cost
    entries.append(Entry(step: step, rows: self.rows))
  }

  /// Continues with the steps of another order, which begins with one row.
  mutating func append(_ other: MatchOrder) {
    entries += other.entries
    rows = other.rows
    cost += other.cost
  }
}
