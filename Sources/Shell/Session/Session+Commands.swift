import CypherEngine
import CypherSyntax
import KeyAccounts
import PropertyGraph

/// What a command can do with its session.
extension Session {
  /// Runs a statement of a command and keeps it for `cypher`.
  func run(_ statement: DomainStatement) throws(ShellError) -> Answer {
    statementsAtHand.append(statement)
    do throws(CypherError) {
      return try Progress.showing(rules.showsProgress) { () throws(CypherError) in
        Answer(try engine.run(statement.text, parameters: statement.parameters))
      }
    } catch {
      throw error.kind == .interrupted ? ShellError(.interrupted) : ShellError(.query(error))
    }
  }

  /// Runs a query of a command, with `$today` among its parameters.
  func answer(
    _ query: String, _ parameters: [String: Value] = [:], title: String? = nil
  ) throws(ShellError) -> Answer {
    var parameters = parameters
    parameters["today"] = .date(today)
    var answer = try run(DomainStatement(query, parameters))
    answer.title = title
    return answer
  }

  /// Runs a question, with `$today` among its parameters; its title stands above the answer.
  func answer(_ question: Question, _ parameters: [String: Value] = [:]) throws(ShellError) -> Answer {
    var answer = try answer(question.text, parameters, title: question.title)
    for (column, style) in question.columns { answer.styles[column] = ColumnStyle(style) }
    answer.writeListsAsWords()
    (answer.lines, answer.most, answer.parameters) = (question.lines, question.most, parameters)
    return answer
  }

  /// Shows a table in the format of the session, and keeps it as `$_`.
  func show(_ answer: Answer) {
    if !answer.columns.isEmpty { lastAnswer = answer }
    screen.show(styled(answer), of: graph)
  }

  /// Shows answers that belong together as a page; formats other than tables give each its own table.
  func show(page answers: [Answer]) {
    lastAnswer = answers.last ?? lastAnswer
    screen.show(page: answers.map(styled), of: graph)
  }

  /// The answer with the styles that the session has for its columns.
  private func styled(_ answer: Answer) -> Answer {
    var answer = answer
    for column in answer.columns where answer.styles[column] == nil {
      if let style = columnStyles[column] { answer.styles[column] = style }
    }
    return answer
  }

  /// Says what was asked for.
  func say(_ text: String) { screen.say(text) }

  /// Remarks on what was done: `client 'Acme' added`.
  ///
  /// Programs, data formats and unattended scripts don't see it, and nothing is done where things are tried out.
  func note(_ text: String) {
    if calls.isEmpty, trial == nil { screen.note(text) }
  }

  /// Asks the person at the prompt; nil where nobody is there, or they gave no answer.
  ///
  /// - Parameter line: the line that the answer completes, up to it.
  func ask(_ question: String, after line: String? = nil) -> String? {
    screen.flush()
    guard let questioned, case .line(let text) = questioned.nextLine(.answer(question, after: line)) else {
      return nil
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
