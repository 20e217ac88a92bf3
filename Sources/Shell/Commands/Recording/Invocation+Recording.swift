import CypherSyntax
import KeyAccounts
import PropertyGraph

extension Invocation {
  /// The interval that the prepositions give: `from` or `since`, `to` or `until` as dates.
  var interval: Recording.Properties {
    var result: Recording.Properties = []
    if let from = date(.from) ?? date(.since) { result.append(("from", from)) }
    if let to = date(.to) ?? date(.until) { result.append(("to", to)) }
    return result
  }

  /// The date after a preposition; nil where it leads in something else.
  func date(_ word: Preposition.Word) -> Value? {
    if case .date? = value(word) { value(word) } else { nil }
  }

  /// Refuses a bond of a person with the same person.
  func refuseSelf(
    _ a: NodeReference, _ b: NodeReference, _ word: Preposition.Word
  ) throws(ShellError) {
    guard a.node == b.node else { return }
    throw ShellError.other(
      "'\(command.name)' needs two different people, and both are \(a.name)", at: span(word))
  }

  /// The keys and values of the line, without those that are empty.
  var given: Recording.Properties { properties.filter { !$0.value.isNull } }

  /// Where a key stands.
  func keySpan(_ key: String) -> Span {
    for (index, property) in properties.enumerated() where property.key == key { return propertySpans[index] }
    return span
  }
}
