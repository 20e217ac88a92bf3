import CypherEngine
import CypherSyntax
import PropertyGraph

/// What a line editor needs to know of a session.
extension Session {
  /// What stands before a statement: the book's name, and a star while a transaction is open.
  public var prompt: String {
    let name = book.path.map { path in
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    }
    return "\(SafeText.of(name ?? "kamsh"))\(graph.isInTransaction ? "*" : "")> "
  }

  /// The file of what was typed before; nil where none is kept.
  public var historyPath: String? { folders.history }

  /// Whether the prompt is coloured.
  public var isColoured: Bool { rules.isColoured }

  /// Warns of something beside the statements.
  public func warn(_ text: String) { screen.warn(QueryWarning(message: text, span: Span(0, 0))) }
}
