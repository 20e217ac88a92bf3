import PropertyGraph

@testable import CypherEngine

extension KitValue {
  /// What a value of a graph looks like to the kit.
  init(_ value: Value, _ graph: Graph) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(of: number)
    case .string(let text): self = .string(text)
    case .list(let values): self = .list(values.map { KitValue($0, graph) })
    case .map(let map):
      self = .map(
        Dictionary(zip(map.keys, map.values.map { KitValue($0, graph) })) { _, last in last })
    case .node(let node): self = .node(KitNode(node, graph))
    case .relationship(let relationship): self = .relationship(KitRelationship(relationship, graph))
    case .path(let path): self = Self.path(path, graph)
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      self = .string(value.scalarText ?? "")
    }
  }

  private static func path(_ path: Path, _ graph: Graph) -> KitValue {
    var steps: [KitStep] = []
    for (index, relationship) in path.relationships.enumerated() {
      steps.append(
        KitStep(
          relationship: KitRelationship(relationship, graph),
          isForward: graph.start(of: relationship) == path.nodes[index],
          node: KitNode(path.nodes[index + 1], graph)))
    }
    return .path(start: KitNode(path.nodes[0], graph), steps)
  }

  /// The value that the kit's notation stands for as a parameter; nil for entities.
  var value: Value? {
    switch self {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let bits): return .float(Double(bitPattern: bits))
    case .string(let text): return .string(text)
    case .list(let values):
      let converted = values.compactMap(\.value)
      return converted.count == values.count ? .list(converted) : nil
    case .map(let entries):
      let keys = entries.keys.sorted()
      let values = keys.compactMap { entries[$0]?.value }
      return values.count == keys.count ? .map(ValueMap(distinctKeys: keys, values: values)) : nil
    case .node, .relationship, .path: return nil
    }
  }
}

extension KitNode {
  /// What a node looks like to the kit.
  init(_ node: NodeID, _ graph: Graph) {
    labels = Set(graph.labels(of: node).map { graph.name(of: $0) })
    properties = [:]
    for (key, value) in graph.properties(of: node) {
      properties[graph.name(of: key)] = KitValue(value, graph)
    }
  }
}

extension KitRelationship {
  /// What a relationship looks like to the kit.
  init(_ relationship: RelationshipID, _ graph: Graph) {
    type = graph.name(of: graph.type(of: relationship))
    properties = [:]
    for (key, value) in graph.properties(of: relationship) {
      properties[graph.name(of: key)] = KitValue(value, graph)
    }
  }
}
