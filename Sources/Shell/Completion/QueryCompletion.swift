import CypherEngine
import CypherSyntax
import KeyAccounts
import PropertyGraph

/// What could stand at the end of a query or an expression: by the tokens before it, not by a parse, since what is
/// being typed does not parse yet.
struct QueryCompletion {
  private let completer: Completer
  private let source: QuerySource
  private let model: ModelNames

  /// Takes a text up to the cursor, in which the query begins at a place.
  init(_ completer: Completer, _ bytes: [UInt8], from start: Int = 0) {
    self.completer = completer
    source = QuerySource(bytes, from: start)
    model = ModelNames(completer.graph)
  }

  /// What could stand there.
  func candidates() -> [Candidate] {
    if source.isInComment { return [] }
    if source.typed?.kind == .unclosedString { return texts() }
    let last = source.tokens.count - 1
    switch source.tokens.last?.kind {
    case .colon: return isMapValue(last) ? expression() : symbols(ofRelationship: isInRelationship(last))
    case .bar where isBetweenTypes(last): return symbols(ofRelationship: isInRelationship(last))
    case .dot: return afterDot(last)
    case .dollar: return parameters()
    case .leftBrace, .comma:
      if let keys = patternKeys(last) { return keys }
    default: break
    }
    if source.tokens.last?.keyword == .call { return procedures(beginning: typedName) }
    return expression()
  }

  /// The name that is being typed, without its open back quote.
  private var typedName: String {
    guard let typed = source.typed else { return "" }
    let text = source.text(typed)
    return typed.kind == .unclosedName ? String(text.dropFirst()) : text
  }

  private var typedStart: Int { source.typed.map { Int($0.start) } ?? source.end }

  private func begun(_ name: String) -> Bool { name.lowercased().hasPrefix(typedName.lowercased()) }

  // MARK: Names of the graph

  /// Whether a colon at an index stands in a map: `{key: …}`.
  private func isMapValue(_ colon: Int) -> Bool {
    source.openBracket(before: colon).map { source.tokens[$0].kind == .leftBrace } ?? false
  }

  private func isInRelationship(_ index: Int) -> Bool {
    source.openBracket(before: index).map { source.tokens[$0].kind == .leftBracket } ?? false
  }

  /// Whether a bar at an index stands behind a label or a type, not in a comprehension.
  private func isBetweenTypes(_ bar: Int) -> Bool {
    bar >= 2 && source.name(bar - 1) != nil && [.colon, .bar].contains(source.tokens[bar - 2].kind)
  }

  private func symbols(ofRelationship: Bool) -> [Candidate] {
    (ofRelationship ? model.types : model.labels).filter { begun($0.name) }.map {
      Candidate(
        CypherKeywords.quoted($0.name), from: typedStart, label: $0.name, $0.summary, suffix: "")
    }
  }

  /// The keys of what stands before a dot, or functions with a dot in their name.
  private func afterDot(_ dot: Int) -> [Candidate] {
    guard let owner = source.name(dot - 1) else { return keys(of: [], suffix: "") }
    if let labels = QueryVariables(source).labels[owner] { return keys(of: labels, suffix: "") }
    let start = dottedStart(dot)
    let path = (start...dot).map { source.text(source.tokens[$0]) }.joined() + typedName
    let place = Int(source.tokens[start].start)
    if start > 0, source.tokens[start - 1].keyword == .call {
      return procedures(beginning: path, from: place)
    }
    let functions = functions(beginning: path, from: place)
    return functions.isEmpty ? keys(of: [], suffix: "") : functions
  }

  /// Where a name with dots begins that ends at an index.
  private func dottedStart(_ dot: Int) -> Int {
    var start = dot
    while start > 0, [.word, .dot].contains(source.tokens[start - 1].kind),
      source.tokens[start - 1].kind != source.tokens[start].kind
    {
      start -= 1
    }
    return start
  }

  /// The keys of a pattern, where a brace or a comma at an index stands in one; nil elsewhere.
  private func patternKeys(_ index: Int) -> [Candidate]? {
    let brace = source.tokens[index].kind == .leftBrace ? index : source.openBracket(before: index)
    guard let brace, source.tokens[brace].kind == .leftBrace, let labels = patternLabels(before: brace)
    else { return nil }
    return keys(of: labels, suffix: ": ")
  }

