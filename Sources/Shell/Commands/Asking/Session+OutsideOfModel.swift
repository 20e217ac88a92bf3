import CypherSyntax
import KeyAccounts
import PropertyGraph

/// What queries and imports may write and the model does not know.
extension Session {
  /// Labels, types and properties outside of the model, as findings: each with how often it is there and what may have
  /// been meant.
  ///
  /// - Complexity: the graph is passed over for what is found; what is not there is told by the columns.
  func outsideOfModel() throws(ShellError) -> [[Value]] {
    let labels = KeyAccountModel.entities.map(\.label) + KeyAccountModel.companyKinds
    var findings: [[Value]] = []
    for name in graph.labelNames where !labels.contains(name) {
      let count = graph.label(name).map { graph.count(label: $0) } ?? 0
      if count > 0 { findings.append(finding("label", name, counted(count, "node"), near: labels)) }
    }
    let types = KeyAccountModel.relationships.map(\.type)
    for name in graph.typeNames where !types.contains(name) {
      let count = graph.type(name).map { graph.count(type: $0) } ?? 0
      if count > 0 {
        findings.append(finding("relationship type", name, counted(count, "relationship"), near: types))
      }
    }
    for entity in KeyAccountModel.entities { findings += try unknownProperties(of: entity) }
    for relationship in KeyAccountModel.relationships { findings += try unknownProperties(of: relationship) }
    return findings
  }

  private func unknownProperties(of entity: EntityDefinition) throws(ShellError) -> [[Value]] {
    guard let label = graph.label(entity.label) else { return [] }
    let known = entity.properties.map(\.name)
    let present = graph.keyNames.filter { name in
      guard !known.contains(name), let key = graph.key(name) else { return false }
      return graph.columnSegments(label: label, key: key).contains {
        if case .absent = $0.values { false } else { true }
      }
    }
    return try findings(present, entity.label, "node", known) { name in
      // A node may be two things, and have the properties of both.
      let others = KeyAccountModel.entities.filter { $0.property(name) != nil }.map { "n:`\($0.label)`" }
      return "MATCH (n:`\(entity.label)`) WHERE n.\(name) IS NOT NULL"
        + (others.isEmpty ? "" : " AND NOT (\(others.joined(separator: " OR ")))")
    }
  }

  private func unknownProperties(of relationship: RelationshipDefinition) throws(ShellError) -> [[Value]] {
    guard let type = graph.type(relationship.type) else { return [] }
    let known = relationship.properties.map(\.name)
    var cursor = RelationshipCursor(graph, type: type)
    var first: [UInt32] = []
    guard cursor.next(into: &first, atMost: 1) else { return [] }
    let present = graph.keyNames.filter { name in
      guard !known.contains(name), let key = graph.key(name) else { return false }
      // Relationships of a type share their columns; where there is none of the key, every one of them tells so.
      if case .constant = graph.gather(key, ofRelationships: first) { return false }
      return true
    }
    return try findings(present, relationship.type, "relationship", known) { name in
      "MATCH ()-[n:`\(relationship.type)`]->() WHERE n.\(name) IS NOT NULL"
    }
  }

  /// A finding for each property that something has: a column may have lost its last value.
  private func findings(
    _ names: [String], _ place: String, _ noun: String, _ known: [String], _ pattern: (String) -> String
  ) throws(ShellError) -> [[Value]] {
    var findings: [[Value]] = []
    for name in names.sorted() {
      let quoted = CypherKeywords.quoted(name)
      guard case .integer(let count)? = try rows(pattern(quoted) + " RETURN count(*)").first?.first, count > 0
      else { continue }
      findings.append(
        finding("property", "\(place).\(name)", counted(Int(count), noun), near: known, of: name))
    }
    return findings
  }

  private func finding(
    _ what: String, _ place: String, _ count: String, near: [String], of name: String? = nil
  ) -> [Value] {
    let near = NearNames.of(name ?? place, among: near).map { "'\($0)'" }
    let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
    return [.string("\(what) outside the model"), .string(place), .string(count + hint)]
  }
}
