internal import Persistence
internal import PropertyGraph

extension ExportFormat {
  /// The nodes of a label as comma-separated values.
  static let csv = separated("csv", "the nodes of a label as comma-separated values", ",")

  /// The nodes of a label as tab-separated values.
  static let tsv = separated("tsv", "the nodes of a label as tab-separated values", "\t")

  /// A column for each property that any of the nodes has, by name.
  private static func separated(_ name: String, _ summary: String, _ delimiter: Character) -> ExportFormat {
    ExportFormat(name: name, summary: summary, fileExtension: name, needsLabel: true) {
      (graph, options, output) throws(DataError) in
      let nodes = graph.nodes(options)
      var used: Set<KeyID> = []
      for node in nodes { for property in graph.properties(of: node) { used.insert(property.key) } }
      let columns = used.map { (key: $0, name: graph.name(of: $0)) }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      var csv = CSVWriter(delimiter: delimiter, guardsFormulas: options.guardsFormulas)
      csv.row(columns.map(\.name))
      for node in nodes {
        csv.row(columns.map { graph.value($0.key, of: node) }, graph: graph)
        try output.write(&csv)
      }
      try output.write(&csv)
    }
  }
}
