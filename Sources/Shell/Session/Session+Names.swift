import CypherSyntax
import KeyAccounts
import PropertyGraph

/// How names lead to nodes.
extension Session {
  /// The most candidates that a message names.
  private static let candidateLimit = 10

  /// Finds the node of a name among kinds: exactly, then whatever the case, then by a unique
  /// beginning; one that only another of its words begins is offered to the person at the prompt.
  ///
  /// Where several bear the name the person at the prompt is asked.
  /// - Throws: a name that nobody bears, with near ones; in a script, one that several bear.
  func find(_ name: String, _ kinds: [ThingKind], at span: Span) throws(ShellError) -> NodeReference {
    if name.lowercased() == Self.ownName, kinds == [.person], let own = try ownName(at: span) {
      return try find(own, kinds, at: span)
    }
    let labels = kinds.flatMap { $0 == .anything ? ThingKind.fundamental : [$0] }.compactMap(\.label)
    let finder = NameFinder(graph, nameFolds)
    let matches = finder.matches(name, labels: labels)
    let noun = kinds.map(\.noun).joined(separator: " or ")
    guard let first = matches.first else {
      // A family name is a guess, and somebody has to confirm it.
      let guesses = finder.matches(byWord: name, labels: labels).prefix(Self.candidateLimit)
      if !guesses.isEmpty, let chosen = choose(among: guesses.map(described), noun: noun) {
        return reference(guesses[chosen])
      }
      let names = guesses.prefix(3).map(\.name)
      let near = names.isEmpty ? finder.near(name, labels: labels) : names
      throw ShellError(.unknownName(noun: noun, name, near: near, add: kinds.first?.addVerb), at: span)
    }
    if matches.count == 1 { return reference(first) }
    let candidates = matches.prefix(Self.candidateLimit).map(described)
    if let chosen = choose(among: candidates, noun: noun) { return reference(matches[chosen]) }
    let more = matches.count - candidates.count
    throw ShellError(
      .ambiguousName(noun: noun, name, candidates: candidates + (more > 0 ? ["\(more) more"] : [])), at: span)
  }

  /// How the person at work is called.
  private static let ownName = "me"

  /// The name of the person at work, by the variable `me`; nil where somebody bears that name.
  ///
  /// - Throws: a variable that nobody has set.
  private func ownName(at span: Span) throws(ShellError) -> String? {
    if NameFinder(graph, nameFolds).matches(Self.ownName, labels: ["Person"]).contains(where: {
      $0.name.lowercased() == Self.ownName
    }) {
      return nil
    }
    guard case .string(let name)? = variables[Self.ownName], name.lowercased() != Self.ownName else {
      throw .other(
        "nobody has said who 'me' is",
        hint: "let me = \"Olga Petrova\"; in the start-up script it is said for good",
        at: span)
    }
    return name
  }

  private func reference(_ match: NameFinder.Match) -> NodeReference {
    let sameName = NameFinder(graph, nameFolds).matches(match.name, labels: [match.label])
    return NodeReference(
      label: match.label, name: match.name, node: match.node,
      isUnique: sameName.count { $0.name == match.name } == 1)
  }

  /// A candidate with what tells it from others of its name: its employer, else its number.
  private func described(_ match: NameFinder.Match) -> String {
    let name = graph.key("name")
    var nodes: [UInt32] = []
    var relationships: [UInt32] = []
    if let type = graph.type("WORKS_AT") {
      graph.appendNeighbours(
        of: match.node.rawValue, type, .outgoing, nodes: &nodes, relationships: &relationships)
    }
    if let name, let employer = nodes.last,
      case .string(let company) = graph.value(name, of: NodeID(employer))
    {
      return "\(match.name) (\(company))"
    }
    return "\(match.name) (\(match.label.lowercased()))"
  }

  /// Asks which of several is meant; nil where nobody is there to say.
  private func choose(among candidates: [String], noun: String) -> Int? {
    guard questioned != nil else { return nil }
    for (index, candidate) in candidates.enumerated() { say("\(index + 1)  \(candidate)") }
    screen.flush()
    guard let answer = ask("which \(noun)? "), let number = Int(answer),
      candidates.indices.contains(number - 1)
    else { return nil }
    return number - 1
  }
}
