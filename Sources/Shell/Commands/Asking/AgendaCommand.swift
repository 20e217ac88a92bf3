import KeyAccounts
import PropertyGraph

extension Command {
  /// `agenda [by PERSON] [until DATE]`: what is due.
  static let agenda = Command(
    "agenda", aliases: ["todo"],
    guesses: ["tasks": "agenda", "overdue": "agenda", "calendar": "agenda", "reminders": "agenda"],
    "list what is due: promises, birthdays, offers that run out, people to meet again", in: .ask,
    forms: [
      Form(
        nil,
        [
          Preposition(.at, .thing(.company), "CLIENT"), Preposition(.by, .thing(.person)),
          Preposition(.until, .dueDate),
        ])
    ],
    details: """
      Without 'until' it looks two weeks ahead. What is overdue comes first. People are to be met again when the silence is
      one and a half times the usual gap, until it is threefold: cold ones are in 'report stale'. 'by' takes what a person owes, and those at the clients whom
      that person manages.
      """,
    examples: [
      Example(
        "agenda", "two weeks ahead",
        after: [
          "add client Северсталь", "add person Ivan Petrov at Северсталь",
          "promise by Ivan Petrov due 2026-11-15 \"decision of the board\"",
        ])
    ]
  ) { call, session throws(ShellError) in
    let until = call.value(.until) ?? .date(CalendarDate(daysSinceEpoch: session.today.daysSinceEpoch + 14))
    let agenda = try session.answer(
      Question.agenda,
      [
        "until": until, "client": call.node(.at)?.idValue ?? .null,
        "person": call.node(.by)?.idValue ?? .null,
      ])
    if agenda.rows.isEmpty, session.screen.format.isForPeople {
      return session.say("nothing is due until \(session.valueText.plain(until))")
    }
    session.show(agenda)
  }
}
