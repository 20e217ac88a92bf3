extension Graph {
  /// Makes an index over a property of the nodes of a label; nil where there is one, or the name is taken.
  @discardableResult
  public func createIndex(name: String?, label: LabelID, key: KeyID, isUnique: Bool) -> IndexInfo? {
    createIndex(name: name, label: label, key: key, isUnique: isUnique) {}
  }

  /// Makes an index over a property of the nodes of a label; nil where there is one, or the name is taken.
  ///
  /// - Throws: what the check does, which is asked every now and then, to stop where there are many nodes.
  public func createIndex<E>(
    name: String?, label: LabelID, key: KeyID, isUnique: Bool, checking check: () throws(E) -> Void
  ) throws(E) -> IndexInfo? {
    let name = name ?? "\(self.name(of: label))_\(self.name(of: key))"
    let info = IndexInfo(name: name, label: label, key: key, isUnique: isUnique)
    if isTaken(info) { return nil }
    try indexStore.prepare(info, self, check)
    record(.indexCreated(info))
    return info
  }

  /// Whether there is an index over the same property, or of the same name.
  func isTaken(_ info: IndexInfo) -> Bool {
    indexStore.all.contains {
      $0.info.name == info.name || ($0.info.label == info.label && $0.info.key == info.key)
    }
  }

  /// Drops the index of a name; false where there is none.
  @discardableResult
  public func dropIndex(name: String) -> Bool {
    guard let index = indexStore.all.first(where: { $0.info.name == name }) else { return false }
    record(.indexDropped(index.info))
    return true
  }

  /// The indexes, by name.
  public var indexes: [IndexInfo] { indexStore.infos }

  /// The first unique index under which two nodes have the same value; nil where all are as they say.
  public var brokenConstraint: IndexInfo? {
    indexes.first { info in
      guard info.isUnique, let index = index(label: info.label, key: info.key) else { return false }
      return index.distinctCount < index.count
    }
  }

  /// The index over a property of the nodes of a label, if there is one.
  public func index(label: LabelID, key: KeyID) -> NodeIndex? {
    indexStore.all.first { $0.info.label == label && $0.info.key == key }
  }
}
