extension Graph {
  /// The committed transactions, oldest first.
  public var transactions: [Transaction] { log.transactions }

  /// The number of the last committed transaction; 0 or what was loaded before the first.
  public var sequence: Int { log.sequence }

  /// Takes back the last transaction that was not, by a new transaction, and returns the one that is taken back.
  ///
  /// - Precondition: no transaction is open.
  public func undo() -> Transaction? {
    guard let number = log.undoable.popLast(), let undone = transaction(number) else { return nil }
    append(undone.changes.reversed().map(\.inverse), undone.statement, .undo(of: number))
    log.redoable.append(number)
    return undone
  }

  /// Makes the transaction again that was taken back last, by a new transaction, and returns it.
  ///
  /// - Precondition: no transaction is open.
  public func redo() -> Transaction? {
    guard let number = log.redoable.popLast(), let redone = transaction(number) else { return nil }
    append(redone.changes, redone.statement, .redo(of: number))
    log.undoable.append(number)
    return redone
  }

  /// What became of each entity from the state after one transaction to that after another, which may be the earlier.
  public func netChanges(from: Int, to: Int) -> [NetChange] {
    let range = min(from, to)..<max(from, to)
    let between = log.transactions.filter { range.contains($0.sequence - 1) }
    return from <= to
      ? ChangeFold(between.lazy.flatMap(\.changes)).result
      : ChangeFold(between.reversed().lazy.flatMap { $0.changes.reversed().lazy.map(\.inverse) }).result
  }

  /// The transaction with a number, if the log holds it.
  public func transaction(_ sequence: Int) -> Transaction? {
    var low = 0
    var high = log.transactions.count
    while low < high {
      let middle = (low + high) / 2
      if log.transactions[middle].sequence < sequence { low = middle + 1 } else { high = middle }
    }
    guard low < log.transactions.count, log.transactions[low].sequence == sequence else { return nil }
    return log.transactions[low]
  }

  private func append(_ changes: [Change], _ statement: String, _ origin: Transaction.Origin) {
    begin(statement: statement)
    for change in changes { record(change) }
    _ = close(origin: origin, number: log.sequence + 1, time: nil)
  }
}
