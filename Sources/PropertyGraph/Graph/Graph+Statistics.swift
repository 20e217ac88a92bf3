extension Graph {
  /// The number of nodes with a label.
  public func count(label: LabelID) -> Int {
    nodes.count { $0?.labels.contains(label) ?? false }
  }

  /// The number of relationships of a type.
  public func count(type: TypeID) -> Int {
    Int(type.rawValue) < outgoing.count ? outgoing[Int(type.rawValue)].count : 0
  }

  /// The number of relationships of a type that leave (`outgoing`), enter, or touch (`both`, loops twice) the nodes of
  /// a label.
  public func count(label: LabelID, type: TypeID, _ direction: Direction) -> Int {
    relationships.reduce(0) { sum, relationship in
      guard let relationship, relationship.type == type else { return sum }
      let out = direction != .incoming && has(label, relationship.start) ? 1 : 0
      let into = direction != .outgoing && has(label, relationship.end) ? 1 : 0
      return sum + out + into
    }
  }

  /// The number of distinct values of a property among the nodes of a label: exact where an index is, else an
  /// estimate, or nil where there is nothing to go by.
  public func distinctCount(label: LabelID, key: KeyID) -> Int? {
    index(label: label, key: key)?.distinctCount
  }
}
