import CypherSyntax
import PropertyGraph

/// How a session keeps its book.
extension Session {
  /// Saves what changed to the book's file, where it has one; false where that fails, which is reported.
  func saveChanges() -> Bool {
    guard book.isChanged, book.path != nil, !rules.isReadOnly else { return true }
    do throws(ShellError) {
      try save(as: nil)
      return true
    } catch {
      screen.fail(error)
      return false
    }
  }

  /// Saves the book to its file, or to another that becomes its file.
  func save(as path: String?, at span: Span? = nil) throws(ShellError) {
    try book.save(as: path)
  }
}

extension Book {
  static func open(_ path: String, isReadOnly: Bool) throws(ShellError) -> Book { Book(path: path) }
  func save(as path: String?) throws(ShellError) {}
}
