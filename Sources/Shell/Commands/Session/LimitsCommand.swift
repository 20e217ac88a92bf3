import CypherEngine
import PropertyGraph

extension Command {
  /// `limits [time=…] [memory=…] [rows=…] [text=…] [depth=…]`.
  static let limits = Command(
    "limits", "show or set how much one statement may take", in: .session,
    forms: [Form(keys: LimitSetting.all.map { KeyDefinition($0.name, .text, $0.summary) })],
    details: """
      A statement that reaches a limit is stopped with an error, and the graph is as it was before. 'none' lifts a limit; under
      --safe limits can only be tightened. The options \(LimitSetting.all.map { "--max-\($0.name)" }.joined(separator: ", ")) \
      set them from the start.
      """,
    examples: [
      Example("limits time=10s rows=100k", "ten seconds, a hundred thousand rows", prints: ""),
      Example("limits", "those in force"),
    ]
  ) { call, session throws(ShellError) in
    guard !call.properties.isEmpty else { return session.show(session.limitTable) }
    var limits = session.limits
    for (index, property) in call.properties.enumerated() {
      let span = call.propertySpans[index]
      guard let setting = LimitSetting.all.first(where: { $0.name == property.key }) else { continue }
      let text = if case .string(let text) = property.value { text } else { "" }
      guard setting.apply(text, to: &limits) else {
        throw ShellError(
          .badValue(place: setting.name, text, expected: setting.expectation), at: span)
      }
      if session.rules.isSafe, LimitSetting.isLooser(limits, than: session.limits) {
        throw ShellError(.unsafe("raising a limit"), at: span)
      }
    }
    session.limits = limits
  }
}

extension Session {
  fileprivate var limitTable: Answer {
    Answer(
      title: "Limits of a statement", columns: ["limit", "value", "meaning"],
      rows: LimitSetting.all.map { [.string($0.name), .string($0.text(limits)), .string($0.summary)] })
  }
}
