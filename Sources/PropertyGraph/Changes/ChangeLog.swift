/// The committed transactions, the open one, and what can be taken back and made again.
struct ChangeLog {
  /// The committed transactions, oldest first.
  var transactions: [Transaction] = []
  /// The statement of the open transaction; nil: none is open.
  var openStatement: String?
  /// The changes of the open transaction.
  var open: [Change] = []
  /// What is known of the relationships that the open transaction deleted.
  var deletedTypes = DeletedTypes()
  /// The number of the last commit.
  var sequence = 0
  /// The transactions that undo takes back, the next one last.
  var undoable: [Int] = []
  /// The transactions that redo makes again, the next one last.
  var redoable: [Int] = []

  /// Forgets the changes of the open transaction since a mark, and gives them.
  mutating func cut(to mark: ChangeMark) -> [Change] {
    if mark.position == 0 {
      defer { open = [] }
      return open
    }
    defer { open.removeSubrange(mark.position...) }
    return Array(open[mark.position...])
  }
}
