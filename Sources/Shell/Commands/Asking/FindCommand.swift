import KeyAccounts
import PropertyGraph

extension Command {
  /// `find WORDS`: a text anywhere.
  static let find = Command(
    "find", "look for a text in names, notes, topics and everything else", in: .ask,
    forms: [Form(subject: Slot(.text, "TEXT"))],
    details: "Case does not matter, Cyrillic included.",
    examples: [
      Example(
        "find северс", "part of a name", after: ["add client Северсталь"])
    ]
  ) { call, session throws(ShellError) in
    session.show(try session.answer(Question.find, ["text": .string(try call.name().lowercased())]))
  }
}
