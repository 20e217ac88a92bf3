import KeyAccounts
import PropertyGraph

extension Command {
  /// `cypher`.
  static let cypher = Command(
    "cypher", "show the Cypher behind the last command", in: .session,
    details: "The parameters are bound by 'let', so that the lines can be pasted and changed.",
    examples: [
      Example(
        "cypher", "what 'add' did", after: ["add client Acme"],
        prints: """
          let name = 'Acme'
          MERGE (company:Company {name: $name})
          SET company:Client
          RETURN company;
          """)
    ]
  ) { _, session throws(ShellError) in
    guard !session.lastStatements.isEmpty else {
      throw .other("no command has run a statement yet", hint: "'cypher' shows what the last command did")
    }
    session.say(session.lastStatements.map { $0.asLines(session.valueText) }.joined(separator: "\n\n"))
  }
}

extension DomainStatement {
  /// The parameters as `let` lines, and the query with its semicolon.
  fileprivate func asLines(_ values: ValueText) -> String {
    let lines = parameters.sorted { $0.key < $1.key }.map { "let \($0.key) = \(values.expression($0.value))" }
    return (lines + [text + ";"]).joined(separator: "\n")
  }
}
