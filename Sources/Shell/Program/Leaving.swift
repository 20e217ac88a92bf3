/// Leaves a book: what no file holds yet is saved, or at a prompt offered for saving.
struct Leaving {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Saves what changed, where it is to be saved.
  ///
  /// - Returns: false where saving was wanted and failed, or where changes would be lost unasked.
  func leaveBook() -> Bool {
    guard session.book.isChanged, !session.rules.isReadOnly else { return true }
    guard let questioned = session.questioned else { return session.book.path != nil && save(nil) }
    if let path = session.book.path {
      return isRefused(questioned, "Save the changes to \(path)? [Y/n] ") || save(nil)
    }
    let question = "Save the changes? A name of a file saves them, Enter drops them: "
    guard let path = session.ask(question) else { return true }
    return save(path)
  }

  /// Leaves at the end of a run: a graph without a file was meant for this run only.
  func leaveProgram() -> Bool {
    session.book.path == nil && session.questioned == nil ? true : leaveBook()
  }

  /// Whether the answer is no; where none comes, the changes are to be kept.
  private func isRefused(_ lines: any LineSource, _ question: String) -> Bool {
    guard case .line(let answer) = lines.nextLine(.answer(question)) else { return false }
    return answer.drop(while: \.isWhitespace).lowercased().hasPrefix("n")
  }

  private func save(_ path: String?) -> Bool {
    do throws(ShellError) {
      try session.save(as: path)
      return true
    } catch {
      session.screen.fail(error)
      return false
    }
  }
}
