import CypherEngine
import CypherSyntax
import KeyAccounts
import PropertyGraph

/// What the verbs that record have in common.
extension Session {
  /// Today, as a value.
  var todayValue: Value { .date(today) }

  /// Looks something up for a command: `cypher` does not show it.
  func rows(_ query: String, _ parameters: [String: Value] = [:]) throws(ShellError) -> [[Value]] {
    do throws(CypherError) {
      return try engine.run(query, parameters: parameters).rows
    } catch {
      throw ShellError(error)
    }
  }

  /// The companies where a person works now.
  func employers(of person: NodeReference) throws(ShellError) -> [NodeReference] {
    let rows = try rows(
      """
      MATCH (p:Person)-[w:WORKS_AT]->(c:Company) WHERE id(p) = $id AND \(Validity.of("w"))
      RETURN DISTINCT c.name, c ORDER BY c.name
      """, ["id": .integer(Int64(person.node.rawValue)), "today": todayValue])
    return rows.compactMap { row in
      guard case .string(let name) = row[0], case .node(let node) = row[1] else { return nil }
      return NodeReference(label: "Company", name: name, node: node, isUnique: true)
    }
  }

  /// Whether a person works for us now.
  func isOurs(_ person: NodeReference) throws(ShellError) -> Bool {
    let rows = try rows(
      """
      MATCH (p:Person)-[w:WORKS_AT]->(:Own) WHERE id(p) = $id AND \(Validity.of("w"))
      RETURN count(*) > 0
      """, ["id": .integer(Int64(person.node.rawValue)), "today": todayValue])
    if case .boolean(true)? = rows.first?.first { return true }
    return false
  }

  /// People who took part, apart: those of others, and those who work for us.
  func theirsAndOurs(
    _ people: [NodeReference]
  ) throws(ShellError) -> (theirs: [NodeReference], ours: [NodeReference]) {
    var (theirs, ours): ([NodeReference], [NodeReference]) = ([], [])
    for person in people {
      if try isOurs(person) { ours.append(person) } else { theirs.append(person) }
    }
    return (theirs, ours)
  }

  /// The client that a line is about: the one after `at`, else the only employer of the people named.
  func client(of call: Invocation, people: [NodeReference]) throws(ShellError) -> NodeReference {
    if let client = call.node(.at) { return client }
    var found: [NodeReference] = []
    for person in people {
      for company in try employers(of: person) where !found.contains(where: { $0.node == company.node }) {
        found.append(company)
      }
    }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else { throw call.missing("'at CLIENT'") }
    throw ShellError(
      .ambiguousName(
        noun: "company", people.map(\.name).joined(separator: ", "), candidates: found.map(\.name)),
      at: call.span(.with))
  }

  /// Those of us who take part: the people after `by`, else the person whom the variable `me` names.
  func ours(of call: Invocation) throws(ShellError) -> [NodeReference] {
    let named = call.nodes(.by)
    guard named.isEmpty, case .string(let name)? = variables["me"] else { return named }
    return [try find(name, [.person], at: call.span)]
  }

  /// Records a fact and says so; gives the fact as a node to hang more on.
  @discardableResult
  func record(_ fact: FactDraft, _ message: String) throws(ShellError) -> NodeReference? {
    let answer = try run(fact.statement)
    note(message)
    guard case .node(let node)? = answer.rows.first?.first else { return nil }
    return NodeReference(label: fact.label, name: "", node: node, isUnique: false)
  }
}

extension NodeReference {
  /// The node's id as a query parameter.
  var idValue: Value { .integer(Int64(node.rawValue)) }
}

extension Session {
  /// Our own company; nil where none or more than one is recorded.
  func ownCompany() throws(ShellError) -> NodeReference? {
    let rows = try rows("MATCH (c:Own) RETURN c, c.name ORDER BY c.name LIMIT 2")
    guard rows.count == 1, case .node(let node) = rows[0][0], case .string(let name) = rows[0][1] else {
      return nil
    }
    return NodeReference(label: "Own", name: name, node: node, isUnique: true)
  }
}
