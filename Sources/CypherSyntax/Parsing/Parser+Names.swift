/// Names of things.
extension Parser {
  /// Whether the next token can name a variable.
  var isVariable: Bool {
    kind == .word && keyword?.isReserved != true || kind == .quotedName
  }

  /// Whether a token can name a label, a type or a key; there, keywords can too.
  func isSchemaName(_ token: Token) -> Bool { token.kind == .word || token.kind == .quotedName }

  /// Reads a variable.
  mutating func variable(_ what: String = "a variable") throws(CypherError) -> Name {
    guard isVariable else { throw unexpected(what) }
    return takeName()
  }

  /// Reads a label, a type or a key.
  mutating func schemaName(_ what: String) throws(CypherError) -> Name {
    guard isSchemaName(token) else { throw unexpected(what) }
    return takeName()
  }

  /// Reads the next token as a name, whatever it is.
  mutating func takeName() -> Name {
    let name = name(token)
    advance()
    return name
  }

  private func name(_ token: Token) -> Name {
    let range = Int(token.start)..<Int(token.end)
    if token.kind == .quotedName {
      return Name(StringLiteral.unquote(source, range.lowerBound + 1..<range.upperBound - 1), token.span)
    }
    return Name(String(decoding: source[range], as: UTF8.self), token.span)
  }

  /// Reads a qualified name, its parts joined by points.
  mutating func qualifiedName(_ what: String) throws(CypherError) -> Name {
    var name = try schemaName(what)
    while kind == .dot, isSchemaName(ahead(1)) {
      advance()
      let part = takeName()
      name.text += "." + part.text
      name.span.end = part.span.end
    }
    return name
  }

  /// Reads `:A:B`, or nothing.
  mutating func labels() throws(CypherError) -> [Name] {
    var labels: [Name] = []
    while take(.colon) { labels.append(try schemaName("a label")) }
    return labels
  }
}
