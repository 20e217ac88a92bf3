/// Leaves a prompt: what no file holds yet is offered for saving.
struct Leaving {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Offers to save what changed.
  ///
  /// - Returns: false where saving was wanted and failed.
  func offerToSave() -> Bool {
    guard session.book.isChanged, !session.rules.isReadOnly else { return true }
    if let path = session.book.path {
      guard let answer = session.ask("Save the changes to \(path)? [Y/n] ")?.lowercased() else {
        return save(nil)
      }
      return answer.hasPrefix("n") ? true : save(nil)
    }
    guard let path = session.ask("Save the changes? Name a file, or press Enter to drop them: ") else {
      return true
    }
    return save(path)
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
