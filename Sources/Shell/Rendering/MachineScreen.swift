import CypherEngine
import CypherSyntax
import Persistence
import PropertyGraph

/// Answers each statement with one line of JSON, at once.
///
/// `columns` and `rows` are the first table; where a command answers with several, `answers` holds all of them with
/// their titles. What a statement says in words is in `text`.
final class MachineScreen: Screen {
  /// Has no effect: programs are answered in JSON.
  var format = ResultFormat.json
  private let output: any TextSink
  /// The number of the statement at hand, from 1.
  private var number = 0
  private var answers: [(answer: Answer, graph: Graph)] = []
  private var texts: [String] = []
  private var warnings: [QueryWarning] = []

  init(output: any TextSink) { self.output = output }

  var isClosed: Bool { output.isClosed }
  var columns: Int? { nil }

  func begin() {
    number += 1
    answers = []
    texts = []
    warnings = []
  }

  func show(_ answer: Answer, of graph: Graph) { answers.append((answer, graph)) }
  func say(_ text: String) { texts.append(text) }
  func note(_ text: String) {}
  func remark(_ text: String) { texts.append(text) }
  func warn(_ warning: QueryWarning) { warnings.append(warning) }
  func flush() { output.flush() }

  func end(_ outcome: StatementOutcome) {
    line { json in
      let first = answers.first
      json.key("columns")
      json.texts(first?.answer.columns ?? [])
      json.key("rows")
      json.rows(first?.answer.rows ?? [], first?.graph)
      if answers.count > 1 { writeAnswers(into: &json) }
      if let plan = first?.answer.plan {
        json.key("plan")
        json.plan(plan)
      }
      if !texts.isEmpty {
        json.key("text")
        json.texts(texts)
      }
      if !warnings.isEmpty { writeWarnings(into: &json) }
      json.key("changes")
      json.beginObject()
      for (name, count) in outcome.changes.named {
        json.key(name)
        json.integer(Int64(count))
      }
      json.endObject()
      json.key("elapsedMs")
      json.float((outcome.elapsed.milliseconds * 1000).rounded() / 1000)
    }
  }

  func fail(_ error: ShellError) {
    line { json in
      json.key("error")
      json.beginObject()
      let triple = error.triple
      for (key, text) in [
        ("type", triple.type), ("phase", triple.phase), ("detail", triple.detail), ("message", error.message),
      ] {
        json.key(key)
        json.string(text)
      }
      if let place = ErrorPlace(error) { json.place(place) }
      if let hint = error.hint {
        json.key("hint")
        json.string(hint)
      }
      json.endObject()
    }
  }

  private func line(_ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.beginObject()
    json.key("statement")
    json.integer(Int64(number))
    body(&json)
    json.endObject()
    json.endLine()
    json.withBytes { output.write($0) }
    output.flush()
  }

  private func writeAnswers(into json: inout JSONWriter) {
    json.key("answers")
    json.beginArray()
    for (answer, graph) in answers {
      json.beginObject()
      if let title = answer.title {
        json.key("title")
        json.string(title)
      }
      json.key("columns")
      json.texts(answer.columns)
      json.key("rows")
      json.rows(answer.rows, graph)
      json.endObject()
    }
    json.endArray()
  }

  private func writeWarnings(into json: inout JSONWriter) {
    json.key("warnings")
    json.texts(
      warnings.map { warning in warning.hint.map { "\(warning.message); \($0)" } ?? warning.message })
  }
}

extension JSONWriter {
  fileprivate mutating func texts(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  fileprivate mutating func rows(_ rows: [[Value]], _ graph: Graph?) {
    beginArray()
    if let graph {
      for row in rows {
        beginArray()
        for value in row { ValueCoding.write(value, graph: graph, into: &self) }
        endArray()
      }
    }
    endArray()
  }

  /// Writes where an error is: in the statement, and where the statement is part of a script, in its file.
  fileprivate mutating func place(_ place: ErrorPlace) {
    key("line")
    integer(Int64(place.statementLine))
    key("column")
    integer(Int64(place.statementColumn))
    if let file = place.file {
      key("source")
      string("\(file):\(place.line):\(place.column)")
    }
  }

  /// Writes a plan as a tree of objects.
  fileprivate mutating func plan(_ plan: PlanDescription) {
    beginObject()
    key("name")
    string(plan.name)
    key("details")
    string(plan.details)
    key("estimatedRows")
    if plan.estimatedRows.isFinite { float(plan.estimatedRows) } else { null() }
    if let rows = plan.rows {
      key("rows")
      integer(Int64(rows))
    }
    if let time = plan.time {
      key("ms")
      float(time.milliseconds)
    }
    key("inputs")
    beginArray()
    for input in plan.inputs { self.plan(input) }
    endArray()
    endObject()
  }
}
