internal import Persistence
internal import PropertyGraph
internal import Synchronization

/// Reads the relationships of a large file on a thread of its own while the nodes before them are read.
///
/// It bets that the first place that looks like the member `relationships` is that member. The bet is won when the
/// reader of the nodes comes to a member of this name at that very byte: what was read from there is then what it
/// would have read itself. Where it is lost, or anything was wrong or odd, nothing of it is used.
final class RelationshipsAhead: @unchecked Sendable {
  /// Relationships whose ends are the file's numbers of the nodes.
  struct Part {
    /// Where the member's key begins, and where its value ends.
    let start, end: Int
    /// What holds them, with names and texts of its own.
    let graph: Graph
    let count: Int
    /// The members that were passed over.
    let ignored: [String]
  }

  private let source: ByteSource
  private let gate = Gate()
  private let isStopped = Atomic<Bool>(false)
  // Guarded by the gate.
  private var hasEnded = false
  private var part: Part?
  private var worker: Worker?

  /// Begins to read; nil where the source is not worth a second reader.
  init?(_ source: ByteSource) {
    guard source.isReadAhead else { return nil }
    self.source = source
    worker = Worker { [self] in
      let part = try? read()
      gate.locked {
        self.part = part
        hasEnded = true
        gate.wake()
      }
    }
    if worker == nil { return nil }
  }

  /// What was read, where it began at this byte; waits for the end, while the progress says so.
  ///
  /// - Throws: that the work was cancelled.
  func part(at start: Int, progress: ByteSource.Progress?) throws(DataError) -> Part? {
    defer { stop() }
    while !gate.locked({ waitABit() }) {
      if let progress, !progress(start, source.size ?? 0) {
        throw DataError(.cancelled, path: source.path)
      }
    }
    return part?.start == start ? part : nil
  }

  /// Ends the thread.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    worker?.join()
  }

  private func waitABit() -> Bool {
    if !hasEnded { gate.wait(milliseconds: 50) }
    return hasEnded
  }

  private func read() throws(DataError) -> Part? {
    let goesOn = { [self] in !isStopped.load(ordering: .relaxed) }
    let key: StaticString = "\"relationships\""
    guard let start = source.firstPlace(of: key, while: goesOn),
      let source = try ByteSource(continuing: source, at: start, progress: { _, _ in goesOn() })
    else { return nil }
    let graph = Graph()
    // The brace around the member is not seen from here.
    var json = JSONReader(source, depth: 1)
    var isFirst = true
    guard try json.nextKey(isFirst: &isFirst) != nil else { return nil }
    var reader = GraphJSONReader(source, graph, BulkSink(relationshipsOnlyInto: graph), .asWritten)
    try reader.readRelationships(&json)
    return Part(
      start: start, end: json.offset, graph: graph, count: reader.report.relationships,
      ignored: reader.ignoredMembers)
  }
}
