import CypherSyntax
import KeyAccounts
import PropertyGraph

/// Finds nodes by their names.
struct NameFinder {
  private let graph: Graph
  private let folds: NameFolds

  init(_ graph: Graph, _ folds: NameFolds) {
    self.graph = graph
    self.folds = folds
  }

  /// A node that bears a name, or one that begins so.
  struct Match: Equatable {
    let node: NodeID
    let name: String
    let label: String
  }

  /// The nodes of the labels that bear a name: exactly; else whatever the case and the composition of letters; else
  /// those whose name begins so.
  ///
  /// - Complexity: a look-up where an index is on the names, else one pass over their codes.
  func matches(_ name: String, labels: [String]) -> [Match] {
    let exact = self.exact(name, labels)
    if !exact.isEmpty { return exact }
    let wanted = NameFolds.fold(name)
    let folded = scan(labels) { folds.of($0, in: graph.texts) == wanted }
    if !folded.isEmpty || wanted.isEmpty { return folded }
    return scan(labels) { folds.of($0, in: graph.texts).starts(with: wanted) }
  }

  /// The nodes of the labels in whose name another word than the first begins so: those of a family name.
  func matches(byWord text: String, labels: [String]) -> [Match] {
    let prefix = NamePrefix(text)
    guard !prefix.isEmpty else { return [] }
    return scan(labels) { code in graph.texts.withBytes(code, prefix.beginsWord) }
  }

  /// The names of the labels that a misspelt one may have meant, at most three.
  func near(_ name: String, labels: [String]) -> [String] {
    var names: Set<String> = []
    _ = scan(labels) { code in
      names.insert(graph.texts.string(code))
      return false
    }
    return NearNames.of(name, among: names.sorted())
  }

  private func exact(_ name: String, _ labels: [String]) -> [Match] {
    // A text that the graph has never seen is nobody's name.
    guard let code = graph.texts.code(of: name), let key = graph.key("name") else { return [] }
    var found: [Match] = []
    for label in labels {
      guard let id = graph.label(label) else { continue }
      if let index = graph.index(label: id, key: key) {
        found += index.nodes(equalTo: .string(name)).map { Match(node: NodeID($0), name: name, label: label) }
      } else {
        found += scan([label]) { $0 == code }
      }
    }
    return unique(found)
  }

  /// The nodes of the labels whose name has a code that passes, in order of their ids.
  private func scan(_ labels: [String], _ passes: (UInt32) -> Bool) -> [Match] {
    guard let key = graph.key("name") else { return [] }
    var found: [Match] = []
    for label in labels {
      guard let id = graph.label(label) else { continue }
      var cursor = NodeCursor(graph, label: id)
      var nodes: [UInt32] = []
      while cursor.next(into: &nodes, atMost: 4096) {
        if case .texts(let codes, let heap) = graph.gather(key, ofNodes: nodes) {
          for (node, code) in zip(nodes, codes) where code != TextHeap.none && passes(code) {
            found.append(Match(node: NodeID(node), name: heap.string(code), label: label))
          }
        } else {
          found += mixed(nodes, key, label, passes)
        }
        nodes.removeAll(keepingCapacity: true)
      }
    }
    return unique(found)
  }

  /// The same where names are not all texts.
  private func mixed(_ nodes: [UInt32], _ key: KeyID, _ label: String, _ passes: (UInt32) -> Bool) -> [Match]
  {
    nodes.compactMap { node in
      guard case .string(let name) = graph.value(key, of: NodeID(node)),
        let code = graph.texts.code(of: name),
        passes(code)
      else { return nil }
      return Match(node: NodeID(node), name: name, label: label)
    }
  }

  /// A node that carries several of the labels counts once.
  private func unique(_ matches: [Match]) -> [Match] {
    var seen: Set<NodeID> = []
    return matches.filter { seen.insert($0.node).inserted }
  }
}
