public import Persistence
public import PropertyGraph

/// A file of comma-separated values with nodes of one label, or relationships of one type.
public struct CSVTable: Sendable {
  /// What the rows are.
  public enum Content: Sendable {
    /// Nodes with labels; every column is a property.
    case nodes(labels: [String])
    /// Relationships of a type: the columns `from` and `to` name the ends, all others are properties.
    case relationships(type: String, from: End, to: End)
  }

  /// How the end of a relationship is found: the node whose property has the value of the cell.
  public struct End: Hashable, Sendable {
    /// The label that the node carries; nil: any.
    public var label: String?
    /// The property.
    public var key: String

    /// Makes an end.
    public init(label: String? = nil, key: String = "id") {
      self.label = label
      self.key = key
    }
  }

  /// The path of the file.
  public var path: String
  /// What its rows are.
  public var content: Content
  /// The character between its cells.
  public var delimiter: String

  /// Names a file and what is in it.
  public init(path: String, content: Content, delimiter: String = ",") {
    self.path = path
    self.content = content
    self.delimiter = delimiter
  }
}

/// Tables of comma-separated values as graphs.
public enum CSVImport {
  /// Reads tables into a graph, those with nodes first.
  ///
  /// The first row of a table names its columns. A column is read as whole numbers, numbers, truth values, dates or
  /// instants where all its cells are such, else as text; `name:type` in the header asks for a type. Empty cells
  /// without quotes set nothing. For the graph, the same holds as for `GraphJSON.read`.
  public static func read(
    _ tables: [CSVTable], into graph: Graph, progress: ByteSource.Progress? = nil
  ) throws(DataError) -> ImportReport {
    if graph.takesBulkLoad {
      var reader = CSVGraphReader(graph, BulkSink(graph), progress)
      return try reader.read(tables)
    }
    let names = tables.map(\.path).joined(separator: " ")
    return try graph.inTransaction("import \(names)") { () throws(DataError) in
      var reader = CSVGraphReader(graph, TransactionSink(graph), progress)
      return try reader.read(tables)
    }
  }
}