  /// The labels or types of the pattern whose map begins at an index; nil where it begins none.
  private func patternLabels(before brace: Int) -> Set<String>? {
    guard let bracket = source.openBracket(before: brace), source.tokens[bracket].kind != .leftBrace else {
      return nil
    }
    let hasName = source.name(bracket + 1) != nil
    var labels = source.labels(from: bracket + (hasName ? 2 : 1))
    if labels.isEmpty, let name = source.name(bracket + 1) {
      labels = QueryVariables(source).labels[name] ?? []
    }
    return labels
  }

  private func keys(of labels: Set<String>, suffix: String) -> [Candidate] {
    model.keys(of: labels).filter { begun($0.name) }.map {
      Candidate(
        CypherKeywords.quoted($0.name), from: typedStart, label: $0.name, $0.summary, suffix: suffix)
    }
  }

  // MARK: Expressions

  private func expression() -> [Candidate] {
    let variables = QueryVariables(source).labels.sorted { $0.key < $1.key }.filter { begun($0.key) }.map {
      Candidate(
        CypherKeywords.quoted($0.key), from: typedStart, label: $0.key,
        $0.value.sorted().joined(separator: ", "),
        suffix: "")
    }
    // Somebody who has typed nothing yet wants to be reminded of names, not to read the whole grammar.
    if typedName.isEmpty { return variables }
    let keywords = CypherKeywords.all.filter(begun).map { Candidate($0, from: typedStart, "keyword") }
    return variables + keywords + functions(beginning: typedName, from: typedStart)
  }

  private func functions(beginning text: String, from start: Int) -> [Candidate] {
    FunctionListing.all.filter { $0.name.lowercased().hasPrefix(text.lowercased()) }.map {
      Candidate("\($0.name)(", from: start, $0.summary, suffix: "")
    }
  }

  private func procedures(beginning text: String, from start: Int? = nil) -> [Candidate] {
    completer.procedures.all.filter { $0.signature.name.lowercased().hasPrefix(text.lowercased()) }.map {
      Candidate("\($0.signature.name)(", from: start ?? typedStart, $0.summary, suffix: "")
    }
  }

  private func parameters() -> [Candidate] {
    completer.variables.keys.sorted().filter(begun).map {
      Candidate(CypherKeywords.quoted($0), from: typedStart, label: $0, "variable", suffix: "")
    }
  }

  // MARK: Texts

  /// What a text in quotes may be about to say: a name of the graph, a value of an enumeration.
  private func texts() -> [Candidate] {
    guard let typed = source.typed, let (key, labels) = comparedKey() else { return [] }
    let quote = source.text(typed).prefix(1)
    let text = String(source.text(typed).dropFirst())
    let values: [(String, String)]
    if key == "name" {
      let named = labels.isEmpty ? ThingKind.fundamental.compactMap(\.label) : labels.sorted()
      values = NameCandidates(completer.graph).names(beginning: text, labels: named).map {
        ($0.name, $0.summary)
      }
    } else {
      values = model.values(of: key, labels).filter { $0.lowercased().hasPrefix(text.lowercased()) }.map {
        ($0, "")
      }
    }
    return values.map { value, summary in
      var literal = String(quote)
      for character in value {
        if character == "\\" || String(character) == quote { literal += "\\" }
        literal.append(character)
      }
      return Candidate(literal + quote, from: Int(typed.start), label: value, summary, suffix: "")
    }
  }

  /// The key that a text is compared with: `{key: '…`, `variable.key = '…`, `variable.key IN ['…`.
  private func comparedKey() -> (key: String, labels: Set<String>)? {
    var index = source.tokens.count - 1
    guard index >= 1 else { return nil }
    if source.tokens[index].kind == .colon, let key = source.name(index - 1),
      let brace = source.openBracket(before: index), let labels = patternLabels(before: brace)
    {
      return (key, labels)
    }
    if let bracket = source.openBracket(before: index + 1), source.tokens[bracket].kind == .leftBracket {
      index = bracket - 1
    }
    // STARTS WITH is two words.
    if index >= 1, source.tokens[index].keyword == .with { index -= 1 }
    guard index >= 3, source.tokens[index - 2].kind == .dot, let key = source.name(index - 1) else {
      return nil
    }
    return (key, source.name(index - 3).flatMap { QueryVariables(source).labels[$0] } ?? [])
  }
}
