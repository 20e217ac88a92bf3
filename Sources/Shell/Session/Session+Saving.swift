import CypherEngine
import CypherSyntax
import PropertyGraph

/// How a session keeps its book.
extension Session {
  /// Saves the book to its file, or to another that becomes its file.
  func save(as path: String?, at span: Span? = nil) throws(ShellError) {
    guard !graph.isInTransaction else {
      throw .other("a transaction is open", hint: "'commit' or 'rollback' it first", at: span)
    }
    try opening { () throws(ShellError) in try book.save(as: path, at: span) }
  }

  /// Does something with the book's file, and remembers where it fails: the exit code tells of it.
  func opening<Result>(_ body: () throws(ShellError) -> Result) throws(ShellError) -> Result {
    do throws(ShellError) {
      return try body()
    } catch {
      hasBookFailed = true
      throw error
    }
  }

  /// Goes on with another book; what belongs to the old one is forgotten.
  func turn(to book: Book) {
    self.book = book
    snapshots = [:]
    lastAnswer = nil
    nameFolds = NameFolds()
  }
}
