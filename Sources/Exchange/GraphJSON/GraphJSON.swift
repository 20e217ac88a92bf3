public import Persistence
public import PropertyGraph

/// Graphs as other programs write them: `{"nodes":[{"id","labels","properties"}],"relationships":[…]}`.
public enum GraphJSON {
  /// Reads a file into a graph.
  ///
  /// An id of a node, number or text, becomes its property `id` where it has none; ids of relationships are not kept.
  /// A graph that never held anything is filled at full speed and without logging; where that fails, the graph is of no
  /// further use. Any other is added to in its open transaction, or in one of its own that is undone on failure.
  public static func read(
    _ path: String, into graph: Graph, progress: ByteSource.Progress? = nil
  ) throws(DataError) -> ImportReport {
    let source = try ByteSource(path: path, progress: progress)
    if graph.takesBulkLoad {
      var reader = GraphJSONReader(source, graph, BulkSink(graph), progress: progress)
      let ahead = RelationshipsAhead(source)
      defer { ahead?.stop() }
      return try reader.read(ahead)
    }
    return try graph.inTransaction("import \(path)") { () throws(DataError) in
      var reader = GraphJSONReader(source, graph, TransactionSink(graph))
      return try reader.read()
    }
  }
}

extension Graph {
  /// Whether the graph never held anything, so that it can be loaded at once.
  var takesBulkLoad: Bool { nodeLimit == 0 && !isInTransaction }

  /// Runs the body in the open transaction, or in one of its own that is undone where the body throws.
  func inTransaction<R>(_ statement: String, _ body: () throws(DataError) -> R) throws(DataError) -> R {
    if isInTransaction { return try body() }
    begin(statement: statement)
    _ = savepoint()
    do throws(DataError) {
      let result = try body()
      _ = commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }
}
