import KeyAccounts
import PropertyGraph

/// What a company belongs to and buys.
extension Command {
  /// `buys CLIENT for PRODUCT annualSpend=…`.
  static let buys = Command(
    "buys", "record what a client spends on a product a year, with all suppliers", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)), [Preposition(.for, .thing(.product), required: true)],
        keys: KeyDefinition.of(relationship: "BUYS"))
    ],
    details: "It is the base of our share of the client's wallet: 'report wallet'.",
    examples: [
      Example(
        "buys Северсталь for bearings annualSpend=1.2m", "what all suppliers together sell there",
        after: ["add client Северсталь", "add product bearings"], prints: "Северсталь buys bearings")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    guard let product = call.node(.for) else { throw call.missing("'for PRODUCT'") }
    _ = try session.run(Recording.relate(client, "BUYS", product, properties: call.properties))
    session.note("\(client.name) buys \(product.name)")
  }

  /// `belongs NAME to SEGMENT|COMPANY`.
  static let belongs = Command(
    "belongs", "record the market of a company or a product, or the group of a company", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing([.company, .product])),
        [Preposition(.to, .thing([.segment, .company]), required: true)],
        keys: KeyDefinition.of(relationship: "PART_OF"))
    ],
    examples: [
      Example(
        "belongs Северсталь to steel", "a company's market",
        after: ["add client Северсталь", "add segment steel side=client"],
        prints: "Северсталь belongs to steel")
    ]
  ) { call, session throws(ShellError) in
    let member = try call.node()
    guard let whole = call.node(.to) else { throw call.missing("'to SEGMENT|COMPANY'") }
    try call.refuseSelf(member, whole, .to)
    let type = whole.label == "Segment" ? "IN_SEGMENT" : "PART_OF"
    if type == "PART_OF", member.label == "Product" {
      throw ShellError.other("a product belongs to a segment, not to a company", at: call.span(.to))
    }
    _ = try session.run(Recording.relate(member, type, whole, properties: call.properties))
    session.note("\(member.name) belongs to \(whole.name)")
  }
}
