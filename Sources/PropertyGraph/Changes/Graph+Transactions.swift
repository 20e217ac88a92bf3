extension Graph {
  /// Whether a transaction is open.
  public var isInTransaction: Bool { log.openStatement != nil }

  /// Opens a transaction.
  ///
  /// - Precondition: none is open.
  public func begin(statement: String) {
    precondition(!isInTransaction, "a transaction is open")
    log.openStatement = statement
    log.deletedTypes = DeletedTypes()
  }

  /// Ends the open transaction and keeps its changes; nil, and no entry in the log, where nothing changed.
  @discardableResult
  public func commit() -> Transaction? {
    guard let transaction = close(origin: .statement, number: log.sequence + 1, time: nil) else { return nil }
    log.undoable.append(transaction.sequence)
    log.redoable.removeAll()
    return transaction
  }

  /// Ends the open transaction and takes its changes back.
  public func rollback() {
    rollback(to: ChangeMark(position: 0))
    images.end(self)
    log.openStatement = nil
  }

  /// The place in the open transaction that is reached.
  public var mark: ChangeMark { ChangeMark(position: log.open.count) }

  /// The place in the open transaction that is reached, to which it may have to be rolled back.
  ///
  /// That takes no longer than some ten thousand changes do, even after millions; memory pays for it (`BeforeImage`).
  public func savepoint() -> ChangeMark {
    images.noteSavepoint(at: log.open.count)
    return mark
  }

  /// The bytes that were copied so that the open transaction is soon rolled back; what indexes copy is not counted.
  public var bytesOfImages: Int { images.bytes }

  /// Takes back what the open transaction changed since a mark.
  ///
  /// - Complexity: the changes since; if the mark is a savepoint, those up to the next image.
  public func rollback(to mark: ChangeMark) {
    precondition(isInTransaction && mark.position <= log.open.count, "no such mark in an open transaction")
    let restored = images.restore(self, from: mark.position)
    let undone = log.cut(to: mark)
    for change in undone.prefix(restored.map { $0 - mark.position } ?? undone.count).reversed() {
      takeBack(change)
    }
    if undone.count > Self.many { Worker.letGo(of: undone) }
    log.deletedTypes = DeletedTypes()
  }

  /// Makes the inverse of a change that was made last, without logging it.
  func takeBack(_ change: Change) {
    switch change {
    // Most of what a statement that runs away has made; to make inverses would take as long as to perform them.
    case .nodeCreated(let node, _, _): remove(node)
    case .relationshipCreated(let relationship, let type, let from, let to, _):
      remove(relationship, type, from, to)
    case .nodePropertySet(let node, let key, let before, _): put(key, node, before)
    case .relationshipPropertySet(let relationship, let key, let before, _): put(key, relationship, before)
    default: perform(change.inverse)
    }
  }

  /// So many changes are worth a thread to free them.
  private static let many = 10_000

  /// The changes of the open transaction since a mark, oldest first.
  public func changes(since mark: ChangeMark) -> ArraySlice<Change> { log.open[mark.position...] }

  /// Makes a change and logs it: the one way in which the graph changes.
  func record(_ change: Change) {
    precondition(isInTransaction, "the graph is changed inside a transaction")
    if log.open.count >= images.due { images.make(of: self) }
    perform(change)
    log.open.append(change)
  }

  func close(origin: Transaction.Origin, number: Int, time: ZonedDateTime?) -> Transaction? {
    guard let statement = log.openStatement else { preconditionFailure("no transaction is open") }
    log.openStatement = nil
    images.end(self)
    if log.open.isEmpty { return nil }
    let transaction = Transaction(
      sequence: number, time: time ?? clock(), statement: statement, origin: origin, changes: log.open)
    log.open = []
    log.sequence = number
    log.transactions.append(transaction)
    return transaction
  }
}
