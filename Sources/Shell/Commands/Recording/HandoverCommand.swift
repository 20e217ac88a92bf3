import KeyAccounts
import PropertyGraph

extension Command {
  /// `handover OLD to NEW [for CLIENT]… [on DATE]`.
  static let handover = Command(
    "handover", aliases: ["hand-over"], "hand clients over to another manager, and print the hand-over pack",
    in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.person), "OLD", of: .colleagues),
        [
          Preposition(.to, .thing(.person), "NEW", required: true, of: .colleagues),
          Preposition(.for, .thing(.client), repeatable: true), Preposition(.on, .date),
        ])
    ],
    details: "Without 'for' all clients that the old manager serves are handed over.",
    examples: [
      Example(
        "handover Olga Petrova to Pavel Orlov for Северсталь on 2026-12-01", "one client",
        after: [
          "add client Северсталь", "add person Olga Petrova", "add person Pavel Orlov",
          "manage Северсталь by Olga Petrova since 2025-01-01",
        ])
    ]
  ) { call, session throws(ShellError) in
    let old = try call.node()
    guard let new = call.node(.to) else { throw call.missing("'to NEW'") }
    try call.refuseSelf(old, new, .to)
    let wanted = call.nodes(.for)
    let day = call.value(.on) ?? session.todayValue
    let answer = try session.run(
      Recording.handOver(from: old, to: new, clients: wanted, on: day))
    let clients = answer.rows.compactMap { row in
      if case .string(let name) = row[0] { name } else { nil }
    }
    if let missing = wanted.first(where: { !clients.contains($0.name) }) {
      throw ShellError.other(
        "\(old.name) does not manage \(missing.name)", hint: "'who manages \(missing.name)' tells who does",
        at: call.span(.for))
    }
    guard !clients.isEmpty else {
      throw ShellError.other("\(old.name) manages no client", at: call.subject?.span)
    }
    for client in clients {
      session.say("\(client): \(old.name) → \(new.name)")
      session.show(page: try session.answers(to: Question.handover, of: client))
    }
  }
}
