import KeyAccounts
import PropertyGraph

extension Command {
  /// `report NAME key=value…`: the analyses.
  static let report = Command(
    "report", "run an analysis of the portfolio", in: .report,
    forms: [Form(summary: "list the reports")] + reports.map(form),
    details: """
      Every report says its day, its window and what its shares are taken of. --query prints it as the script that it
      is: a copy in the commands folder can be changed and is a command of its own.
      """,
    examples: [
      Example(
        "report wallet to=2026-12-01", "our part in what a client spends",
        after: [
          "add client Северсталь", "add product bearings listPrice=100",
          "buys Северсталь for bearings annualSpend=100",
          "order Северсталь for bearings 1 @65 on 2026-11-02",
        ]),
      Example("report", "the list of the reports"),
    ]
  ) { call, session throws(ShellError) in
    guard let report = reports.first(where: { $0.report.name == call.kind }) else {
      let rows = reports.map { [Value.string($0.report.name), .string($0.header.summary ?? "")] }
      return session.show(Answer(columns: ["report", "what it shows"], rows: rows))
    }
    if case .boolean(true)? = call.value("query") { return session.say(report.report.script) }
    let arguments = call.properties.filter { $0.key != "query" && !$0.value.isNull }.map {
      (key: $0.key, value: session.valueText.plain($0.value))
    }
    try session.run(report.report, arguments, at: call.span)
  }

  /// The reports with what they say of themselves.
  private static let reports = Report.all.map { (report: $0, header: ScriptHeader(Array($0.script.utf8))) }

  /// What completes the parameters that are names.
  private static let words: [String: Slot.Words] = [
    "client": .names(label: "Client", key: "name"), "reason": .values(reasons),
    "by": .values(["interval", "orders"]), "period": .values(["week", "month", "quarter", "year"]),
    "per": .values(["direction", "reason", "client"]),
  ]

  private static let reasons: [String] = {
    guard case .enumeration(let reasons)? = KeyAccountModel.entity("Loss")?.property("reason")?.kind else {
      return []
    }
    return reasons
  }()

  private static func form(_ entry: (report: Report, header: ScriptHeader)) -> Form {
    let keys = entry.header.parameters.map { parameter in
      let key = KeyDefinition(parameter)
      return KeyDefinition(key.name, key.type, key.summary, required: key.isRequired, of: words[key.name])
    }
    let query = KeyDefinition("query", .boolean, "print the report as a script instead")
    return Form(entry.report.name, summary: entry.header.summary, keys: keys + [query])
  }
}
