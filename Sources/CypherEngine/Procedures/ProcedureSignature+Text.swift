public import CypherSyntax

extension ProcedureSignature {
  /// Reads `name(in :: INTEGER?) :: (out :: STRING?)`; `VOID` or nothing stands for no outputs.
  ///
  /// - Throws: SyntaxError where the text is not a signature.
  public init(parsing text: String) throws(CypherError) {
    let failure = CypherError(
      .syntaxError, .compileTime, "UnexpectedSyntax", "this is no procedure signature: \(text)",
      hint: "name(input :: TYPE?) :: (output :: TYPE?)")
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close
    else { throw failure }
    let name = text[..<open].trimmed
    guard !name.isEmpty, let inputs = Self.fields(text[text.index(after: open)..<close]) else {
      throw failure
    }
    self.init(name: String(name), inputs: inputs, outputs: [])
    var rest = text[text.index(after: close)...].trimmed
    if rest.isEmpty { return }
    guard rest.hasPrefix("::") else { throw failure }
    rest = rest.dropFirst(2).trimmed
    if rest == "VOID" { return }
    guard rest.first == "(", rest.last == ")", let outputs = Self.fields(rest.dropFirst().dropLast())
    else { throw failure }
    self.outputs = outputs
  }

  /// Reads `name :: TYPE?` separated by commas; nil where a field is not of that form.
  private static func fields(_ text: Substring) -> [Field]? {
    if text.trimmed.isEmpty { return [] }
    var fields: [Field] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let colon = part.firstIndex(of: ":"), part[colon...].hasPrefix("::") else { return nil }
      let name = part[..<colon].trimmed
      var type = part[colon...].dropFirst(2).trimmed
      let isNullable = type.last == "?"
      if isNullable { type = type.dropLast() }
      guard !name.isEmpty, !type.isEmpty else { return nil }
      fields.append(Field(name: String(name), type: String(type), isNullable: isNullable))
    }
    return fields
  }

  /// The signature as it is written.
  public var text: String {
    func list(_ fields: [Field]) -> String {
      fields.map { "\($0.name) :: \($0.type)\($0.isNullable ? "?" : "")" }.joined(separator: ", ")
    }
    return "\(name)(\(list(inputs))) :: (\(list(outputs)))"
  }
}

extension Substring {
  /// Without spaces at both ends.
  fileprivate var trimmed: Substring {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " })
    else { return "" }
    return self[first...last]
  }
}
