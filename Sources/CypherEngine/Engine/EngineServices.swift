/// What statements may use beside the graph.
final class EngineServices {
  /// The procedures.
  var procedures = ProcedureRegistry()
  /// Opens files for LOAD CSV; nil refuses it.
  var csv: CSVOpener?
  /// What procedures gave; nil where their answers are not shared.
  var shared: SharedAnswers?
}
