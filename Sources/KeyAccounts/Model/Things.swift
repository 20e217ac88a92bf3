extension KeyAccountModel {
  /// Things last: companies, people, products, segments, areas.
  public static let things: [EntityDefinition] = [
    EntityDefinition(
      "Company", .thing, "a firm: client, competitor, prospect, partner or our own",
      [
        PropertyDefinition("name", .text, "unique among companies"),
        code,
        PropertyDefinition("taxId", .text, "registration number"),
        PropertyDefinition("industry", .text, "line of business"),
        PropertyDefinition("region", .text, "where it works"),
        PropertyDefinition("leader", .boolean, "leads its industry or region"),
        PropertyDefinition("reference", .boolean, "good for our reputation"),
        PropertyDefinition("since", .date, "client since"),
        PropertyDefinition("tier", .text, "tier of service"),
        PropertyDefinition("website", .text, "address on the web"),
        PropertyDefinition("note", .text, "free text"),
        source,
      ]),
    EntityDefinition(
      "Person", .thing, "someone at a client, a competitor or of ours",
      [
        PropertyDefinition("name", .text, "as one says it"),
        code,
        PropertyDefinition("email", .text, "e-mail address"),
        PropertyDefinition("phone", .text, "telephone number"),
        PropertyDefinition("birthday", .date, "date of birth"),
        PropertyDefinition("note", .text, "free text"),
        source,
      ]),
    EntityDefinition(
      "Product", .thing, "what we sell",
      [
        PropertyDefinition("name", .text, "unique among products"),
        PropertyDefinition("sku", .text, "stock keeping unit"),
        PropertyDefinition("unit", .text, "unit of sale"),
        PropertyDefinition("listPrice", .number, "price before concessions"),
        PropertyDefinition("unitCost", .number, "what one unit costs us"),
        source,
      ]),
    EntityDefinition(
      "Segment", .thing, "a market: of the product or of the client",
      [
        PropertyDefinition("name", .text, "unique among segments"),
        code,
        PropertyDefinition("side", .enumeration(["supply", "client"]), "whose market it is"),
        PropertyDefinition("growth", .fraction, "growth a year"),
        PropertyDefinition("size", .number, "size in money"),
        PropertyDefinition("note", .text, "free text"),
        source,
      ]),
    EntityDefinition(
      "Area", .thing, "a direction in which refusals arise, beside products",
      [
        PropertyDefinition("name", .text, "unique among areas"),
        PropertyDefinition(
          "kind",
          .enumeration(["product", "service", "delivery", "quality", "price", "communication"]),
          "sort of direction"),
        source,
      ]),
  ]

  static let code = PropertyDefinition("code", .text, "number in our books")
  static let source = PropertyDefinition("source", .text, "where it is known from")
  static let note = PropertyDefinition("note", .text, "free text")
  static let from = PropertyDefinition("from", .date, "first day")
  static let to = PropertyDefinition("to", .date, "first day on which it no longer holds")
}
