import KeyAccounts

extension Command {
  /// `list KIND`: the things of a kind with what one wants to know of them.
  static let list = Command(
    "list", aliases: ["ls"], "list the things or the facts of a kind", in: .ask,
    forms: KindList.all.map {
      Form($0.kind, aliases: [$0.label.lowercased(), String($0.kind.dropLast())], summary: "list \($0.kind)")
    },
    examples: [
      Example(
        "list segments", "every market with its members", after: ["add segment Bearings side=supply"])
    ],
    action: { invocation, session throws(ShellError) in
      guard let list = KindList.all.first(where: { $0.kind == invocation.kind }) else {
        throw invocation.missing("a kind")
      }
      var answer = try session.answer(list.text)
      for (column, style) in list.columns { answer.styles[column] = ColumnStyle(style) }
      answer.writeListsAsWords()
      session.show(answer)
    })
}
