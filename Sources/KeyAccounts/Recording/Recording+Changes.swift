public import PropertyGraph

/// Statements that end one thing and begin another.
extension Recording {
  /// Ends the jobs of a person at all companies but one, with the parts played there and the superiors there.
  public static func leave(
    _ person: NodeReference, exceptFor company: NodeReference, on date: Value
  ) -> DomainStatement {
    DomainStatement(
      """
      MATCH (p:Person)-[job:WORKS_AT]->(c:Company)
      WHERE id(p) = $person AND id(c) <> $company AND job.to IS NULL
      SET job.to = $on
      WITH p, c
      OPTIONAL MATCH (p)-[:PLAYS]->(role:DecisionRole)-[:AT]->(c) WHERE role.to IS NULL
      SET role.to = $on
      WITH DISTINCT p, c
      OPTIONAL MATCH (p)-[line:REPORTS_TO]-(:Person)-[:WORKS_AT]->(c) WHERE line.to IS NULL
      SET line.to = $on
      """,
      [
        "person": .integer(Int64(person.node.rawValue)),
        "company": .integer(Int64(company.node.rawValue)), "on": date,
      ])
  }

  /// Hands clients over: closes the open management of one person and opens that of another; gives the clients' names.
  ///
  /// No clients mean all that the person manages.
  public static func handOver(
    from old: NodeReference, to new: NodeReference, clients: [NodeReference], on date: Value
  ) -> DomainStatement {
    DomainStatement(
      """
      MATCH (old:Person)-[m:MANAGES]->(c:Client) WHERE id(old) = $old AND \(Validity.of("m", on: "$on"))
        AND (size($clients) = 0 OR id(c) IN $clients)
      MATCH (new:Person) WHERE id(new) = $new
      SET m.to = $on
      CREATE (new)-[next:MANAGES {from: $on}]->(c)
      SET next.as = m.as
      RETURN DISTINCT c.name AS client ORDER BY client
      """,
      [
        "old": .integer(Int64(old.node.rawValue)), "new": .integer(Int64(new.node.rawValue)), "on": date,
        "clients": .list(clients.map { .integer(Int64($0.node.rawValue)) }),
      ])
  }

  /// Moves every relationship, label and unknown property of one node to another, and deletes the first.
  ///
  /// - Parameters:
  ///   - types: the types of relationships that the node that goes has.
  ///   - labels: its labels.
  public static func combine(
    _ kept: NodeReference, _ gone: NodeReference, types: [String], labels: [String]
  ) -> [DomainStatement] {
    let ends: [String: Value] = [
      "kept": .integer(Int64(kept.node.rawValue)), "gone": .integer(Int64(gone.node.rawValue)),
    ]
    func statement(_ text: String) -> DomainStatement { DomainStatement(text, ends) }
    let both = "MATCH (kept), (gone) WHERE id(kept) = $kept AND id(gone) = $gone"
    var statements: [DomainStatement] = []
    for type in types {
      let quoted = "`\(type)`"
      // A bond between the two would become a loop.
      statements.append(statement("\(both)\nMATCH (kept)-[r:\(quoted)]-(gone) DELETE r"))
      for (old, new) in [
        ("(gone)-[r:\(quoted)]->(other)", "(kept)-[new:\(quoted)]->(other)"),
        ("(gone)<-[r:\(quoted)]-(other)", "(kept)<-[new:\(quoted)]-(other)"),
      ] {
        statements.append(statement("\(both)\nMATCH \(old)\nCREATE \(new) SET new = r DELETE r"))
      }
    }
    let set = labels.isEmpty ? "" : "\nSET kept:\(labels.map { "`\($0)`" }.joined(separator: ":"))"
    statements.append(
      statement(
        """
        \(both)
        WITH kept, gone, properties(kept) AS known
        SET kept += properties(gone)
        SET kept += known\(set)
        DETACH DELETE gone
        """))
    return statements
  }
}
