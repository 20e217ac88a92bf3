import PropertyGraph

/// Statements are atomic; `begin` makes one transaction of several.
extension Session {
  /// Does something in a transaction of its own, or as a step of the one that is open.
  ///
  /// - Throws: what the body throws, after everything it changed was taken back.
  func inTransaction(_ statement: String, _ body: () throws(ShellError) -> Void) throws(ShellError) {
    let graph = graph
    guard !graph.isInTransaction else {
      let mark = graph.savepoint()
      do throws(ShellError) {
        try body()
        changes += graph.sideEffects(since: mark)
      } catch {
        graph.rollback(to: mark)
        throw error
      }
      return
    }
    graph.begin(statement: statement)
    let mark = graph.savepoint()
    do throws(ShellError) {
      try body()
      changes += graph.sideEffects(since: mark)
      graph.commit()
    } catch {
      graph.rollback()
      throw error
    }
  }
}

extension SideEffects {
  /// Adds the changes of another statement.
  static func += (sum: inout SideEffects, other: SideEffects) {
    sum.nodesCreated += other.nodesCreated
    sum.nodesDeleted += other.nodesDeleted
    sum.relationshipsCreated += other.relationshipsCreated
    sum.relationshipsDeleted += other.relationshipsDeleted
    sum.labelsAdded += other.labelsAdded
    sum.labelsRemoved += other.labelsRemoved
    sum.propertiesSet += other.propertiesSet
    sum.propertiesRemoved += other.propertiesRemoved
  }
}
