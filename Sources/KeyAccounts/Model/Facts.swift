extension KeyAccountModel {
  /// Facts say what happened or holds at a client; each hangs on it by `AT`.
  public static let facts: [EntityDefinition] = [
    fact(
      "DecisionRole", "the part that someone plays in a purchase",
      [
        PropertyDefinition("role", .enumeration(Enumerations.roles), "part in the buying centre"),
        PropertyDefinition("influence", .integer(0...10), "weight in the decision"),
        PropertyDefinition("support", .integer(-2...2), "against us … for us"),
        PropertyDefinition(
          "orientation", .enumeration(["financial", "technical", "relationship", "business"]),
          "what persuades"),
        from, to,
        PropertyDefinition("confidence", .fraction, "how sure we are"),
      ]),
    fact(
      "Rivalry", "the presence of a competitor",
      [
        PropertyDefinition(
          "level", .enumeration(["rumour", "bidding", "supplying"]), "how far the rival is"),
        PropertyDefinition("share", .fraction, "share of the client's wallet"),
        from, to,
      ]),
    fact(
      "Interaction", "a contact",
      [
        PropertyDefinition("date", .date, "day of the contact"),
        PropertyDefinition("at", .dateTime, "moment of the contact"),
        PropertyDefinition("channel", .enumeration(Enumerations.channels), "how it took place"),
        PropertyDefinition("direction", .enumeration(["in", "out"]), "who began"),
        PropertyDefinition("topic", .text, "what it was about"),
        PropertyDefinition("summary", .text, "what was said"),
        PropertyDefinition("sentiment", .integer(-2...2), "how it went"),
      ]),
    fact(
      "Commitment", "a promise of theirs or ours",
      [
        PropertyDefinition("text", .text, "what was promised"),
        PropertyDefinition("date", .date, "when it was promised"),
        PropertyDefinition("due", .date, "when it is due"),
        PropertyDefinition("doneOn", .date, "when it was done"),
        PropertyDefinition(
          "status", .enumeration(["open", "kept", "late", "broken", "cancelled"]), "what became of it"),
        PropertyDefinition("side", .enumeration(["us", "them"]), "who promised"),
      ]),
    fact(
      "Order", "a purchase",
      [
        PropertyDefinition("number", .text, "number of the order"),
        PropertyDefinition("date", .date, "day of the order"),
        PropertyDefinition(
          "status", .enumeration(["placed", "delivered", "cancelled"]), "how far it is"),
        PropertyDefinition("freight", .number, "cost of carriage"),
      ]),
    fact(
      "Payment", "money received",
      [
        PropertyDefinition("date", .date, "day of receipt"),
        PropertyDefinition("due", .date, "day on which it was due"),
        PropertyDefinition("amount", .number, "sum of money"),
      ]),
    fact(
      "Demand", "what the client asks for",
      [
        PropertyDefinition("date", .date, "when it was asked"),
        PropertyDefinition("kind", .enumeration(Enumerations.demandKinds), "what is asked for"),
        PropertyDefinition("value", .number, "how much"),
        PropertyDefinition("unit", .enumeration(Enumerations.units), "of what"),
        PropertyDefinition(
          "status", .enumeration(["open", "granted", "partly", "refused"]), "what became of it"),
      ]),
    fact(
      "Concession", "what we granted",
      [
        PropertyDefinition("kind", .enumeration(Enumerations.demandKinds), "what was granted"),
        PropertyDefinition("value", .number, "how much"),
        PropertyDefinition("unit", .enumeration(Enumerations.units), "of what"),
        from, to,
        PropertyDefinition("annualCost", .number, "cost a year"),
      ]),
    fact(
      "Refusal", "a refusal, a complaint, a return or a lost deal",
      [
        PropertyDefinition("date", .date, "day of the refusal"),
        PropertyDefinition(
          "kind", .enumeration(["refusal", "complaint", "return", "lostDeal"]), "sort of refusal"),
        PropertyDefinition("reason", .enumeration(Enumerations.reasons), "why"),
        PropertyDefinition("quantity", .number, "how much"),
        PropertyDefinition("amount", .number, "sum of money"),
        PropertyDefinition("severity", .integer(1...5), "how grave"),
        PropertyDefinition("resolvedOn", .date, "when it was put right"),
      ]),
    fact(
      "Offer", "an offer of ours or of a competitor",
      [
        PropertyDefinition("date", .date, "day of the offer"),
        PropertyDefinition("price", .number, "price of a unit"),
        PropertyDefinition("deferralDays", .integer(0...3650), "deferral of payment"),
        PropertyDefinition("validUntil", .date, "end of validity"),
        PropertyDefinition("outcome", .enumeration(["open", "won", "lost"]), "what became of it"),
      ]),
    fact(
      "Intel", "something learnt",
      [
        PropertyDefinition("date", .date, "when it was learnt"),
        PropertyDefinition("text", .text, "what was learnt"),
        PropertyDefinition(
          "reliability", .enumeration(["A", "B", "C", "D", "E", "F"]), "of the source"),
        PropertyDefinition("credibility", .integer(1...6), "of the news"),
      ]),
    fact(
      "Loss", "a client, or its purchase of a product, that went away",
      [
        PropertyDefinition("date", .date, "when"),
        PropertyDefinition("reason", .enumeration(Enumerations.reasons), "why"),
        PropertyDefinition(
          "status", .enumeration(["suspected", "confirmed", "regained"]), "how sure"),
      ]),
    fact(
      "WinBack", "an attempt to win a client back",
      [
        PropertyDefinition("date", .date, "when"),
        PropertyDefinition(
          "means", .enumeration(["discount", "gift", "specialTerms", "visit", "other"]), "by what"),
        PropertyDefinition("cost", .number, "what it costs"),
        PropertyDefinition(
          "outcome", .enumeration(["open", "regained", "failed"]), "what became of it"),
      ]),
    fact(
      "Plan", "the plan for an account",
      [
        PropertyDefinition("strengths", .text, "ours"),
        PropertyDefinition("weaknesses", .text, "ours"),
        PropertyDefinition("opportunities", .text, "at the client"),
        PropertyDefinition("threats", .text, "at the client"),
        from, to,
      ]),
    fact(
      "Objective", "an aim of a plan",
      [
        PropertyDefinition("metric", .text, "what is measured"),
        PropertyDefinition("target", .number, "aim"),
        PropertyDefinition("actual", .number, "reached"),
        PropertyDefinition("due", .date, "by when"),
      ]),
  ]

  private static func fact(
    _ label: String, _ summary: String, _ properties: [PropertyDefinition]
  ) -> EntityDefinition {
    EntityDefinition(label, .fact, summary, properties + [note, source])
  }
}
