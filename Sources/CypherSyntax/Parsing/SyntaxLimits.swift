/// How much the parser takes on before it gives up with a clear error.
public struct SyntaxLimits: Sendable, Hashable {
  /// The longest text, in bytes.
  public var textLength: Int
  /// The deepest nesting of expressions and subqueries; the height of the tree never exceeds it.
  ///
  /// The default leaves room on a stack of 8 MB for the passes after the parser too, in debug builds.
  public var depth: Int

  /// The most clauses and pattern parts that one query may have: each is a step that draws on the one before.
  public var steps: Int
  /// The most nodes of the pattern of one MATCH: planning takes time with the third power of them.
  public var patternNodes: Int

  /// Makes limits.
  public init(textLength: Int = 16 << 20, depth: Int = 250, steps: Int = 1000, patternNodes: Int = 200) {
    self.textLength = textLength
    self.depth = depth
    self.steps = steps
    self.patternNodes = patternNodes
  }
}
