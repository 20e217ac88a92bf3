import CypherSyntax

extension Binder {
  /// Remarks on labels that no node has had.
  mutating func checkLabels(_ names: [Name]) {
    guard let schema else { return }
    for name in names where !schema.knowsLabel(name.text) {
      warn("no node has the label \(name.text)", name, near: schema.labelNames)
    }
  }

  /// Remarks on types that no relationship has had.
  mutating func checkTypes(_ names: [Name]) {
    guard let schema else { return }
    for name in names where !schema.knowsType(name.text) {
      warn("no relationship has the type \(name.text)", name, near: schema.typeNames)
    }
  }

  /// Remarks on a key that nothing has had.
  mutating func checkKey(_ name: Name) {
    guard let schema, !schema.knowsKey(name.text) else { return }
    warn("nothing has the property \(name.text)", name, near: schema.keyNames)
  }

  /// Keeps quiet about names that the statement writes itself.
  mutating func introduce(_ names: [Name]) {
    guard schema != nil else { return }
    for name in names { introducedNames.insert(name.text) }
  }

  private mutating func warn(_ message: String, _ name: Name, near names: [String]) {
    // One remark on a name is enough, however often it stands there.
    guard !introducedNames.contains(name.text), remarked.insert(message).inserted else { return }
    let hint = didYouMean(name.text, among: names).map { "did you mean \($0)?" }
    warnings.append(BindingWarning(message: message, span: name.span, hint: hint))
  }
}
