extension Graph {
  /// The number of nodes with a label.
  ///
  /// - Complexity: constant.
  public func count(label: LabelID) -> Int { nodes.count(of: label) }

  /// The number of relationships of a type.
  ///
  /// - Complexity: constant.
  public func count(type: TypeID) -> Int {
    let position = Int(type.rawValue)
    return position < relationships.types.count ? relationships.types[position].count : 0
  }

  /// The number of relationships of a type that lead from a node to itself.
  ///
  /// - Complexity: constant.
  public func loopCount(type: TypeID) -> Int {
    let position = Int(type.rawValue)
    return position < relationships.types.count ? relationships.types[position].outgoing.loopCount : 0
  }

  /// The number of relationships of a type that leave (`outgoing`), enter, or touch (`both`, a relationship within the
  /// label twice) the nodes of a label.
  ///
  /// - Complexity: linear in the number of sets of labels with the label.
  public func count(label: LabelID, type: TypeID, _ direction: Direction) -> Int {
    nodes.tables(with: label).reduce(0) { $0 + nodes.tables[$1].degreeSum(Int(type.rawValue), direction) }
  }

  /// The number of distinct values of a property among the nodes of a label: exact where an index is, else estimated
  /// from a sample, or nil where no node has the property.
  public func distinctCount(label: LabelID, key: KeyID) -> Int? {
    index(label: label, key: key)?.distinctCount ?? estimatedDistinctCount(label, key)
  }
}
