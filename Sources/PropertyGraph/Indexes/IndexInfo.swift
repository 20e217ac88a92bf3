/// What an index is over.
public struct IndexInfo: Hashable, Sendable {
  /// Its name, unique in the graph.
  public let name: String
  /// The label whose nodes it holds.
  public let label: LabelID
  /// The property that it finds them by.
  public let key: KeyID
  /// Whether no two of them may have the same value; the writer sees to it, not the index.
  public let isUnique: Bool

  /// Makes the description of an index.
  public init(name: String, label: LabelID, key: KeyID, isUnique: Bool) {
    self.name = name
    self.label = label
    self.key = key
    self.isUnique = isUnique
  }
}
