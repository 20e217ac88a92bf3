import KeyAccounts
import PropertyGraph

/// The labels, types and keys that a query may name: the model's with what they mean, then others of the graph.
struct ModelNames {
  private let graph: Graph

  init(_ graph: Graph) { self.graph = graph }

  /// Every label.
  var labels: [(name: String, summary: String)] {
    named(
      KeyAccountModel.entities.map { ($0.label, $0.summary) }
        + KeyAccountModel.companyKinds.map { ($0, "company") },
      and: graph.labelNames)
  }

  /// Every type of relationship.
  var types: [(name: String, summary: String)] {
    named(KeyAccountModel.relationships.map { ($0.type, $0.summary) }, and: graph.typeNames)
  }

  /// The keys of the labels or types; every key where the model knows none of them.
  func keys(of labels: Set<String>) -> [(name: String, summary: String)] {
    let known = properties(of: labels)
    if !known.isEmpty { return named(known.map { ($0.name, $0.summary) }, and: []) }
    return named(allProperties.map { ($0.name, $0.summary) }, and: graph.keyNames)
  }

  /// The values that a key may have by the model.
  func values(of key: String, _ labels: Set<String>) -> [String] {
    let known = properties(of: labels)
    for property in known.isEmpty ? allProperties : known where property.name == key {
      if case .enumeration(let values) = property.kind { return values }
    }
    return []
  }

  private func properties(of labels: Set<String>) -> [PropertyDefinition] {
    labels.sorted().flatMap { label in
      let label = KeyAccountModel.companyKinds.contains(label) ? "Company" : label
      return KeyAccountModel.entity(label)?.properties ?? KeyAccountModel.relationship(label)?.properties
        ?? []
    }
  }

  private var allProperties: [PropertyDefinition] {
    KeyAccountModel.entities.flatMap(\.properties) + KeyAccountModel.relationships.flatMap(\.properties)
  }

  /// Each name once, sorted; the first summary stands.
  private func named(_ known: [(String, String)], and others: [String]) -> [(name: String, summary: String)] {
    var summaries: [String: String] = [:]
    for (name, summary) in known + others.map({ ($0, "") }) where summaries[name] == nil {
      summaries[name] = summary
    }
    return summaries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
