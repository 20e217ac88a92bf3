import CypherSyntax

/// The regular expressions of one run, each read once.
final class RegexCache {
  /// Patterns may come from data: beyond this many all are forgotten.
  private static let most = 100

  private var matchers: [String: RegexMatcher] = [:]

  /// Whether the whole of a text matches a pattern: `=~`.
  ///
  /// - Parameter check: is called now and then on long ways; what it throws stops the search.
  func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ pattern: String, at span: Span,
    check: () throws(CypherError) -> Void
  ) throws(CypherError) -> Bool {
    if let index = matchers.index(forKey: pattern) {
      return try matchers.values[index].matches(text, check: check)
    }
    var matcher = RegexMatcher(try read(pattern, span))
    if matchers.count >= Self.most { matchers.removeAll() }
    defer { matchers[pattern] = matcher }
    return try matcher.matches(text, check: check)
  }

  private func read(_ pattern: String, _ span: Span) throws(CypherError) -> RegularExpression {
    do { return try RegularExpression(pattern) } catch {
      throw CypherError(
        .argumentError, .runtime, "InvalidArgumentValue",
        "the regular expression is wrong at character \(error.position + 1): \(error.message)", at: span)
    }
  }
}
