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
    log.openStatement = nil
  }

  /// The place in the open transaction that is reached.
  public var mark: ChangeMark { ChangeMark(position: log.open.count) }

  /// Takes back what the open transaction changed since a mark.
  public func rollback(to mark: ChangeMark) {
    precondition(isInTransaction && mark.position <= log.open.count, "no such mark in an open transaction")
    let undone = log.cut(to: mark)
    takeBack(undone)
    if undone.count > Self.many { Worker.letGo(of: undone) }
    log.deletedTypes = DeletedTypes()
  }

  /// So many changes are worth a thread to free them.
  private static let many = 10_000

  /// The changes of the open transaction since a mark, oldest first.
  public func changes(since mark: ChangeMark) -> ArraySlice<Change> { log.open[mark.position...] }

  /// Makes a change and logs it: the one way in which the graph changes.
  func record(_ change: Change) {
    precondition(isInTransaction, "the graph is changed inside a transaction")
    perform(change)
    log.open.append(change)
  }

  func close(origin: Transaction.Origin, number: Int, time: ZonedDateTime?) -> Transaction? {
    guard let statement = log.openStatement else { preconditionFailure("no transaction is open") }
    log.openStatement = nil
    if log.open.isEmpty { return nil }
    let transaction = Transaction(
      sequence: number, time: time ?? clock(), statement: statement, origin: origin, changes: log.open)
    log.open = []
    log.sequence = number
    log.transactions.append(transaction)
    return transaction
  }
}
