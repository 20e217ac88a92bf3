public import PropertyGraph

/// A Cypher statement with its parameters: what a command does, and what `cypher` shows of it.
public struct DomainStatement: Sendable {
  /// The text in openCypher.
  public var text: String
  /// The parameters by name.
  public var parameters: [String: Value]

  /// Makes a statement of a text and its parameters.
  public init(_ text: String, _ parameters: [String: Value] = [:]) {
    self.text = text
    self.parameters = parameters
  }
}

/// A node that a command speaks of, found by name before.
public struct NodeReference: Sendable {
  /// The label by which the statement matches it.
  public let label: String
  /// Its name.
  public let name: String
  /// The node itself.
  public let node: NodeID
  /// Whether the label and the name single it out; if not, the statement matches by id.
  public let isUnique: Bool

  /// Makes a reference to a node that was found.
  public init(label: String, name: String, node: NodeID, isUnique: Bool) {
    self.label = label
    self.name = name
    self.node = node
    self.isUnique = isUnique
  }
}
