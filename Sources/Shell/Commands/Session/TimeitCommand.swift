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
      run to warm up is not counted. What the query writes is rolled back after each run. Times are in milliseconds.
      """,
    examples: [Example("timeit 5 MATCH (n) RETURN count(n);", "five runs", after: ["add client Acme"])]
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
    let query = try prepare(text)
    let parameters = parameters(of: text)
    var times: [Double] = []
    var rows = 0
    do throws(CypherError) {
      for run in 0...runs {
        let (elapsed, count) = try timed { () throws(CypherError) in
          try engine.run(query, parameters: parameters).rows.count
        }
        rows = count
        if run > 0 { times.append(elapsed.milliseconds) }
      }
    } catch {
      throw explained(error, in: text)
    }
    times.sort()
    let middle = times.count / 2
    let median = times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
    return Answer(
      columns: ["runs", "rows", "min", "median", "max"],
      rows: [
        [.integer(Int64(runs)), .integer(Int64(rows))]
          + [times[0], median, times[times.count - 1]].map { .float(($0 * 1e6).rounded() / 1e6) }
      ])
  }

  /// Does something and takes its changes back.
  private func timed(_ body: () throws(CypherError) -> Int) throws(CypherError) -> (Duration, Int) {
    let isOutermost = !graph.isInTransaction
    if isOutermost { graph.begin(statement: "timeit") }
    let mark = graph.mark
    defer { if isOutermost { graph.rollback() } else { graph.rollback(to: mark) } }
    let start = ContinuousClock.now
    let count = try body()
    return (ContinuousClock.now - start, count)
  }
}
