extension Graph {
  /// Does something that may commit, and takes all that was committed back without a trace.
  ///
  /// - Precondition: no transaction is open, before and after.
  /// - Complexity: the changes that are taken back.
  public func takingBack<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(!isInTransaction, "a trial is no part of a transaction")
    let before = log
    defer {
      precondition(!isInTransaction, "a trial leaves no transaction open")
      for transaction in log.transactions[before.transactions.count...].reversed() {
        for change in transaction.changes.reversed() { takeBack(change) }
      }
      log = before
    }
    return try body()
  }
}
