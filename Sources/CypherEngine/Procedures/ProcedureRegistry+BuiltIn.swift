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
  ]

  private static func text(_ name: String) -> ProcedureSignature.Field {
    ProcedureSignature.Field(name: name, type: "STRING", isNullable: false)
  }
}
