public import PropertyGraph

extension Graph: SchemaNames {
  /// Whether a node has had the label.
  public func knowsLabel(_ name: String) -> Bool { label(name) != nil }
  /// Whether a relationship has had the type.
  public func knowsType(_ name: String) -> Bool { type(name) != nil }
  /// Whether an entity has had the property key.
  public func knowsKey(_ name: String) -> Bool { key(name) != nil }
}
