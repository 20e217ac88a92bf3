import Persistence
import PropertyGraph

extension ResultFormat {
  /// A list of objects, one a line.
  static let json = ResultFormat("json", "a list of JSON objects", isForPeople: false) {
    answer, context, sink in
    var json = JSONWriter()
    json.beginArray()
    for row in answer.rows {
      json.newline()
      json.object(answer.columns, row, context.values.graph)
      json.pass(to: sink)
    }
    if !answer.rows.isEmpty { json.endLine() }
    json.endArray()
    json.endLine()
    json.pass(to: sink)
  }

  /// An object a line.
  static let jsonLines = ResultFormat("jsonl", "a JSON object a line", isForPeople: false) {
    answer, context, sink in
    var json = JSONWriter()
    for row in answer.rows {
      json.object(answer.columns, row, context.values.graph)
      json.endLine()
      json.pass(to: sink)
      json.reset()
    }
  }
}

extension JSONWriter {
  /// Writes a row as an object.
  fileprivate mutating func object(_ columns: [String], _ row: [Value], _ graph: Graph) {
    beginObject()
    for (column, value) in zip(columns, row) {
      key(column)
      ValueCoding.write(value, graph: graph, into: &self)
    }
    endObject()
  }

  /// Hands on what was written so far.
  fileprivate mutating func pass(to sink: any TextSink) {
    withBytes { sink.write($0) }
    drain()
  }
}
