import CypherSyntax
import Exchange
import Persistence
import PropertyGraph

extension Command {
  /// `import FILE|FOLDER [as LABEL|TYPE] [from LABEL.KEY to LABEL.KEY]`.
  static let `import` = Command(
    "import", "read nodes and relationships from JSON or from tables", in: .book, .writesAlone,
    forms: [
      Form(
        subject: Slot(.file),
        [
          Preposition(.as, .text, "LABEL|TYPE", of: .labelsAndTypes), Preposition(.from, .text, "LABEL.KEY"),
          Preposition(.to, .text, "LABEL.KEY"),
        ],
        keys: [KeyDefinition("delimiter", .text, "the character between cells; a comma if it is not given")])
    ],
    details: """
      A file .json holds {"nodes": [{"id", "labels", "properties"}], "relationships": [{"type", "from", "to",
      "properties"}]}. Any other file is a table of comma-separated values: 'as Person' makes each row a node,
      'as WORKS_AT from Person.code to Company.code' a relationship between the nodes that the columns from and to name
      by these properties (by id where none is given). A folder holds tables nodes_LABEL.csv and rels_TYPE.csv.
      Columns are read as numbers, truth values, dates or instants where all their cells are such; 'name:type' in the
      header asks for a type. A graph that never held anything is filled without being logged: 'undo' does not reach
      behind that.
      """
  ) { call, session throws(ShellError) in
    let path = try call.name()
    let span = call.subject?.span
    if session.rules.isSafe { throw ShellError(.unsafe("reading '\(path)'"), at: span) }
    let source = try ImportSource(call, path: path)
    let report = try session.bringIn(call.source, at: span) { graph throws(DataError) in
      try source.read(into: graph) { _, _ in !Interruption.isRequested }
    }
    let counts = "\(counted(report.nodes, "node")), \(counted(report.relationships, "relationship"))"
    let ignored = report.ignored.isEmpty ? "" : "; passed over: \(report.ignored.joined(separator: ", "))"
    session.note("imported \(counts)\(ignored)")
  }
}

/// What an import reads.
private enum ImportSource {
  case json(String)
  case tables([CSVTable])

  init(_ call: Invocation, path: String) throws(ShellError) {
    let delimiter = if case .string(let text)? = call.value("delimiter") { text } else { "," }
    let names = FileText.names(in: path)
    if !names.isEmpty {
      self = .tables(Self.tables(path, names, delimiter))
    } else if path.lowercased().hasSuffix(".json"), call.text(.as) == nil {
      self = .json(path)
    } else {
      guard let name = call.text(.as) else { throw call.missing("'as LABEL' or 'as TYPE from … to …'") }
      self = .tables([
        CSVTable(
          path: path, content: Self.content(name, call.text(.from), call.text(.to)), delimiter: delimiter)
      ])
    }
  }

  func read(into graph: Graph, _ progress: @escaping ByteSource.Progress) throws(DataError) -> ImportReport {
    switch self {
    case .json(let path): try GraphJSON.read(path, into: graph, progress: progress)
    case .tables(let tables): try CSVImport.read(tables, into: graph, progress: progress)
    }
  }

  /// The tables of a folder: `nodes_LABEL.csv`, `rels_TYPE.csv`.
  private static func tables(_ folder: String, _ names: [String], _ delimiter: String) -> [CSVTable] {
    names.sorted().compactMap { file in
      guard file.hasSuffix(".csv") else { return nil }
      let name = file.dropLast(4)
      let content: CSVTable.Content
      if name.hasPrefix("nodes_") {
        content = .nodes(labels: [String(name.dropFirst(6))])
      } else if name.hasPrefix("rels_") {
        content = .relationships(type: String(name.dropFirst(5)), from: CSVTable.End(), to: CSVTable.End())
      } else {
        return nil
      }
      return CSVTable(path: "\(folder)/\(file)", content: content, delimiter: delimiter)
    }
  }

  /// Nodes of labels joined by colons, or relationships where an end is named.
  private static func content(_ name: String, _ from: String?, _ to: String?) -> CSVTable.Content {
    if from == nil, to == nil { return .nodes(labels: name.split(separator: ":").map(String.init)) }
    return .relationships(type: name, from: end(from), to: end(to))
  }

  /// `Person.code`, `Person`, or any node by its property `id`.
  private static func end(_ text: String?) -> CSVTable.End {
    let parts = (text ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    return CSVTable.End(label: parts.first, key: parts.count == 2 ? parts[1] : "id")
  }
}

extension Session {
  /// Adds to the graph from outside: at full speed and unlogged where it never held anything, else as a transaction.
  fileprivate func bringIn(
    _ statement: String, at span: Span?, _ body: (Graph) throws(DataError) -> ImportReport
  ) throws(ShellError) -> ImportReport {
    let isFirst = graph.nodeLimit == 0 && !graph.isInTransaction
    guard isFirst else {
      var report = ImportReport()
      try inTransaction(statement) { () throws(ShellError) in report = try read(body, at: span) }
      return report
    }
    do throws(ShellError) {
      let report = try read(body, at: span)
      book.noteLoad()
      changes.nodesCreated += report.nodes
      changes.relationshipsCreated += report.relationships
      return report
    } catch {
      // A load that breaks off leaves a graph of no further use.
      turn(to: book.emptied())
      throw error
    }
  }

  private func read(
    _ body: (Graph) throws(DataError) -> ImportReport, at span: Span?
  ) throws(ShellError) -> ImportReport {
    do throws(DataError) {
      let report = try Progress.showing(rules.showsProgress) { () throws(DataError) in try body(graph) }
      if let broken = graph.brokenConstraint {
        throw DataError(.notUnique(index: broken.name))
      }
      return report
    } catch {
      throw ShellError(error, at: span)
    }
  }
}
