import CypherSyntax
import PropertyGraph

/// LOAD CSV: one row for each record of a file, as a list of its fields or, with headers, as a map.
struct LoadCSVPlan: Plan {
  let input: any Plan
  let withHeaders: Bool
  let url: Evaluation
  let terminator: Evaluation?
  let slot: Slot
  let keeping: SlotSet
  let details: String

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows * 1000 }
  var name: String { "LoadCSV" }
  var evaluations: [Evaluation] { [url] + [terminator].compactMap { $0 } }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    LoadCSVOperator(self, inputs[0])
  }

  /// Opens the file that a row names.
  fileprivate func open(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> CSVRecords? {
    let span = url.root.span
    guard let opener = context.services.csv else {
      throw CypherError(
        .externalError, .runtime, "FilesNotAllowed", "LOAD CSV is switched off: no file may be read",
        at: span)
    }
    let path: String
    switch try url.value(batch, row: row, context) {
    case .string(let text): path = try Self.path(of: text, at: span)
    case let other:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType", "LOAD CSV wants a path, not \(other.typeName)",
        at: span)
    }
    let separator = try separator(batch, row, context)
    let rows = try locating(span) { () throws(CypherError) in try opener(path, separator) }
    return try CSVRecords(rows, withHeaders: withHeaders, at: span)
  }

  private func separator(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> UInt8 {
    guard let terminator else { return UInt8(ascii: ",") }
    let value = try terminator.value(batch, row: row, context)
    if case .string(let text) = value, text.utf8.count == 1, let byte = text.utf8.first { return byte }
    throw CypherError(
      .argumentError, .runtime, "InvalidArgumentValue",
      "FIELDTERMINATOR is a single ASCII character", at: terminator.root.span)
  }

  /// The path in a URL of the form `file:///path`; anything else without a scheme is a path already.
  private static func path(of text: String, at span: Span) throws(CypherError) -> String {
    if text.hasPrefix("file://") { return String(text.dropFirst(7)) }
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return text }
    throw CypherError(
      .externalError, .runtime, "UnsupportedURL", "LOAD CSV reads files only, not \(text)", at: span)
  }
}

private final class LoadCSVOperator: Operator {
  private let plan: LoadCSVPlan
  private let input: Operator
  private var batch: Batch?
  private var row = 0
  private var records: CSVRecords?

  init(_ plan: LoadCSVPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      try context.check()
      if let batch, let records {
        let values = try records.next(atMost: Batch.usualCount)
        if !values.isEmpty {
          var result = batch.repeated(row: row, count: values.count, keeping: plan.keeping)
          result.columns[plan.slot] = .values(values)
          return result
        }
        self.records = nil
        row += 1
      }
      if batch == nil || row == batch?.count {
        batch = try input.next(context)
        row = 0
      }
      guard let batch else { return nil }
      records = try plan.open(batch, row, context)
    }
  }

  override func reset() {
    batch = nil
    records = nil
    input.reset()
  }
}

/// The records of an open file as values.
private final class CSVRecords {
  private let rows: any CSVRows
  private let headers: [String]?
  private let span: Span

  init(_ rows: any CSVRows, withHeaders: Bool, at span: Span) throws(CypherError) {
    self.rows = rows
    self.span = span
    guard withHeaders else {
      headers = nil
      return
    }
    let first = try locating(span) { () throws(CypherError) in try rows.next() }
    headers = (first ?? []).map { $0 ?? "" }
    if let repeated = headers?.firstRepeated {
      throw CypherError(
        .externalError, .runtime, "RepeatedHeader", "two columns are named \(repeated)", at: span)
    }
  }

  /// The next records; empty at the end.
  func next(atMost limit: Int) throws(CypherError) -> [Value] {
    var values: [Value] = []
    while values.count < limit {
      guard let fields = try locating(span, { () throws(CypherError) in try rows.next() }) else { break }
      values.append(value(of: fields))
    }
    return values
  }

  /// A record: fields that are missing under a header are null, and those beyond the headers have no name.
  private func value(of fields: [String?]) -> Value {
    let values = fields.map { $0.map { Value.string($0) } ?? .null }
    guard let headers else { return .list(values) }
    let missing = repeatElement(Value.null, count: max(headers.count - values.count, 0))
    return .map(
      ValueMap(distinctKeys: headers, values: Array(values.prefix(headers.count)) + missing))
  }
}

extension [String] {
  /// The first name that was there before.
  fileprivate var firstRepeated: String? {
    var seen: Set<String> = []
    return first { !seen.insert($0).inserted }
  }
}

/// Gives an error from outside its place in the statement.
private func locating<Result>(
  _ span: Span, _ body: () throws(CypherError) -> Result
) throws(CypherError) -> Result {
  do {
    return try body()
  } catch {
    var error = error
    error.span = error.span ?? span
    throw error
  }
}
