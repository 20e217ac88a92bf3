internal import Persistence
internal import PropertyGraph

/// Reads tables into a sink.
struct CSVGraphReader<Sink: GraphSink & ~Copyable>: ~Copyable {
  private let graph: Graph
  private var sink: Sink
  private let progress: ByteSource.Progress?
  private var report = ImportReport()
  private var setCount = 0
  /// The nodes by the properties that ends of relationships name.
  private var ends: [CSVTable.End: NodesByValue] = [:]

  init(_ graph: Graph, _ sink: consuming Sink, _ progress: ByteSource.Progress?) {
    self.graph = graph
    self.sink = sink
    self.progress = progress
  }

  mutating func read(_ tables: [CSVTable]) throws(DataError) -> ImportReport {
    prepareEnds(tables)
    for table in tables {
      if case .nodes(let labels) = table.content {
        try readNodes(table, labels.map { graph.intern(label: $0) })
      }
    }
    for table in tables {
      guard case .relationships(let type, let from, let to) = table.content else { continue }
      try readRelationships(table, graph.intern(type: type), from, to)
    }
    sink.finish()
    return report
  }

  // MARK: Nodes

  private mutating func readNodes(_ table: CSVTable, _ labels: [LabelID]) throws(DataError) {
    let file = try CSVInput(table, progress)
    let columns = try file.columns()
    var reader = try file.reader()
    let keys = columns.names.map { graph.intern(key: $0) }
    let looked = lookups(of: labels, columns)
    setCount += 1
    _ = try reader.next()
    while try reader.next() {
      try sink.beginNode(labels, number: setCount - 1)
      for index in keys.indices {
        try columns.withValue(index, of: reader) { sink.property(keys[index], $0) }
      }
      let node = sink.end()
      for (index, nodes) in looked {
        try columns.withValue(index, of: reader) { nodes.insert($0, node) }
      }
      report.nodes += 1
    }
  }

  /// The columns by which relationships look up nodes with these labels.
  private func lookups(
    of labels: [LabelID], _ columns: CSVColumns
  ) -> [(index: Int, nodes: NodesByValue)] {
    ends.compactMap { end, nodes in
      let isMeant = end.label.map { labels.contains(graph.intern(label: $0)) } ?? true
      guard isMeant, let index = columns.names.firstIndex(of: end.key) else { return nil }
      return (index, nodes)
    }
  }

  // MARK: Relationships

  /// Notes the nodes that the graph holds already under the properties by which relationships name their ends.
  private mutating func prepareEnds(_ tables: [CSVTable]) {
    for table in tables {
      guard case .relationships(_, let from, let to) = table.content else { continue }
      for end in [from, to] where ends[end] == nil { ends[end] = NodesByValue(graph, end) }
    }
  }

  private mutating func readRelationships(
    _ table: CSVTable, _ type: TypeID, _ from: CSVTable.End, _ to: CSVTable.End
  ) throws(DataError) {
    let file = try CSVInput(table, progress)
    let columns = try file.columns()
    var reader = try file.reader()
    let keys = columns.names.map { graph.intern(key: $0) }
    _ = try reader.next()
    let start = try column(["from", "source", "start"], columns, reader)
    let end = try column(["to", "target", "end"], columns, reader)
    let properties = keys.indices.filter { $0 != start && $0 != end }
    guard let starts = ends[from], let ends = ends[to] else { return }
    while try reader.next() {
      try sink.beginRelationship(
        type, from: try node(start, starts, columns, reader), to: try node(end, ends, columns, reader))
      for index in properties {
        try columns.withValue(index, of: reader) { sink.property(keys[index], $0) }
      }
      _ = sink.end()
      report.relationships += 1
    }
  }

  /// The first of these columns that is there.
  private func column(
    _ names: [String], _ columns: CSVColumns, _ reader: borrowing CSVReader
  ) throws(DataError) -> Int {
    for name in names {
      if let index = columns.names.firstIndex(of: name) { return index }
    }
    throw reader.error(.missingColumn(names[0], columns: columns.names))
  }

  /// The node that a cell names.
  private func node(
    _ index: Int, _ nodes: NodesByValue, _ columns: CSVColumns, _ reader: borrowing CSVReader
  ) throws(DataError) -> UInt32 {
    var found: NodesByValue.Finding = .none
    try columns.withValue(index, of: reader) { found = nodes.find($0) }
    switch found {
    case .one(let node): return node
    case .none:
      throw reader.error(
        .missingNode(
          id: index < reader.count ? reader.text(index) : "", relationship: String(report.relationships)))
    case .several: throw reader.error(.duplicateID(reader.text(index), of: .node))
    }
  }
}

/// An open table, which is read twice: for the types of its columns, and for its rows.
private struct CSVInput {
  private let table: CSVTable
  private let progress: ByteSource.Progress?
  /// What came through a pipe, which cannot be read twice.
  private var bytes: [UInt8]?

  init(_ table: CSVTable, _ progress: ByteSource.Progress?) throws(DataError) {
    self.table = table
    self.progress = progress
    bytes = try ByteSource.pipedBytes(path: table.path)
  }

  func columns() throws(DataError) -> CSVColumns {
    var reader = try reader()
    return try CSVColumns(&reader)
  }

  func reader() throws(DataError) -> CSVReader {
    if let bytes { return try CSVReader(ByteSource(bytes), delimiter: table.delimiter) }
    return try CSVReader(ByteSource(path: table.path, progress: progress), delimiter: table.delimiter)
  }
}
