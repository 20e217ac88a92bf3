public import CypherSyntax

/// How much one statement may take before it is stopped with LimitExceeded; nil stands for no limit.
public struct Limits: Sendable, Hashable {
  /// The longest time.
  public var time: Duration?
  /// The most memory that intermediate results may hold, in bytes, as estimated.
  public var memory: Int?
  /// The most rows that an operator may hold back, and that a result may have.
  public var rows: Int?
  /// The longest text, in bytes.
  public var textLength: Int
  /// The deepest nesting of expressions and subqueries.
  public var depth: Int

  /// Makes limits; without arguments nothing but the text is limited.
  public init(
    time: Duration? = nil, memory: Int? = nil, rows: Int? = nil,
    textLength: Int = SyntaxLimits().textLength, depth: Int = SyntaxLimits().depth
  ) {
    self.time = time
    self.memory = memory
    self.rows = rows
    self.textLength = textLength
    self.depth = depth
  }

  /// What the parser has to know.
  var syntax: SyntaxLimits { SyntaxLimits(textLength: textLength, depth: depth) }
}
