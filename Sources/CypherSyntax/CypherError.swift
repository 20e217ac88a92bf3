/// A range of bytes in the source text of a statement.
public struct Span: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  /// Makes a span from its bounds, in UTF-8 bytes.
  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// openCypher's error triple with the place it concerns.
///
/// Source: the openCypher TCK's error notation (type, phase, detail).
public struct CypherError: Error, Sendable, Equatable {
  /// The class of an error, as the TCK names it (`SyntaxError`, `TypeError` …).
  public enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case arithmeticError = "ArithmeticError"
    case entityNotFound = "EntityNotFound"
    case propertyNotFound = "PropertyNotFound"
    case labelNotFound = "LabelNotFound"
    case parameterMissing = "ParameterMissing"
    case procedureError = "ProcedureError"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    case constraintValidationFailed = "ConstraintValidationFailed"
    case externalError = "ExternalError"
    case limitExceeded = "LimitExceeded"
    case interrupted = "Interrupted"
  }

  /// When an error is found.
  public enum Phase: String, Sendable {
    case compileTime = "compile time"
    case runtime = "runtime"
  }

  /// The class of the error.
  public var kind: Kind
  /// When it was found.
  public var phase: Phase
  /// The TCK's detail, such as `UndefinedVariable`.
  public var detail: String
  /// One sentence for the person who typed it, without a final full stop.
  public var message: String
  /// The place in the source, where there is one.
  public var span: Span?
  /// What would help: the allowed, the near name.
  public var hint: String?

  /// Makes an error of its parts.
  public init(
    _ kind: Kind, _ phase: Phase, _ detail: String, _ message: String, at span: Span? = nil,
    hint: String? = nil
  ) {
    self.kind = kind
    self.phase = phase
    self.detail = detail
    self.message = message
    self.span = span
    self.hint = hint
  }
}
