/// Asking the person at the prompt for what a line lacks.
extension Session {
  /// Does something with a line; where a part of it is missing and somebody is there, asks for it and tries again.
  ///
  /// - Throws: what the body throws, also where no answer comes: an empty line or Ctrl-D gives up.
  func asking(
    _ statement: Statement, _ body: (String) throws(ShellError) -> Void
  ) throws(ShellError) {
    var line = statement.text
    while true {
      do throws(ShellError) {
        return try body(line)
      } catch {
        guard calls.isEmpty, let part = error.missingPart, part.place <= line.utf8.count,
          let answer = ask("\(part.question)? ", after: part.beginning(of: line))
        else {
          // The place of the error is in the line as it was completed so far.
          throw error.inside(Statement(kind: statement.kind, text: line, origin: statement.origin))
        }
        line = part.filled(line, with: answer)
      }
    }
  }
}
