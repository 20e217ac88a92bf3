import PropertyGraph

extension ProcedureRegistry {
  /// The procedures that every engine has.
  static let builtIn: [Procedure] = [
    Procedure(
      ProcedureSignature(name: "db.labels", inputs: [], outputs: [text("label")]),
      summary: "the labels in use"
    ) { _, context in context.graph.labelCounts.map { [.string($0.name)] } },
    Procedure(
      ProcedureSignature(name: "db.relationshipTypes", inputs: [], outputs: [text("relationshipType")]),
      summary: "the relationship types in use"
    ) { _, context in context.graph.typeCounts.map { [.string($0.name)] } },
    Procedure(
      ProcedureSignature(name: "db.propertyKeys", inputs: [], outputs: [text("propertyKey")]),
      summary: "the property keys that are or were in use"
    ) { _, context in context.graph.keyNames.map { [.string($0)] } },
    Procedure(
      ProcedureSignature(
        name: "db.indexes", inputs: [],
        outputs: [
          text("name"), text("label"), text("key"),
          .init(name: "isUnique", type: "BOOLEAN", isNullable: false),
        ]),
      summary: "the indexes"
    ) { _, context in
      context.graph.indexes.map { index in
        [
          .string(index.name), .string(context.graph.name(of: index.label)),
          .string(context.graph.name(of: index.key)), .boolean(index.isUnique),
        ]
      }
    },
    Procedure(
      ProcedureSignature(
        name: "db.search",
        inputs: [
          text("text"), .init(name: "keys", type: "LIST<STRING>", isNullable: false),
          .init(name: "limit", type: "INTEGER", isNullable: false),
        ],
        outputs: [
          .init(name: "node", type: "NODE", isNullable: false), text("key"),
          .init(name: "found", type: "INTEGER", isNullable: false),
        ]),
      summary: """
        the nodes in whose text properties a text stands, whatever its case, those found by the given keys first, up to \
        a limit (0 is none); and how many there are
        """
    ) { arguments, context in
      guard case .string(let wanted) = arguments[0], case .list(let names) = arguments[1],
        case .integer(let limit) = arguments[2]
      else { return [] }
      let graph = context.graph
      let keys = names.compactMap { if case .string(let name) = $0 { graph.key(name) } else { nil } }
      let (hits, count) = graph.search(
        for: wanted, preferring: keys, most: limit > 0 ? Int(clamping: limit) : .max)
      return hits.map { [.node($0.node), .string(graph.name(of: $0.key)), .integer(Int64(count))] }
    },
  ]

  private static func text(_ name: String) -> ProcedureSignature.Field {
    ProcedureSignature.Field(name: name, type: "STRING", isNullable: false)
  }
}
