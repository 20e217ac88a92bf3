import CypherSyntax

extension SlotReads {
  /// Adds what a query reads, its parts one after the other.
  mutating func add(_ query: BoundQuery) {
    for part in query.parts {
      for clause in part.clauses { add(clause) }
    }
  }

  /// Adds what a clause reads; it fills the slots that it binds.
  mutating func add(_ clause: BoundClause) {
    switch clause.kind {
    case .match(let match): add(match)
    case .unwind(let list, let slot):
      add(list)
      fill(slot)
    case .with(let projection), .returning(let projection): add(projection)
    case .create(let create): add(create)
    case .merge(let merge): add(merge)
    case .set(let items): for item in items { add(item) }
    case .remove(let items):
      for item in items {
        switch item {
        case .property(let target, _, _): add(target)
        case .labels(let slot, _, _): read(slot)
        }
      }
    case .delete(let targets, _): for target in targets { add(target) }
    case .call(let call):
      for argument in call.arguments { add(argument) }
      for yield in call.yields { fill(yield.slot) }
      for predicate in call.predicates { add(predicate.expression) }
    case .subquery(let subquery):
      for slot in subquery.imported.slots { read(slot) }
      add(subquery.query)
      for slot in subquery.outputs { fill(slot) }
    case .foreach(let slot, let list, let clauses):
      add(list)
      fill(slot)
      for clause in clauses { add(clause) }
    case .loadCSV(_, let url, let slot, let terminator):
      add(url)
      add(terminator)
      fill(slot)
    case .createIndex, .dropIndex: break
    case .show(_, let outputs): for slot in outputs { fill(slot) }
    }
  }

  private mutating func add(_ projection: BoundProjection) {
    if let aggregation = projection.aggregation {
      for key in aggregation.keys { add(key.expression) }
      for aggregate in aggregation.aggregates {
        for argument in aggregate.arguments { add(argument) }
      }
      for key in aggregation.keys { fill(key.slot) }
      for aggregate in aggregation.aggregates { fill(aggregate.slot) }
    }
    for item in projection.items { add(item.expression) }
    for item in projection.items { fill(item.slot) }
    for key in projection.orderBy { add(key.expression) }
    add(projection.skip)
    add(projection.limit)
    for predicate in projection.predicates { add(predicate.expression) }
  }

  private mutating func add(_ create: BoundCreate) {
    for node in create.nodes {
      add(node.properties)
      fill(node.slot)
    }
    for relationship in create.relationships {
      read(relationship.start)
      read(relationship.end)
      add(relationship.properties)
      fill(relationship.slot)
    }
    for path in create.paths {
      for slot in path.nodes + path.relationships { read(slot) }
      fill(path.slot)
    }
  }

  private mutating func add(_ properties: BoundPropertyMap) {
    switch properties {
    case .entries(let entries): add(entries)
    case .expression(let expression): add(expression)
    }
  }

  private mutating func add(_ merge: BoundMerge) {
    for node in merge.pattern.nodes {
      if node.isBound { read(node.slot) }
      add(node.properties)
    }
    for relationship in merge.pattern.relationships { add(relationship.properties) }
    add(merge.create)
    for node in merge.pattern.nodes { fill(node.slot) }
    for item in merge.onCreate + merge.onMatch { add(item) }
  }

  private mutating func add(_ item: BoundSetItem) {
    switch item {
    case .property(let target, _, let value, _):
      add(target)
      add(value)
    case .dynamicProperty(let target, let key, let value, _):
      add(target)
      add(key)
      add(value)
    case .replace(let slot, let value, _), .merge(let slot, let value, _):
      read(slot)
      add(value)
    case .labels(let slot, _, _): read(slot)
    }
  }
}

extension BoundClause {
  /// Whether it writes, or may write.
  var writes: Bool {
    switch kind {
    case .create, .merge, .set, .remove, .delete, .foreach, .createIndex, .dropIndex: true
    case .subquery(let subquery): subquery.query.writes
    case .match, .unwind, .with, .returning, .call, .loadCSV, .show: false
    }
  }
}
