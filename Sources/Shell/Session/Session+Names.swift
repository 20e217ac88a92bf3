import CypherSyntax
import KeyAccounts
import PropertyGraph

/// How names lead to nodes.
extension Session {
  /// Finds the node of a name among kinds: exactly, then whatever the case, then by a unique beginning.
  ///
  /// - Throws: a name that nobody bears, with near ones; at a script, one that several bear.
  func find(_ name: String, _ kinds: [ThingKind], at span: Span) throws(ShellError) -> NodeReference {
    let noun = kinds.map(\.noun).joined(separator: " or ")
    for condition in ["= $name", "=~ $name"] {
      for kind in kinds.flatMap({ $0 == .anything ? ThingKind.fundamental : [$0] }) {
        guard let label = kind.label else { continue }
        let text = "MATCH (n:\(label)) WHERE n.name \(condition) RETURN id(n), n.name LIMIT 2"
        do throws(CypherError) {
          let rows = try engine.run(text, parameters: ["name": .string(name)]).rows
          if case .integer(let id)? = rows.first?.first, let raw = UInt32(exactly: id) {
            return NodeReference(label: label, name: name, node: NodeID(raw), isUnique: rows.count == 1)
          }
        } catch {
          throw ShellError(error)
        }
      }
    }
    throw ShellError(.unknownName(noun: noun, name, near: [], add: kinds.first?.addVerb), at: span)
  }
}
