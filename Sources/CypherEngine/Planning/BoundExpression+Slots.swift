import CypherSyntax

extension BoundExpression {
  /// The slots that must be filled before it can be evaluated; its own local slots are not among them.
  var slots: SlotSet {
    var reads = SlotReads()
    reads.add(self)
    return reads.free
  }
}

extension BoundClause {
  /// The slots filled before the clause that it reads.
  var reads: SlotSet {
    var reads = SlotReads()
    reads.add(self)
    return reads.free
  }
}

extension BoundQuery {
  /// The slots filled before the query that it reads.
  var reads: SlotSet {
    var reads = SlotReads()
    reads.add(self)
    return reads.free
  }
}

/// Collects the slots that a piece of the bound tree reads and does not fill itself.
///
/// Pieces are added in the order in which they run: a slot that was filled by an earlier one is not free.
struct SlotReads {
  /// The slots that are read and must be filled before.
  private(set) var free = SlotSet()
  private var filled = SlotSet()

  /// Notes that a slot is filled from here on.
  mutating func fill(_ slot: Slot) { filled.insert(slot) }

  /// Notes that a slot is read.
  mutating func read(_ slot: Slot) {
    if !filled.contains(slot) { free.insert(slot) }
  }

  /// Adds what an expression reads.
  mutating func add(_ expression: BoundExpression) {
    switch expression.kind {
    case .constant, .parameter: break
    case .slot(let slot): read(slot)
    case .list(let items), .and(let items), .or(let items), .call(_, let items):
      for item in items { add(item) }
    case .map(let entries): add(entries)
    case .mapProjection(let subject, let items):
      add(subject)
      for case .entry(_, let value) in items { add(value) }
    case .property(let operand, _), .hasLabels(let operand, _), .not(let operand),
      .negate(let operand), .plus(let operand), .isNull(let operand, _):
      add(operand)
    case .element(let a, let b), .binary(_, let a, let b):
      add(a)
      add(b)
    case .slice(let subject, let from, let to):
      add(subject)
      add(from)
      add(to)
    case .caseOf(let subject, let branches, let otherwise):
      add(subject)
      for branch in branches {
        add(branch.when)
        add(branch.then)
      }
      add(otherwise)
    case .quantifier(_, let slot, let list, let predicate):
      add(list)
      fill(slot)
      add(predicate)
    case .listComprehension(let slot, let list, let predicate, let projection):
      add(list)
      fill(slot)
      add(predicate)
      add(projection)
    case .reduce(let accumulator, let initial, let slot, let list, let step):
      add(initial)
      add(list)
      fill(accumulator)
      fill(slot)
      add(step)
    case .patternComprehension(let match, let projection):
      add(match)
      add(projection)
    case .existsPattern(let match), .countPattern(let match): add(match)
    case .existsQuery(let query), .countQuery(let query), .collectQuery(let query): add(query)
    }
  }

  /// Adds what an expression reads, where there is one.
  mutating func add(_ expression: BoundExpression?) {
    if let expression { add(expression) }
  }

  /// Adds what the values of properties read.
  mutating func add(_ properties: [BoundProperty]) {
    for property in properties { add(property.value) }
  }

  /// Adds what a match reads; it fills what it introduces.
  mutating func add(_ match: BoundMatch) {
    for slot in match.arguments.slots { read(slot) }
    for slot in match.introduced { fill(slot) }
  }
}
