import CypherEngine
import CypherSyntax
import PropertyGraph

/// Finds what could stand at a place in a text, from the declared grammar, the model and the graph.
struct Completer {
  /// The verbs.
  var registry: CommandRegistry
  /// The graph whose names, labels, types and keys are known.
  var graph: Graph
  /// The variables, which are the parameters of queries.
  var variables: [String: Value] = [:]
  /// The procedures that `CALL` finds.
  var procedures = ProcedureRegistry()
  /// The verbs of the user's own scripts.
  var ownVerbs: [Command] = []
  /// The snapshots that `diff` and `restore` find.
  var snapshots: [String] = []
  /// The day that `today` means.
  var today: CalendarDate
  /// Whether files may be looked at.
  var seesFiles = true

  /// What could stand at the cursor: sorted, each once.
  ///
  /// - Parameter cursor: the place in the text, in bytes.
  /// - Complexity: O(n) in the length of the text; one pass over the names of a kind, cheaper with an index on them.
  func candidates(in text: String, at cursor: Int) -> [Candidate] {
    let bytes = Array(text.utf8.prefix(cursor))
    let start = StatementStart.find(in: bytes, registry: registry)
    let statement = Array(bytes[start...])
    let found =
      FirstWord.beginsQuery(statement[...])
      ? QueryCompletion(self, statement).candidates()
      : CommandCompletion(self, statement).candidates()
    return found.map { candidate in
      var candidate = candidate
      candidate.start += start
      return candidate
    }
  }

  /// The verb of a name, the user's own included.
  func command(_ verb: String) -> Command? {
    registry.command(verb) ?? ownVerbs.first { $0.name == verb.lowercased() }
  }
}

/// Where the statement begins in which a text ends.
enum StatementStart {
  static func find(in bytes: [UInt8], registry: CommandRegistry) -> Int {
    let text = String(decoding: bytes, as: UTF8.self)
    var reader = StatementReader(ByteLines(text), registry: registry, file: nil)
    var lineStarts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(index + 1) }
    var last: (start: Int, end: Int, isQuery: Bool)?
    while case .statement(let statement) = reader.next() {
      let line = min(statement.origin.line, lineStarts.count) - 1
      let start = lineStarts[max(0, line)] + statement.origin.leading.utf8.count
      last = (start, start + statement.text.utf8.count, statement.kind == .query)
    }
    guard let last, last.end <= bytes.count else { return bytes.count }
    // A query goes on until its ';', a command until the end of its line.
    let rest = bytes[last.end...]
    if let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) { return semicolon + 1 }
    if !last.isQuery, let newline = rest.lastIndex(of: 0x0A) { return newline + 1 }
    return last.start
  }
}
