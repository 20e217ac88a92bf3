/// A sort of node: its label and its properties.
public struct EntityDefinition: Sendable {
  /// Things last; facts say what happened or holds at a client.
  public enum Sort: Sendable { case thing, fact }

  /// The label.
  public let label: String
  /// Thing or fact.
  public let sort: Sort
  /// What it is.
  public let summary: String
  /// The properties, in the order in which they are shown.
  public let properties: [PropertyDefinition]

  init(_ label: String, _ sort: Sort, _ summary: String, _ properties: [PropertyDefinition]) {
    self.label = label
    self.sort = sort
    self.summary = summary
    self.properties = properties
  }

  /// The definition of a property by its name.
  public func property(_ name: String) -> PropertyDefinition? {
    properties.first { $0.name == name }
  }
}

/// A sort of relationship: its type, its ends and its properties.
public struct RelationshipDefinition: Sendable {
  /// The type.
  public let type: String
  /// The label at the start; nil for any fact.
  public let from: String?
  /// The label at the end; nil for anything.
  public let to: String?
  /// What it says.
  public let summary: String
  /// The properties, in the order in which they are shown.
  public let properties: [PropertyDefinition]

  init(
    _ type: String, _ from: String?, _ to: String?, _ summary: String,
    _ properties: [PropertyDefinition] = []
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.summary = summary
    self.properties = properties
  }

  /// The definition of a property by its name.
  public func property(_ name: String) -> PropertyDefinition? {
    properties.first { $0.name == name }
  }
}
