import CypherSyntax
import PropertyGraph

/// How a session works through what a source of lines gives.
extension Session {
  /// How a source ended.
  enum Outcome: Equatable {
    case done
    /// At least one statement failed.
    case failed
    /// Ctrl-C, or nobody reads the output any more.
    case stopped
  }

  /// Runs everything that a source gives, and reports what fails.
  ///
  /// At the prompt a failure ends its line; elsewhere it ends everything, unless the session keeps going.
  ///
  /// - Parameter file: what stands for the source in messages; nil at the prompt.
  func runAll(_ source: any LineSource, file: String?, isPrompt: Bool = false) -> Outcome {
    var blocks = BlockReader(
      StatementReader(source, registry: registry, file: file, blankLineEnds: isPrompt))
    var outcome = Outcome.done
    while !isLeaving {
      if screen.isClosed { return .stopped }
      var hasBegun = false
      if isPrompt { Interruption.forget() }
      do throws(ShellError) {
        switch try blocks.next() {
        case .end: return outcome
        case .interrupted:
          if !isPrompt { throw ShellError(.interrupted) }
        case .node(let node):
          hasBegun = true
          if isPrompt { Interruption.forget() }
          try perform(node)
        }
      } catch {
        if !hasBegun { screen.begin() }
        screen.fail(error)
        if isPrompt {
          blocks.dropLine()
          continue
        }
        if error.fact == .interrupted { return .stopped }
        if !rules.keepsGoing { return .failed }
        outcome = .failed
      }
    }
    return outcome
  }

  /// Runs a statement or a block, and ends its answer.
  private func perform(_ node: ScriptNode) throws(ShellError) {
    screen.begin()
    changes = SideEffects()
    let start = ContinuousClock.now
    try Interruption.guarding(engine) { () throws(ShellError) in try run(node) }
    let elapsed = ContinuousClock.now - start
    screen.end(StatementOutcome(changes: changes, elapsed: elapsed))
    if isTimed { screen.note("time: \(elapsed.words)") }
  }

  /// Runs a statement or a block.
  func run(_ node: ScriptNode) throws(ShellError) {
    if isLeaving { return }
    try Interruption.check()
    switch node {
    case .statement(let statement):
      try execute(statement)
      if trial != nil { try playThroughLosses() }
    case .loop(let head, let body): try loop(head, body)
    case .choice(let branches, let otherwise):
      for branch in branches where try holds(branch.condition) { return try run(branch.body) }
      try run(otherwise)
    case .trial(let statement, let body):
      do throws(ShellError) {
        try showTrial(of: text(of: body)) { () throws(ShellError) in try run(body) }
      } catch {
        throw error.inside(statement)
      }
    }
  }

  /// The first statement of a block, and whether more follow.
  private func text(of body: [ScriptNode]) -> String {
    guard case .statement(let first)? = body.first else { return "…" }
    return first.text + (body.count > 1 ? "\n" : "")
  }

  private func run(_ nodes: [ScriptNode]) throws(ShellError) {
    for node in nodes { try run(node) }
  }

  /// Whether the condition after `if` or `else if` is true; null counts as false.
  private func holds(_ statement: Statement) throws(ShellError) -> Bool {
    do throws(ShellError) {
      let isElse = statement.kind == .command(verb: "else")
      let rest = try Rest(of: statement.text, afterWords: isElse ? 2 : 1, needs: "EXPRESSION")
      switch try rest.evaluated(by: self) {
      case .boolean(let flag): return flag
      case .null: return false
      default: throw .other("the condition is neither true nor false", at: rest.span)
      }
    } catch {
      throw error.inside(statement)
    }
  }

  /// Runs the body once for each row or element; the variable has its old value afterwards.
  private func loop(_ statement: Statement, _ body: [ScriptNode]) throws(ShellError) {
    let name: String
    let values: [Value]
    do throws(ShellError) {
      (name, values) = try LoopHead(statement.text).values(session: self)
    } catch {
      throw error.inside(statement)
    }
    let before = variables[name]
    defer { variables[name] = before }
    for value in values {
      variables[name] = value
      try run(body)
      if isLeaving { return }
    }
  }
}
