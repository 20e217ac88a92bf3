import KeyAccounts
import PropertyGraph

/// A fact under construction: what happened or holds at a client.
struct FactDraft {
  /// The label, such as `Demand`.
  let label: String
  private var properties: Recording.Properties
  private var links: [Recording.Link] = []

  /// Begins a fact with properties.
  init(_ label: String, keys: Recording.Properties) {
    self.label = label
    properties = keys
  }

  /// Begins a fact with the keys of a line.
  init(_ label: String, _ call: Invocation) { self.init(label, keys: call.properties) }

  /// Gives a property a value, in front of those of the line; `nil` leaves it as it is.
  mutating func set(_ key: String, _ value: Value?) {
    guard let value else { return }
    properties.removeAll { $0.key == key }
    properties.insert((key, value), at: 0)
  }

  /// Takes a key of the line that isn't a property of the fact.
  mutating func take(_ key: String) -> Value? {
    guard let index = properties.firstIndex(where: { $0.key == key }) else { return nil }
    return properties.remove(at: index).value
  }

  /// Hangs the fact on a node; `reversed` where the node points to the fact.
  mutating func link(
    _ type: String, _ node: NodeReference?, as variable: String, reversed: Bool = false,
    properties: Recording.Properties = []
  ) {
    guard let node else { return }
    links.append(Recording.Link(type, node, as: variable, reversed: reversed, properties: properties))
  }

  /// Hangs the fact on several nodes, with numbered variables.
  mutating func link(_ type: String, _ nodes: [NodeReference], as variable: String) {
    for (index, node) in nodes.enumerated() {
      link(type, node, as: nodes.count == 1 ? variable : "\(variable)\(index + 1)")
    }
  }

  /// The statement that records it.
  var statement: DomainStatement {
    Recording.addFact(label: label, properties: properties.filter { !$0.value.isNull }, links: links)
  }
}

extension KeyDefinition {
  /// The properties of a sort of node as keys, without those that a line says otherwise.
  static func of(_ label: String, except names: Set<String> = []) -> [KeyDefinition] {
    (KeyAccountModel.entity(label)?.properties ?? []).filter { !names.contains($0.name) }.map(
      KeyDefinition.init)
  }

  /// The properties of a sort of relationship as keys, without those that a line says otherwise.
  static func of(relationship type: String, except names: Set<String> = []) -> [KeyDefinition] {
    (KeyAccountModel.relationship(type)?.properties ?? []).filter { !names.contains($0.name) }
      .map(KeyDefinition.init)
  }
}
