extension KeyAccountModel {
  /// The relationships of the model.
  public static let relationships: [RelationshipDefinition] = [
    RelationshipDefinition(
      "WORKS_AT", "Person", "Company", "is employed there",
      [
        PropertyDefinition("title", .text, "position"),
        PropertyDefinition("department", .text, "department"), from, to, source,
      ]),
    RelationshipDefinition("REPORTS_TO", "Person", "Person", "has as superior", [from, to, source]),
    RelationshipDefinition(
      "KNOWS", "Person", "Person", "is acquainted with; read in both directions",
      [
        PropertyDefinition("strength", .integer(0...5), "how close"),
        PropertyDefinition(
          "level", .enumeration(Enumerations.relationLevels), "what we are to them"),
        PropertyDefinition(
          "desiredLevel", .enumeration(Enumerations.relationLevels), "what we want to be"),
        PropertyDefinition("basis", .text, "where from"), from, to, source,
      ]),
    RelationshipDefinition(
      "INFLUENCES", "Person", "Person", "sways",
      [PropertyDefinition("weight", .fraction, "how much"), source]),
    RelationshipDefinition(
      "CONFLICTS_WITH", "Person", "Person", "is at odds with",
      [PropertyDefinition("weight", .fraction, "how much"), source]),
    RelationshipDefinition(
      "MANAGES", "Person", "Client", "serves as key account manager",
      [from, to, PropertyDefinition("as", .enumeration(["lead", "backup"]), "capacity"), source]),
    RelationshipDefinition(
      "PART_OF", "Company", "Company", "belongs to",
      [PropertyDefinition("share", .fraction, "share held"), source]),
    RelationshipDefinition("IN_SEGMENT", nil, "Segment", "belongs to the market", [source]),
    RelationshipDefinition(
      "BUYS", "Client", "Product", "buys, from anyone",
      [PropertyDefinition("annualSpend", .number, "spend a year with all suppliers"), source]),
    RelationshipDefinition("AT", nil, "Company", "happened or holds at"),
    RelationshipDefinition(
      "FOR", nil, nil, "concerns a product or an area; on orders, one a line",
      [
        PropertyDefinition("quantity", .number, "units"),
        PropertyDefinition("price", .number, "price of a unit"),
        PropertyDefinition("discount", .fraction, "discount"),
        PropertyDefinition("cost", .number, "cost of a unit"),
      ]),
    RelationshipDefinition("PLAYS", "Person", "DecisionRole", "plays the part"),
    RelationshipDefinition("WAGES", "Competitor", "Rivalry", "is the rival"),
    RelationshipDefinition("TOLD_BY", "Rivalry", "Person", "was told by"),
    RelationshipDefinition("WITH", "Interaction", "Person", "theirs who took part"),
    RelationshipDefinition("BY", nil, nil, "ours who took part; who made the offer"),
    RelationshipDefinition("OWED_BY", "Commitment", "Person", "is owed by"),
    RelationshipDefinition("ARISES_FROM", "Commitment", "Interaction", "was given in"),
    RelationshipDefinition("SETTLES", "Payment", "Order", "pays"),
    RelationshipDefinition("ANSWERS", nil, nil, "answers a demand or a loss"),
    RelationshipDefinition("FROM", "Intel", "Person", "was learnt from"),
    RelationshipDefinition("ABOUT", "Intel", nil, "concerns"),
    RelationshipDefinition("TO", "Loss", "Competitor", "went to"),
    RelationshipDefinition("OF", "Objective", "Plan", "belongs to the plan"),
  ]
}
