import CypherEngine
import CypherSyntax
import PropertyGraph

extension Command {
  /// `timeit [RUNS] QUERY`.
  static let timeit = Command(
    "timeit", "measure a query: prepared once, run several times", in: .session,
    forms: [Form(subject: Slot(.raw, "[RUNS] QUERY"))], query: .afterVerb,
    details: """
      Parsing, planning and showing are left out: each run begins with the prepared query and ends with its last row. One
      run to warm up is not counted. What the query writes is rolled back after each run. A query that uses $run, the
      number of the run, meets the graph as the run before left it: each run is committed, which counts as well, and all
      are taken back at the end. Times are in milliseconds.
      """,
    examples: [
      Example("timeit 5 MATCH (n) RETURN count(n);", "five runs", after: ["add client Acme"]),
      Example("timeit 1000 CREATE (:Item {number: $run});", "a thousand commits"),
    ]
  ) { call, session throws(ShellError) in
    let rest = try call.rest()
    let digits = rest.text.prefix { ("0"..."9").contains($0) }
    let runs = digits.isEmpty ? 7 : Int(digits) ?? 0
    guard (1...1_000_000).contains(runs) else {
      throw ShellError(.badValue(place: "RUNS", String(digits), expected: "from 1 to 1000000"), at: rest.span)
    }
    let query = try Rest(Array(rest.text.utf8), from: digits.utf8.count, needs: "QUERY")
    do throws(ShellError) {
      session.show(try session.measured(query.text, runs: runs))
    } catch {
      throw error.moved(by: rest.span.start + query.span.start)
    }
  }
}

extension Session {
  /// The times of a query's runs in milliseconds: least, median, greatest.
  fileprivate func measured(_ text: String, runs: Int) throws(ShellError) -> Answer {
    let before = variables["run"]
    defer { variables["run"] = before }
    variables["run"] = .integer(0)
    let query = try prepare(text)
    let goesOn = query.parameters.contains("run") && !graph.isInTransaction
    var parameters = try given(query, in: text)
    var times: [Double] = []
    var rows = 0
    func measure() throws(CypherError) {
      for run in 0...runs {
        parameters["run"] = .integer(Int64(run))
        let body = { () throws(CypherError) in try self.engine.run(query, with: parameters).rows.count }
        let (elapsed, count) = goesOn ? try timed(body) : try rolledBack(body)
        rows = count
        if run > 0 { times.append(elapsed.milliseconds) }
      }
    }
    do throws(CypherError) {
      if goesOn { try graph.takingBack(measure) } else { try measure() }
    } catch {
      throw explained(error, in: text)
    }
    return Self.summary(times.sorted(), rows)
  }

  private func given(_ query: PreparedQuery, in text: String) throws(ShellError) -> GivenParameters {
    do throws(CypherError) { return try query.given(parameters(of: query)) } catch {
      throw explained(error, in: text)
    }
  }

  private static func summary(_ times: [Double], _ rows: Int) -> Answer {
    let middle = times.count / 2
    let median = times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
    let mean = times.reduce(0, +) / Double(times.count)
    return Answer(
      columns: ["runs", "rows", "min", "median", "mean", "max"],
      rows: [
        [.integer(Int64(times.count)), .integer(Int64(rows))]
          + [times[0], median, mean, times[times.count - 1]].map { .float(($0 * 1e6).rounded() / 1e6) }
      ])
  }

  private func timed(_ body: () throws(CypherError) -> Int) throws(CypherError) -> (Duration, Int) {
    let start = ContinuousClock.now
    let count = try body()
    return (ContinuousClock.now - start, count)
  }

  /// Does something and takes its changes back.
  private func rolledBack(_ body: () throws(CypherError) -> Int) throws(CypherError) -> (Duration, Int) {
    let isOutermost = !graph.isInTransaction
    if isOutermost { graph.begin(statement: "timeit") }
    let mark = graph.savepoint()
    defer { if isOutermost { graph.rollback() } else { graph.rollback(to: mark) } }
    return try timed(body)
  }
}
