/// Writes the usage of a form in one line.
enum Usage {
  /// The usage of a verb: a line for all kinds that go on in the same way.
  static func lines(_ command: Command) -> [String] {
    var groups: [(kinds: [String], rest: [String])] = []
    for form in command.forms {
      let rest = rest(of: form)
      if let last = groups.last, last.rest == rest, let kind = form.kind, !last.kinds.isEmpty {
        groups[groups.count - 1].kinds.append(kind)
      } else {
        groups.append(([form.kind].compactMap(\.self), rest))
      }
    }
    return groups.map { group in
      ([command.name] + (group.kinds.isEmpty ? [] : [group.kinds.joined(separator: "|")]) + group.rest)
        .joined(separator: " ")
    }
  }

  /// `log call [with PERSON]... [on DATE] [key=value]... ["TEXT"]`.
  static func line(_ command: Command, _ form: Form) -> String {
    ([command.name] + [form.kind].compactMap(\.self) + rest(of: form)).joined(separator: " ")
  }

  /// What follows the verb and the kind.
  private static func rest(of form: Form) -> [String] {
    var parts: [String] = []
    if let subject = form.subject { parts.append(bracketed(subject.label, subject.isOptional)) }
    for preposition in form.prepositions {
      let text = "\(preposition.word.rawValue) \(preposition.slot.label)"
      parts.append(bracketed(text, !preposition.isRequired) + (preposition.isRepeatable ? "..." : ""))
    }
    for key in form.keys where key.isRequired { parts.append("\(key.name)=\(key.type.label)") }
    if form.takesAnyKey || form.keys.contains(where: { !$0.isRequired }) { parts.append("[KEY=VALUE]...") }
    switch form.text {
    case .none: break
    case .optional(let label): parts.append("[\"\(label)\"]")
    case .required(let label): parts.append("\"\(label)\"")
    }
    return parts
  }

  private static func bracketed(_ text: String, _ isOptional: Bool) -> String {
    isOptional ? "[\(text)]" : text
  }
}
