import KeyAccounts
import PropertyGraph

extension Command {
  /// The sorts of demands and concessions.
  static let termKinds = ["price", "deferral", "stock", "service", "other"]

  /// `demand KIND [VALUE] at CLIENT [for PRODUCT] [by PERSON]`.
  static let demand = Command(
    "demand", "record what a client asks for", in: .record, .writes,
    forms: termKinds.map {
      Form(
        $0, subject: Slot(.text, "VALUE", optional: true),
        [
          Preposition(.at, .thing(.company), "CLIENT", required: true), Preposition(.for, .thing(.product)),
          Preposition(.on, .date),
        ], keys: KeyDefinition.of("Demand", except: ["date", "kind", "value", "unit"]),
        text: .optional("NOTE"))
    },
    details: "The value is a share (5%), a time (60d) or a sum of money (40k).",
    examples: [
      Example(
        "demand deferral 60d at Северсталь", "sixty days to pay", after: ["add client Северсталь"],
        prints: "Северсталь asks for deferral 60d"),
      Example(
        "demand price 5% at Северсталь for bearings", "a discount",
        after: ["add client Северсталь", "add product bearings"], prints: "Северсталь asks for price 5%"),
    ]
  ) { call, session throws(ShellError) in
    guard let client = call.node(.at), let kind = call.kind else { throw call.missing("'at CLIENT'") }
    var fact = FactDraft("Demand", call)
    if let text = call.text { fact.set("note", .string(text)) }
    if call.value("status") == nil { fact.set("status", .string("open")) }
    try fact.setTerm(call)
    fact.set("kind", .string(kind))
    fact.set("date", call.value(.on) ?? session.todayValue)
    fact.link("AT", client, as: "client")
    fact.link("FOR", call.node(.for), as: "product")
    let what = ([kind] + [call.optionalName].compactMap { $0 }).joined(separator: " ")
    try session.record(fact, "\(client.name) asks for \(what)")
  }
}

extension FactDraft {
  /// Reads the value of a demand or a concession with its unit: `5%`, `60d`, `40k`.
  mutating func setTerm(_ call: Invocation) throws(ShellError) {
    guard let text = call.optionalName else { return }
    let value: Double
    let unit: String
    if text.hasSuffix("%"), let percent = ValueReader.amount(String(text.dropLast()), suffixes: false) {
      (value, unit) = (percent, "percent")
    } else if let last = text.last, last.isLetter, let days = ValueReader.days(text) {
      (value, unit) = (Double(days), "days")
    } else if let money = ValueReader.amount(text, suffixes: true) {
      (value, unit) = (money, ["deferral", "stock"].contains(call.kind) ? "days" : "money")
    } else {
      throw ShellError(
        .badValue(
          place: call.kind ?? "", text, expected: "a share (5%), a time (60d) or a sum of money (40k)"),
        at: call.subject?.span)
    }
    set("unit", .string(unit))
    set("value", .float(value))
  }
}
