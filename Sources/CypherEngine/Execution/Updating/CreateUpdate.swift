import CypherSyntax
import PropertyGraph

/// CREATE: makes nodes, then relationships, then paths, for each row.
struct CreateUpdate: Update {
  private struct Node: Sendable {
    let slot: Slot
    let labels: [LabelID]
    let properties: NewProperties
    let span: Span
  }

  private struct Relationship: Sendable {
    let slot: Slot
    let type: TypeID
    let start, end: Slot
    let properties: NewProperties
    let span: Span
  }

  private let nodes: [Node]
  private let relationships: [Relationship]
  private let paths: [BoundNewPath]
  /// Whether an expression reads what the clause makes: then each row goes step by step.
  private let readsItself: Bool
  let details: String
  let name = "Create"

  /// Compiles a clause; its labels, types and keys are interned.
  init(
    _ create: BoundCreate, refusesNull: Bool = false, _ context: PlanContext
  ) throws(CypherError) {
    let graph = context.graph
    nodes = try create.nodes.map { (node) throws(CypherError) in
      Node(
        slot: node.slot, labels: node.labels.map { graph.intern(label: $0) },
        properties: try NewProperties(node.properties, refusesNull: refusesNull, context), span: node.span)
    }
    relationships = try create.relationships.map { (relationship) throws(CypherError) in
      Relationship(
        slot: relationship.slot, type: graph.intern(type: relationship.type),
        start: relationship.start, end: relationship.end,
        properties: try NewProperties(relationship.properties, refusesNull: refusesNull, context),
        span: relationship.span)
    }
    paths = create.paths
    let made = SlotSet(
      create.nodes.map(\.slot) + create.relationships.map(\.slot) + create.paths.map(\.slot))
    let reads = (nodes.map(\.properties) + relationships.map(\.properties)).flatMap(\.slots.slots)
    readsItself = reads.contains { made.contains($0) }
    details = create.description(context)
  }

  var evaluations: [Evaluation] {
    nodes.flatMap(\.properties.evaluations) + relationships.flatMap(\.properties.evaluations)
  }

  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError) {
    if readsItself {
      rows = rows.flatMap { batch in (0..<batch.count).map { batch.rows($0..<$0 + 1) } }
      for index in rows.indices {
        try writer.context.check()
        try createStepwise(&rows[index], writer)
      }
      return
    }
    if rows.count == 1, rows[0].count == 1 { return try createOnce(&rows[0], writer) }
    var columns: [[PropertyColumns]] = []
    for batch in rows {
      try writer.context.check()
      columns.append(
        try (nodes.map(\.properties) + relationships.map(\.properties)).map {
          (properties) throws(CypherError) in try properties.columns(batch, writer.context)
        })
    }
    for index in rows.indices {
      try writer.context.check()
      try create(&rows[index], columns[index], writer)
    }
  }

  /// Makes everything for the rows of a batch, from properties that are evaluated already.
  private func create(
    _ batch: inout Batch, _ columns: [PropertyColumns], _ writer: GraphWriter
  ) throws(CypherError) {
    var ids = nodes.map { _ in [UInt32]() }
    for row in 0..<batch.count {
      for (index, node) in nodes.enumerated() {
        let made = writer.createNode(node.labels, columns[index][row], at: node.span)
        ids[index].append(made.rawValue)
      }
    }
    for (node, ids) in zip(nodes, ids) { batch.columns[node.slot] = .nodes(ids) }
    var relationshipIDs = relationships.map { _ in [UInt32]() }
    for row in 0..<batch.count {
      for (index, relationship) in relationships.enumerated() {
        let made = try writer.createRelationship(
          relationship.type, from: batch.value(relationship.start, row),
          to: batch.value(relationship.end, row), columns[nodes.count + index][row],
          at: relationship.span)
        relationshipIDs[index].append(made.rawValue)
      }
    }
    for (relationship, ids) in zip(relationships, relationshipIDs) {
      batch.columns[relationship.slot] = .relationships(ids)
    }
    batch.fill(paths)
  }

  /// Makes everything for the only row, from properties that are all evaluated before.
  private func createOnce(_ row: inout Batch, _ writer: GraphWriter) throws(CypherError) {
    var properties: [[Property]] = []
    properties.reserveCapacity(nodes.count + relationships.count)
    for node in nodes { properties.append(try node.properties.row(row, 0, writer.context)) }
    for relationship in relationships {
      properties.append(try relationship.properties.row(row, 0, writer.context))
    }
    for (index, node) in nodes.enumerated() {
      let made = writer.createNode(node.labels, properties[index], at: node.span)
      row.columns[node.slot] = .constant(.node(made), count: 1)
    }
    for (index, relationship) in relationships.enumerated() {
      let made = try writer.createRelationship(
        relationship.type, from: row.value(relationship.start, 0), to: row.value(relationship.end, 0),
        properties[nodes.count + index], at: relationship.span)
      row.columns[relationship.slot] = .constant(.relationship(made), count: 1)
    }
    row.fill(paths)
  }

  /// Makes everything for one row, each step seeing those before it.
  private func createStepwise(_ row: inout Batch, _ writer: GraphWriter) throws(CypherError) {
    for node in nodes {
      let properties = try node.properties.columns(row, writer.context)[0]
      let made = writer.createNode(node.labels, properties, at: node.span)
      row.columns[node.slot] = .nodes([made.rawValue])
    }
    for relationship in relationships {
      let properties = try relationship.properties.columns(row, writer.context)[0]
      let made = try writer.createRelationship(
        relationship.type, from: row.value(relationship.start, 0),
        to: row.value(relationship.end, 0), properties, at: relationship.span)
      row.columns[relationship.slot] = .relationships([made.rawValue])
    }
    row.fill(paths)
  }
}

extension Batch {
  /// Makes paths of the entities in other slots.
  mutating func fill(_ paths: [BoundNewPath]) {
    for path in paths {
      let values = (0..<count).map { row -> Value in
        let nodes = path.nodes.compactMap { value($0, row).node }
        let relationships = path.relationships.compactMap { value($0, row).relationship }
        return .path(Path(nodes: nodes, relationships: relationships))
      }
      columns[path.slot] = .values(values)
    }
  }
}

extension Value {
  /// The node, where it is one.
  var node: NodeID? {
    if case .node(let node) = self { node } else { nil }
  }

  /// The relationship, where it is one.
  var relationship: RelationshipID? {
    if case .relationship(let relationship) = self { relationship } else { nil }
  }
}
