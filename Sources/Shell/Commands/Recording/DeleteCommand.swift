import KeyAccounts
import PropertyGraph

extension Command {
  /// `delete [KIND] NAME`: the thing and all its relationships.
  static let delete = Command(
    "delete", guesses: ["remove": "delete NAME", "rm": "delete NAME", "del": "delete NAME"],
    "take a thing away with its relationships", in: .record, .writes,
    forms: [Form(subject: Slot(.thing(.anything)))]
      + [ThingKind.client, .competitor, .prospect, .partner, .company, .person, .product, .segment, .area].map
    {
      Form($0.rawValue, subject: Slot(.thing($0)))
    },
    details: """
      Facts that hang on a company stay and lose their place, so a client that left is not deleted but lost: 'lose'.
      'undo' brings back what was deleted.
      """,
    examples: [
      Example(
        "delete person Ivan Petrov", "a person and the job",
        after: ["add client Северсталь", "add person Ivan Petrov at Северсталь"],
        prints: "deleted Ivan Petrov and 1 relationship")
    ]
  ) { call, session throws(ShellError) in
    let node = try call.node()
    let rows = try session.rows(
      "MATCH (n)-[r]-() WHERE id(n) = $id RETURN count(DISTINCT r)", ["id": node.idValue])
    var count: Int64 = 0
    if case .integer(let relationships)? = rows.first?.first { count = relationships }
    _ = try session.run(Recording.delete(node))
    let tail = count == 0 ? "" : " and \(count) relationship\(count == 1 ? "" : "s")"
    session.note("deleted \(node.name)\(tail)")
  }
}
