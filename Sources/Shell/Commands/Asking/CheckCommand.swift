import KeyAccounts
import PropertyGraph

extension Command {
  /// `check`: gaps and contradictions.
  static let check = Command(
    "check", "list gaps and contradictions in what is recorded", in: .ask,
    details: """
      Clients without a manager or without a known decider, people with two jobs at once, promises without a date,
      intervals that end before they begin, days that are texts or moments, and labels, relationship types, properties and
      values that the model does not know.
      """,
    examples: [
      Example("check", "what is missing", after: ["add client Северсталь"])
    ]
  ) { _, session throws(ShellError) in
    var answer = Answer(columns: ["finding", "where", "detail"])
    for finding in Question.findings {
      answer.rows += try session.answer(finding).rows.map { [.string(finding.title)] + $0 }
    }
    answer.rows += try session.outsideOfModel()
    for entity in KeyAccountModel.entities {
      answer.rows += try session.departures(from: entity)
    }
    if answer.rows.isEmpty { return session.say("nothing to complain of") }
    session.show(answer)
  }
}

extension Session {
  /// Values of a sort of node that the model does not allow.
  fileprivate func departures(from entity: EntityDefinition) throws(ShellError) -> [[Value]] {
    var rows: [[Value]] = []
    for property in entity.properties {
      guard case .enumeration(let allowed) = property.kind else { continue }
      let found = try self.rows(
        """
        MATCH (n:\(entity.label)) WHERE NOT n.\(property.name) IN $allowed
        OPTIONAL MATCH (n)-[:AT]->(c:Company)
        RETURN coalesce(n.name, c.name, toString(id(n))), toString(n.\(property.name)) ORDER BY id(n)
        """, ["allowed": .list(allowed.map(Value.string))])
      for row in found {
        guard case .string(let value) = row[1] else { continue }
        rows.append([
          .string("value outside its enumeration"), row[0],
          .string("\(entity.label).\(property.name) = \(value)"),
        ])
      }
    }
    return rows
  }
}
