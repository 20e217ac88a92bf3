import KeyAccounts
import PropertyGraph

/// Promises that were kept or broken.
extension Command {
  /// `keep [NUMBER] [at CLIENT] [by PERSON] [on DATE] ["PART OF ITS TEXT"]`.
  static let keep = settle("keep", "kept", "record that a promise was kept")

  /// `break …`, as `keep`.
  static let breakPromise = settle("break", "broken", "record that a promise was broken")

  private static let guesses = [
    "keep": [
      "done": "keep \"WHAT\"", "complete": "keep \"WHAT\"", "finished": "keep \"WHAT\"",
      "close": "keep \"WHAT\"",
    ],
    "break": ["broken": "break \"WHAT\""],
  ]

  private static func settle(_ verb: String, _ status: String, _ summary: String) -> Command {
    Command(
      verb, guesses: guesses[verb] ?? [:], summary, in: .record, .writes,
      forms: [
        Form(
          subject: Slot(.value(.integer(0...Int64(UInt32.max))), "NUMBER", optional: true),
          [
            Preposition(.at, .thing(.company), "CLIENT"), Preposition(.by, .thing(.person)),
            Preposition(.on, .date),
          ], text: .optional("PART OF ITS TEXT"))
      ],
      details: """
        The promise is found among the open ones by client, person or a part of its text; when several fit, they are
        listed with their numbers.\(verb == "keep" ? " Kept after its due day it counts as late." : "")
        """,
      examples: [
        Example(
          "\(verb) by Ivan Petrov \"board\"", "found by a part of its text",
          after: [
            "add client Северсталь", "add person Ivan Petrov at Северсталь",
            "promise by Ivan Petrov due 2099-12-01 \"decision of the board\"",
          ], prints: "\(status): decision of the board")
      ]
    ) { call, session throws(ShellError) in
      let open = try openPromises(call, session)
      guard let first = open.first else {
        throw ShellError.other(
          "no open promise fits", hint: "'agenda' lists the open promises", at: call.span)
      }
      guard open.count == 1 else {
        throw ShellError(
          .ambiguousName(
            noun: "open promise", call.text ?? verb, candidates: open.map { "\($0.id) (\($0.text))" }),
          at: call.span)
      }
      let statement = DomainStatement(
        """
        MATCH (k:Commitment) WHERE id(k) = $promise
        SET k.doneOn = $on, k.status = CASE WHEN $status = 'kept' AND k.due < $on THEN 'late' ELSE $status END
        RETURN k.status AS status
        """,
        [
          "promise": .integer(first.id), "on": call.value(.on) ?? session.todayValue,
          "status": .string(status),
        ])
      let answer = try session.run(statement)
      if case .string(let status)? = answer.rows.first?.first { session.note("\(status): \(first.text)") }
    }
  }

  private static func openPromises(
    _ call: Invocation, _ session: Session
  ) throws(ShellError) -> [(id: Int64, text: String)] {
    var number = Value.null
    if case .value(let value)? = call.subject?.argument { number = value }
    let rows = try session.rows(
      """
      MATCH (k:Commitment {status: 'open'})-[:AT]->(c:Company)
      OPTIONAL MATCH (k)-[:OWED_BY]->(p:Person)
      WITH k, c, p
      WHERE ($number IS NULL OR id(k) = $number) AND ($client IS NULL OR id(c) = $client)
        AND ($person IS NULL OR id(p) = $person) AND ($text IS NULL OR toLower(k.text) CONTAINS toLower($text))
      RETURN DISTINCT id(k), k.text ORDER BY id(k)
      """,
      [
        "number": number, "client": call.node(.at)?.idValue ?? .null,
        "person": call.node(.by)?.idValue ?? .null, "text": call.text.map(Value.string) ?? .null,
      ])
    return rows.compactMap { row in
      guard case .integer(let id) = row[0], case .string(let text) = row[1] else { return nil }
      return (id, text)
    }
  }
}
