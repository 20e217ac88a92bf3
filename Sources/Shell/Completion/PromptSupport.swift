import CypherEngine
import PropertyGraph

/// What a line editor asks of the session whose prompt it shows.
public struct PromptSupport {
  private let session: Session
  /// Whether the terminal has colours.
  public let isColoured: Bool

  init(_ session: Session, isColoured: Bool) {
    self.session = session
    self.isColoured = isColoured
  }

  /// What stands before a statement: the book's name, and a mark while a transaction is open.
  public var prompt: String {
    let file = session.book.path?.split(separator: "/").last.map(String.init)
    let name = file.map { $0.hasSuffix(".json") ? String($0.dropLast(5)) : $0 } ?? "kamsh"
    return SafeText.of(name) + (session.graph.isInTransaction ? "*" : "") + "> "
  }

  /// The file of what was typed before; nil where nothing is kept.
  public var historyPath: String? { session.folders.history }

  /// How far a text goes as statements.
  public func progress(of text: String) -> TextProgress {
    TextProgress(of: text, registry: session.registry)
  }

  /// What could stand at a place in a text, counted in bytes.
  public func candidates(in text: String, at cursor: Int) -> [Candidate] {
    let completer = Completer(
      registry: session.registry, graph: session.graph, variables: session.variables,
      procedures: session.engine.procedures, ownVerbs: session.userVerbs.compactMap(session.userCommand),
      snapshots: session.snapshots.keys.sorted(), today: session.today, seesFiles: !session.rules.isSafe)
    return completer.candidates(in: text, at: cursor)
  }

  /// What could stand at a place in an answer that goes on where a line ends.
  public func candidates(completing line: String, by answer: String, at cursor: Int) -> [Candidate] {
    let begun = line.utf8.count
    return candidates(in: line + answer, at: begun + cursor).compactMap { candidate in
      guard candidate.start >= begun else { return nil }
      var candidate = candidate
      candidate.start -= begun
      return candidate
    }
  }

  /// Says something that went wrong beside the statements.
  public func complain(_ message: String) { Program.complain(message, hint: nil) }
}
