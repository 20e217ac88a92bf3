import CypherSyntax
import KeyAccounts
import PropertyGraph

/// The state of one shell: what commands act on.
public final class Session {
  private let engine: any QueryRunning
  /// The day that `today` means.
  var today: CalendarDate
  /// The variables, which are the parameters of every query.
  var variables: [String: Value] = [:]
  /// The statements behind the last command, which `cypher` shows.
  private(set) var lastStatements: [DomainStatement] = []

  init(engine: any QueryRunning, today: CalendarDate) {
    self.engine = engine
    self.today = today
  }

  /// Runs a statement of a command and keeps it for `cypher`.
  func run(_ statement: DomainStatement) throws(ShellError) -> Answer {
    lastStatements.append(statement)
    do throws(CypherError) {
      return try engine.run(statement.text, parameters: statement.parameters)
    } catch {
      throw ShellError(error)
    }
  }
}
