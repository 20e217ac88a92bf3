import CypherSyntax
import PropertyGraph

extension Command {
  /// `let NAME = EXPRESSION` or `let NAME = QUERY;`.
  static let `let` = Command(
    "let", "bind a variable to a value or to the answer of a query", in: .script,
    forms: [Form(subject: Slot(.raw, "NAME = EXPRESSION"))], query: .afterEquals,
    details: """
      The variable is the parameter $NAME of every query and expression. A query that answers with one row of one column
      gives that value, any other a list of maps, one a row. $_ is what the last query answered, $today the
      day that commands go by: 'let today = date('2026-11-20')' makes it another one.
      """,
    examples: [
      Example(
        "let threshold = 0.1", "a value; 'print' shows it", after: [], prints: ""),
      Example(
        "let clients = MATCH (c:Client) RETURN count(c);", "the answer of a query",
        after: ["add client Acme"], prints: ""),
    ]
  ) { call, session throws(ShellError) in
    let bytes = Array(call.source.utf8)
    let start = call.subject?.span.start ?? bytes.count
    guard let equals = bytes[start...].firstIndex(of: UInt8(ascii: "=")) else {
      throw call.missing("'= EXPRESSION' after the name")
    }
    let name = try VariableName.read(bytes, Span(start, equals))
    let rest = try Rest(bytes, from: equals + 1, needs: "EXPRESSION")
    let value = rest.isQuery ? try rest.answered(by: session).value : try rest.evaluated(by: session)
    try session.bind(name, to: value, at: call.subject?.span)
  }
}
