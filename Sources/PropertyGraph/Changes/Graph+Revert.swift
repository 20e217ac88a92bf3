extension Graph {
  /// Goes back to the state after a transaction, by a new transaction, which `undo` takes back like any other.
  ///
  /// - Returns: the new transaction; nil where nothing came since.
  /// - Precondition: no transaction is open.
  /// - Complexity: the changes since.
  @discardableResult
  public func revert(to sequence: Int, statement: String) -> Transaction? {
    begin(statement: statement)
    for transaction in log.transactions.reversed().prefix(while: { $0.sequence > sequence }) {
      for change in transaction.changes.reversed() { record(change.inverse) }
    }
    return commit()
  }
}
