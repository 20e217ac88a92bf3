/// The statements that were entered, oldest first, none twice.
public final class History {
  private let file: HistoryFile?
  private let limit: Int
  /// The entries.
  public private(set) var entries: [String] = []
  /// Why the file can't be kept, once that is so; nothing more is written then.
  public private(set) var problem: String?

  /// Loads a history.
  ///
  /// - Parameters:
  ///   - path: the file; nil keeps everything in memory.
  ///   - limit: how many entries are kept.
  public init(path: String?, limit: Int = 10_000) {
    self.limit = limit
    file = path.map { HistoryFile(path: $0) }
    guard let file else { return }
    do {
      let (lines, isCompact) = try file.load(limit: limit)
      entries = lines
      if !isCompact { try file.compact(limit: limit) }
    } catch {
      problem = error.message
    }
  }

  /// Adds a statement, in the file as well; one that begins with a space or is blank is not kept.
  public func add(_ statement: String) {
    guard let first = statement.first, first != " ", !statement.allSatisfy(\.isWhitespace) else { return }
    if let same = entries.lastIndex(of: statement) { entries.remove(at: same) }
    entries.append(statement)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
    guard let file, problem == nil else { return }
    do {
      try file.append(statement)
    } catch {
      problem = error.message
    }
  }
}
