import CypherEngine
import CypherSyntax
import PropertyGraph

/// How a statement runs: a query by the engine, a command by its verb.
extension Session {
  /// Runs one statement, all of it or nothing.
  ///
  /// - Throws: what went wrong, with the statement and the place in it.
  func execute(_ statement: Statement) throws(ShellError) {
    do throws(ShellError) {
      guard statement.isText else {
        throw .other("the statement holds bytes that are not UTF-8", hint: "save the file as UTF-8")
      }
      switch statement.kind {
      case .query: present(try query(statement.text))
      case .command(let verb): try command(verb, statement)
      }
    } catch {
      throw error.inside(statement)
    }
  }

  /// Runs a query and keeps its answer as `$_`.
  func query(_ text: String) throws(ShellError) -> Answer {
    let result = try runQuery(text)
    let answer = Answer(result)
    if !answer.columns.isEmpty { lastAnswer = answer }
    return answer
  }

  /// Makes a query that a person wrote ready to run; its errors know of missing semicolons and near variables.
  func prepare(_ text: String) throws(ShellError) -> PreparedQuery {
    let query: PreparedQuery
    do throws(CypherError) {
      query = try engine.prepare(text)
    } catch {
      throw explained(error, in: text)
    }
    if let missing = query.parameters.first(where: {
      variables[$0] == nil && !Self.standingVariables.contains($0)
    }) {
      throw unknownVariable(missing, in: text)
    }
    if rules.isReadOnly, trial == nil, query.writes { throw ShellError(.readOnly("a query that writes")) }
    return query
  }

  private func runQuery(_ text: String) throws(ShellError) -> QueryResult {
    let query = try prepare(text)
    do throws(CypherError) {
      let parameters = parameters(of: query)
      let result = try Progress.showing(rules.showsProgress) { () throws(CypherError) in
        try engine.run(query, parameters: parameters)
      }
      changes += result.sideEffects
      if calls.last?.isBuiltIn != true { result.warnings.forEach(screen.warn) }
      return result
    } catch {
      throw explained(error, in: text)
    }
  }

  /// Evaluates an expression over the variables.
  func evaluate(_ expression: String) throws(ShellError) -> Value {
    do throws(CypherError) {
      return try engine.evaluate(expression, parameters: parameters(of: expression))
    } catch {
      throw explained(error, in: expression)
    }
  }

  /// Shows what a query answered, and at the prompt what it changed.
  private func present(_ answer: Answer) {
    var answer = answer
    answer.namesNull = calls.last?.isBuiltIn != true
    if !answer.columns.isEmpty || answer.plan != nil { show(answer) }
    if rules.isInteractive, answer.columns.isEmpty, !changes.isEmpty { note(changes.words) }
  }

  private func command(_ verb: String, _ statement: Statement) throws(ShellError) {
    let word = VerbReader.verb(of: statement.text)
    guard let command = registry.command(verb) ?? userCommand(verb), word.text == verb else {
      throw ShellError(
        .unknownVerb(word.text, near: registry.near(word.text, own: userVerbs)), at: word.span
      )
    }
    try allow(command)
    statementsAtHand = []
    defer { if !statementsAtHand.isEmpty { lastStatements = statementsAtHand } }
    try asking(statement) { text throws(ShellError) in
      guard command.effect == .writes else { return try act(command, text, word.span) }
      try inTransaction(text) { () throws(ShellError) in try act(command, text, word.span) }
    }
  }

  private func act(_ command: Command, _ text: String, _ verb: Span) throws(ShellError) {
    let (head, query) = try command.parts(of: text)
    let parsed = try CommandParser.parse(head, command: command, verb: verb)
    var invocation = try InvocationReader.read(parsed, source: text, session: self)
    invocation.query = query
    try command.action(invocation, self)
  }

  /// Refuses what the session may not do.
  private func allow(_ command: Command) throws(ShellError) {
    if trial != nil, !command.category.isForTrials {
      throw .other("'\(command.name)' has no place in 'what-if', which leaves no trace")
    }
    if rules.isReadOnly, trial == nil, command.effect != .reads {
      throw ShellError(.readOnly("'\(command.name)'"))
    }
    if command.effect == .steps, graph.isInTransaction {
      throw .other(
        "'\(command.name)' waits for the end of the transaction", hint: "'commit' or 'rollback' it first")
    }
  }
}
