import CypherSyntax
import Testing

@testable import CypherEngine

/// Text with the expected place between `‹` and `›`.
struct MarkedText {
  /// The text without the marks.
  var text = ""
  /// The marked bytes.
  var span: Span?

  init(_ marked: String) {
    var start: Int?
    for character in marked {
      switch character {
      case "‹": start = text.utf8.count
      case "›": span = Span(start ?? 0, text.utf8.count)
      default: text.append(character)
      }
    }
  }

  /// The text with a span marked.
  static func mark(_ text: String, _ span: Span?) -> String {
    guard let span, span.end <= text.utf8.count, span.start <= span.end else { return text }
    let bytes = Array(text.utf8)
    return String(decoding: bytes[..<span.start], as: UTF8.self) + "‹"
      + String(decoding: bytes[span.start..<span.end], as: UTF8.self) + "›"
      + String(decoding: bytes[span.end...], as: UTF8.self)
  }
}

/// Procedures given by their signatures.
struct ListedProcedures: ProcedureLookup {
  var signatures: [ProcedureSignature] = []
  var procedureNames: [String] { signatures.map(\.name) }

  func signature(of name: String) -> ProcedureSignature? { signatures.first { $0.name == name } }
}

/// The names of a small graph.
struct ListedNames: SchemaNames {
  var labelNames: [String] = []
  var typeNames: [String] = []
  var keyNames: [String] = []

  func knowsLabel(_ name: String) -> Bool { labelNames.contains(name) }
  func knowsType(_ name: String) -> Bool { typeNames.contains(name) }
  func knowsKey(_ name: String) -> Bool { keyNames.contains(name) }
}

extension ProcedureSignature {
  /// Reads `name(in :: INTEGER?) :: (out :: STRING?)`.
  init?(text: String) {
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")") else { return nil }
    let rest = text[close...]
    guard let outOpen = rest.firstIndex(of: "("), let outClose = rest.lastIndex(of: ")") else { return nil }
    self.init(
      name: String(text[..<open]), inputs: Self.fields(text[text.index(after: open)..<close]),
      outputs: Self.fields(rest[rest.index(after: outOpen)..<outClose]))
  }

  private static func fields(_ text: Substring) -> [Field] {
    text.split(separator: ",").map { field in
      let parts = field.filter { $0 != " " }.split(separator: ":")
      let type = parts.last ?? ""
      return Field(
        name: String(parts.first ?? ""), type: String(type.filter { $0 != "?" }),
        isNullable: type.hasSuffix("?"))
    }
  }
}

/// Parses and binds a statement.
func bind(
  _ text: String, procedures: [String] = [], schema: ListedNames? = nil
) throws(CypherError) -> BoundStatement {
  let query = try Parser.parse(text)
  let lookup = ListedProcedures(signatures: procedures.compactMap { ProcedureSignature(text: $0) })
  return try Binder.bind(query, source: text, procedures: lookup, schema: schema)
}

/// The clauses of a statement's first part.
func clauses(_ text: String) throws(CypherError) -> [BoundClauseKind] {
  try bind(text).query.parts[0].clauses.map(\.kind)
}

/// Expects that a marked statement is refused at the marked place.
@discardableResult
func expectRefused(
  _ marked: String, _ detail: String, kind: CypherError.Kind = .syntaxError, hint: String? = nil,
  procedures: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
) -> CypherError? {
  let text = MarkedText(marked)
  do {
    _ = try bind(text.text, procedures: procedures)
    Issue.record("not refused: \(text.text)", sourceLocation: sourceLocation)
    return nil
  } catch {
    #expect(error.detail == detail, "\(error.message)", sourceLocation: sourceLocation)
    #expect(error.kind == kind, sourceLocation: sourceLocation)
    #expect(error.phase == .compileTime, sourceLocation: sourceLocation)
    #expect(MarkedText.mark(text.text, error.span) == marked, sourceLocation: sourceLocation)
    if let hint { #expect(error.hint == hint, sourceLocation: sourceLocation) }
    return error
  }
}
