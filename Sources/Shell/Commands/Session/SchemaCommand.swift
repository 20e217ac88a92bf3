import KeyAccounts
import PropertyGraph

extension Command {
  /// `schema [LABEL]`.
  static let schema = Command(
    "schema", "show labels, relationship types and indexes, or what the model says of a label or a type",
    in: .session,
    forms: [Form(subject: Slot(.text, "LABEL|TYPE", optional: true, of: .labelsAndTypes))],
    examples: [
      Example("schema", "what the graph holds", after: ["add client Acme"]),
      Example("schema Segment", "what may be recorded of a segment"),
    ]
  ) { call, session throws(ShellError) in
    guard let name = call.optionalName else {
      for answer in session.graphSchema { session.show(answer) }
      return
    }
    guard
      let properties = KeyAccountModel.entity(name)?.properties
        ?? KeyAccountModel.relationship(name)?.properties
    else {
      let names = KeyAccountModel.entities.map(\.label) + KeyAccountModel.relationships.map(\.type)
      throw ShellError(
        .notAllowed(place: "schema", name, allowed: names, near: NearNames.of(name, among: names)),
        at: call.subject?.span)
    }
    let rows = properties.map { property -> [Value] in
      let key = KeyDefinition(property)
      return [.string(key.name), .string(key.type.label), .string(key.summary)]
    }
    session.show(Answer(columns: ["property", "values", "meaning"], rows: rows))
  }
}

extension Session {
  /// Labels and types that are in use with their counts, and the indexes.
  fileprivate var graphSchema: [Answer] {
    let graph = graph
    func used(_ names: [String], _ count: (String) -> Int) -> [[Value]] {
      names.map { ($0, count($0)) }.filter { $0.1 > 0 }.map { [.string($0), .integer(Int64($1))] }
    }
    let labels = used(graph.labelNames) { graph.label($0).map { graph.count(label: $0) } ?? 0 }
    let types = used(graph.typeNames) { graph.type($0).map { graph.count(type: $0) } ?? 0 }
    let indexes = graph.indexes.map { index -> [Value] in
      [
        .string(index.name), .string(graph.name(of: index.label)), .string(graph.name(of: index.key)),
        .boolean(index.isUnique),
      ]
    }
    return [
      Answer(title: "Labels", columns: ["label", "nodes"], rows: labels),
      Answer(title: "Relationship types", columns: ["type", "relationships"], rows: types),
      Answer(title: "Indexes", columns: ["name", "label", "key", "unique"], rows: indexes),
    ]
  }
}
