import CypherEngine
import CypherSyntax
import KeyAccounts
import Persistence
import PropertyGraph

/// A graph with its engine, and the file that it came from and is saved to.
final class Book {
  /// The graph.
  let graph: Graph
  /// What runs queries on it.
  let engine: Engine
  /// The file; nil while the graph has none.
  private(set) var path: String?
  /// The number that copies of the book share.
  private let uuid: String
  /// The last change that the file holds.
  private var savedSequence: Int
  /// Whether the graph was filled without being logged since it was saved.
  private var hasLoad = false
  /// The file as it was last read or written; nil while there is none.
  private var stamp: FileStamp?

  /// Makes a book of a graph.
  ///
  /// - Parameter readsFiles: whether LOAD CSV may read files.
  init(
    _ graph: Graph = Graph(), uuid: String = SnapshotHeader.newUUID(), path: String? = nil,
    readsFiles: Bool = true
  ) {
    self.graph = graph
    self.uuid = uuid
    self.path = path
    engine = Engine(graph: graph)
    engine.modelNames = KeyAccountModel.names
    // `date()` is the day on the wall, as `$today` is.
    engine.clock = { .local() }
    engine.isToStop = { Interruption.isRequested }
    for view in View.all { engine.procedures.register(view.procedure) }
    if readsFiles {
      engine.csv = { path, separator throws(CypherError) in try CSVFile(path, separator: separator) }
    }
    savedSequence = graph.sequence
    stamp = path.flatMap(FileStamp.init)
  }

  /// Whether there are changes that the file doesn't hold.
  var isChanged: Bool { graph.sequence != savedSequence || hasLoad }
}

extension Book {
  /// Notes that the graph was filled without being logged.
  func noteLoad() { hasLoad = true }

  /// The same book without its graph.
  func emptied() -> Book {
    let book = Book(uuid: uuid, path: path, readsFiles: engine.csv != nil)
    book.stamp = stamp
    return book
  }

  /// Opens a file, or begins a new book where there is none.
  ///
  /// - Throws: a file that is no book or can't be read; a folder in which no file can be made.
  static func open(_ path: String, rules: SessionRules, at span: Span? = nil) throws(ShellError) -> Book {
    do throws(DataError) {
      guard FileStamp(path) != nil else {
        try FilePlace.check(path, isReadOnly: rules.isReadOnly)
        return Book(path: path, readsFiles: !rules.isSafe)
      }
      let snapshot = try Snapshot.read(path) { _, _ in !Interruption.isRequested }
      return Book(
        snapshot.graph, uuid: snapshot.header.uuid, path: path, readsFiles: !rules.isSafe)
    } catch {
      throw ShellError(error, at: span)
    }
  }

  /// Saves the graph to its file, or to another that becomes its file.
  ///
  /// - Throws: a file that somebody else changed meanwhile, or that can't be written; what was there stays.
  func save(as newPath: String?, at span: Span? = nil) throws(ShellError) {
    guard let target = newPath ?? path else { return }
    if newPath == nil, FileStamp(target) != stamp { throw ShellError(.bookChanged(path: target), at: span) }
    try export(to: target, at: span)
    path = target
    savedSequence = graph.sequence
    hasLoad = false
    stamp = FileStamp(target)
  }

  /// Writes the graph to a file that does not become the book's.
  func export(to target: String, at span: Span? = nil) throws(ShellError) {
    let header = SnapshotHeader(uuid: uuid, sequence: graph.sequence, savedAt: graph.clock())
    do throws(DataError) {
      try Snapshot(header: header, graph: graph).write(to: target)
    } catch {
      throw ShellError(error, at: span)
    }
  }
}
