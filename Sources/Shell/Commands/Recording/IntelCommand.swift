import CypherSyntax
import KeyAccounts
import PropertyGraph

extension Command {
  /// `intel at CLIENT [from PERSON] [about NAME] [grade=B2] "TEXT"`.
  static let intel = Command(
    "intel", "record something learnt, with how far it can be trusted", in: .record, .writes,
    forms: [
      Form(
        nil,
        [
          Preposition(.at, .thing(.company), "CLIENT", required: true),
          Preposition(.from, .thing(.person), "SOURCE"),
          Preposition(.about, .thing(.anything), "NAME", repeatable: true), Preposition(.on, .date),
        ],
        keys: KeyDefinition.of("Intel", except: ["text", "date"]) + [
          KeyDefinition("grade", .grade, "both grades of the Admiralty code at once: A1 … F6")
        ], text: .required("TEXT"))
    ],
    details: """
      The Admiralty code: reliability of the source from A (completely reliable) to F (cannot be judged), credibility
      of the news from 1 (confirmed) to 6 (cannot be judged).
      """,
    examples: [
      Example(
        "intel at Северсталь from Ivan Petrov about Timken grade=B2 \"Timken offers 90 days\"",
        "news with a grade",
        after: [
          "add client Северсталь", "add competitor Timken", "add person Ivan Petrov at Северсталь",
        ], prints: "noted for Северсталь: Timken offers 90 days")
    ]
  ) { call, session throws(ShellError) in
    guard let client = call.node(.at), let text = call.text else { throw call.missing("'at CLIENT'") }
    var fact = FactDraft("Intel", call)
    if case .string(let text)? = fact.take("grade"), let grade = AdmiraltyGrade(text) {
      fact.set("credibility", .integer(Int64(grade.credibility)))
      fact.set("reliability", .string(grade.reliability))
    }
    fact.set("text", .string(text))
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("FROM", call.node(.from), as: "source")
    fact.link("ABOUT", call.nodes(.about), as: "about")
    try session.record(fact, "noted for \(client.name): \(text)")
  }
}
