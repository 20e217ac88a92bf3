/// What a statement changed in the end, counted as openCypher's compatibility kit counts it.
///
/// All counts are net: what came and went again does not count. Labels are counted by name: those that some node
/// carries now and none did before, and the reverse. Properties are counted by entity, key and value, so a changed
/// value counts as one set and one removed; those of created and deleted entities count as well.
public struct SideEffects: Equatable, Sendable {
  /// Nodes that are new.
  public var nodesCreated = 0
  /// Nodes that are gone.
  public var nodesDeleted = 0
  /// Relationships that are new.
  public var relationshipsCreated = 0
  /// Relationships that are gone.
  public var relationshipsDeleted = 0
  /// Labels that came into use.
  public var labelsAdded = 0
  /// Labels that went out of use.
  public var labelsRemoved = 0
  /// Property values that are new.
  public var propertiesSet = 0
  /// Property values that are gone.
  public var propertiesRemoved = 0

  /// Makes counts of nothing.
  public init() {}

  /// Whether nothing changed.
  public var isEmpty: Bool { self == SideEffects() }
}
