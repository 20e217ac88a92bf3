import KeyAccounts
import PropertyGraph

extension Command {
  /// `who decides|influences|knows|manages|works|reports …`.
  static let who = Command(
    "who", "ask who decides, influences, knows, manages, works or reports", in: .ask,
    forms: [
      Form(
        "decides", summary: "the deciding collective of a client, for a product or for all",
        subject: Slot(.thing(.product), optional: true),
        [
          Preposition(.at, .thing(.company), "CLIENT", required: true), Preposition(.on, .thing(.product)),
          Preposition(.for, .thing(.product)),
        ], keys: [KeyDefinition("role", .enumeration(allRoles), "only those who play this part")]),
      Form("is", summary: "what is known of a person, as 'card' tells it", subject: Slot(.thing(.person))),
      Form("influences", summary: "whose word counts with a person", subject: Slot(.thing(.person))),
      Form("knows", summary: "who knows a person", subject: Slot(.thing(.person))),
      Form("manages", summary: "who of us serves a client, now and before", subject: Slot(.thing(.client))),
      Form(
        "works", summary: "who works at a company",
        [Preposition(.at, .thing(.company), required: true)]),
      Form(
        "reports", summary: "who reports to a person",
        [Preposition(.to, .thing(.person), "SUPERIOR", required: true)]),
    ],
    examples: [
      Example(
        "who decides bearings at Северсталь", "and who of us knows them",
        after: [
          "add client Северсталь", "add product bearings", "add person Ivan Petrov at Северсталь",
          "role decider Ivan Petrov at Северсталь for bearings influence=9 support=1",
        ]),
      Example(
        "who works at Северсталь", "the people of a company",
        after: ["add client Северсталь", "add person Ivan Petrov at Северсталь as Buyer"]),
    ]
  ) { call, session throws(ShellError) in
    switch call.kind {
    case "decides":
      guard let client = call.node(.at) else { throw call.missing("'at CLIENT'") }
      let product = call.optionalNode ?? call.node(.on) ?? call.node(.for)
      let roles = call.value("role").map { [$0] } ?? allRoles.map(Value.string)
      session.show(
        try session.answer(
          Question.whoPlays,
          [
            "client": .string(client.name), "roles": .list(roles),
            "product": product.map { .string($0.name) } ?? .null,
          ]))
    case "is": try Command.card.action(call, session)
    case "influences": try show(Question.whoInfluences, try call.node(), session)
    case "knows": try show(Question.whoKnows, try call.node(), session)
    case "manages": try show(Question.whoManages, try call.node(), session)
    case "works":
      guard let company = call.node(.at) else { throw call.missing("'at COMPANY'") }
      try show(Question.whoWorks, company, session)
    default:
      guard let superior = call.node(.to) else { throw call.missing("'to SUPERIOR'") }
      try show(Question.whoReports, superior, session)
    }
  }

  private static let allRoles = [
    "decider", "approver", "buyer", "influencer", "user", "gatekeeper", "initiator",
  ]

  private static func show(
    _ question: Question, _ node: NodeReference, _ session: Session
  ) throws(ShellError) {
    session.show(
      try session.answer(question, ["id": node.idValue, "client": .string(node.name)]))
  }
}
