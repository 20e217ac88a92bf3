import CypherEngine
import KeyAccounts
import PropertyGraph

/// The state of one shell: what commands act on.
public final class Session {
  /// The graph at hand, its engine, and the file that it came from.
  var book: Book {
    didSet {
      book.engine.limits = limits
      keptOutlook = nil
    }
  }
  /// The verbs.
  let registry: CommandRegistry
  /// Where answers go.
  var screen: any Screen
  /// What the session may do.
  var rules: SessionRules
  /// How much one statement may take.
  var limits: Limits { didSet { book.engine.limits = limits } }
  /// Where the user's own files are.
  let folders: UserFolders
  /// The day of the machine.
  private let calendar: () -> CalendarDate
  /// The variables, which are the parameters of every query.
  var variables: [String: Value] = [:]
  /// How the columns of answers to come are written and drawn, by their names.
  var columnStyles: [String: ColumnStyle] = [:]
  /// The statements behind the last command that ran any, which `cypher` shows.
  var lastStatements: [DomainStatement] = []
  /// The statements behind the command at hand, so far.
  var statementsAtHand: [DomainStatement] = []
  /// What the last query answered, which is `$_`.
  var lastAnswer: Answer?
  /// The states of the graph that were named, as sequence numbers.
  var snapshots: [String: Int] = [:]
  /// Where the transaction that `begin` opened begins.
  var transactionStart: ChangeMark?
  /// The names of the graph, ready to be compared.
  var nameFolds = NameFolds()
  /// What the scripts at hand were called with, the innermost last.
  var calls: [ScriptCall] = []
  /// Where answers to questions come from; nil where nobody is there to answer.
  var questioned: (any LineSource)?
  /// Whether the time of each statement is shown.
  var isTimed = false
  /// Whether `quit` was said.
  var isLeaving = false
  /// Whether a book could not be opened or saved.
  var hasBookFailed = false
  /// What the statement at hand changed so far.
  var changes = SideEffects()
  /// What is tried out and taken back; nil where statements are meant.
  var trial: Trial?
  /// The figures that `what-if` last compared with, and what they are of.
  var keptOutlook: (state: GraphState, outlook: Outlook)?

  init(
    book: Book, registry: CommandRegistry, screen: any Screen, rules: SessionRules, folders: UserFolders,
    calendar: @escaping () -> CalendarDate, limits: Limits = Limits()
  ) {
    self.book = book
    self.registry = registry
    self.screen = screen
    self.rules = rules
    self.folders = folders
    self.calendar = calendar
    self.limits = limits
    book.engine.limits = limits
  }

  /// The day that `today` and `$today` mean: the variable of that name where a script sets it, else the machine's.
  var today: CalendarDate {
    if case .date(let day)? = variables["today"] { return day }
    return calendar()
  }

  /// The graph at hand.
  var graph: Graph { book.graph }
  /// What runs queries on it.
  var engine: Engine { book.engine }
  /// Turns values into text.
  var valueText: ValueText { ValueText(graph: graph) }
}
