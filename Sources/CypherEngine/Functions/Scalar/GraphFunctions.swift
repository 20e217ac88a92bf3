import CypherSyntax
import PropertyGraph

/// Functions of nodes, relationships and paths.
enum GraphFunctions {
  static let all: [FunctionDefinition] = [
    FunctionDefinition("id", ["entity": .entity], .integer, "The number of a node or relationship") {
      call throws(CypherError) in .integer(Int64(try call.entityNumber()))
    },
    FunctionDefinition(
      "elementId", ["entity": .entity], .string, "The number of a node or relationship as a text"
    ) { call throws(CypherError) in .string(String(try call.entityNumber())) },
    FunctionDefinition("labels", ["node": .node], .list(.string), "The labels of a node") {
      call throws(CypherError) in
      guard case .node(let node) = call[0] else { throw call.wrongType(0) }
      try call.require(node)
      let graph = call.context.graph
      return .list(graph.labels(of: node).map { .string(graph.name(of: $0)) })
    },
    FunctionDefinition("type", ["relationship": .relationship], .string, "The type of a relationship") {
      call throws(CypherError) in
      guard case .relationship(let relationship) = call[0] else { throw call.wrongType(0) }
      let graph = call.context.graph
      // openCypher lets the type of a deleted relationship be asked for.
      let type =
        graph.contains(relationship)
        ? graph.type(of: relationship) : graph.typeBeforeDeletion(of: relationship)
      guard let type else { throw call.deleted("relationship") }
      return .string(graph.name(of: type))
    },
    end("startNode", "The node where a relationship starts") { $0.start(of: $1) },
    end("endNode", "The node where a relationship ends") { $0.end(of: $1) },
    FunctionDefinition(
      "keys", ["value": holder], .list(.string), "The names of the properties, or of a map's entries"
    ) { call throws(CypherError) in .list(try call.properties().keys.map { .string($0) }) },
    FunctionDefinition("properties", ["value": holder], .map, "The properties as a map") {
      call throws(CypherError) in .map(try call.properties())
    },
    FunctionDefinition("nodes", ["path": .path], .list(.node), "The nodes of a path in order") {
      call throws(CypherError) in .list(try call.path().nodes.map { .node($0) })
    },
    FunctionDefinition(
      "relationships", ["path": .path], .list(.relationship), "The relationships of a path in order"
    ) { call throws(CypherError) in .list(try call.path().relationships.map { .relationship($0) }) },
    FunctionDefinition("length", ["path": .path], .integer, "The number of relationships of a path") {
      call throws(CypherError) in .integer(Int64(try call.path().relationships.count))
    },
  ]

  private static let holder = ParameterType(.node, .relationship, .map)

  private static func end(
    _ name: String, _ summary: String, _ find: @escaping @Sendable (Graph, RelationshipID) -> NodeID
  ) -> FunctionDefinition {
    FunctionDefinition(name, ["relationship": .relationship], .node, summary) {
      call throws(CypherError) in
      guard case .relationship(let relationship) = call[0] else { throw call.wrongType(0) }
      try call.require(relationship)
      return .node(find(call.context.graph, relationship))
    }
  }
}

extension FunctionCall {
  fileprivate func entityNumber() throws(CypherError) -> UInt32 {
    switch self[0] {
    case .node(let node): return node.rawValue
    case .relationship(let relationship): return relationship.rawValue
    default: throw wrongType(0)
    }
  }

  fileprivate func path() throws(CypherError) -> Path {
    guard case .path(let path) = self[0] else { throw wrongType(0) }
    return path
  }

  /// The properties by name, in alphabetical order; a map as it is.
  fileprivate func properties() throws(CypherError) -> ValueMap {
    let graph = context.graph
    let entries: [Property]
    switch self[0] {
    case .map(let map): return map
    case .node(let node):
      try require(node)
      entries = graph.properties(of: node)
    case .relationship(let relationship):
      try require(relationship)
      entries = graph.properties(of: relationship)
    default: throw wrongType(0)
    }
    let named = entries.map { (name: graph.name(of: $0.key), value: $0.value) }
      .sorted { Text.compare($0.name, $1.name) < 0 }
    return ValueMap(distinctKeys: named.map(\.name), values: named.map(\.value))
  }

  fileprivate func require(_ node: NodeID) throws(CypherError) {
    if !context.graph.contains(node) { throw deleted("node") }
  }

  fileprivate func require(_ relationship: RelationshipID) throws(CypherError) {
    if !context.graph.contains(relationship) { throw deleted("relationship") }
  }

  fileprivate func deleted(_ what: String) -> CypherError {
    CypherError(
      .entityNotFound, .runtime, "DeletedEntityAccess", "the \(what) has been deleted", at: span)
  }
}
