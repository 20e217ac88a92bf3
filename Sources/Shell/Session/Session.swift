import CypherSyntax
import KeyAccounts
import PropertyGraph

/// The state of one shell: what commands act on.
public final class Session {
  let engine: any QueryRunning
  /// The verbs.
  let registry: CommandRegistry
  /// Where answers go.
  let screen: any Screen
  /// The day that `today` means.
  var today: CalendarDate
  /// The variables, which are the parameters of every query.
  var variables: [String: Value] = [:]
  /// The statements behind the last command, which `cypher` shows.
  var lastStatements: [DomainStatement] = []
  /// Where answers to questions come from; nil where nobody is there to answer.
  var questioned: (any LineSource)?

  init(engine: any QueryRunning, registry: CommandRegistry, screen: any Screen, today: CalendarDate) {
    self.engine = engine
    self.registry = registry
    self.screen = screen
    self.today = today
  }
}
