/// Writes the usage of a form in one line.
enum Usage {
  /// `log call [with PERSON]... [on DATE] [key=value]... ["TEXT"]`.
  static func line(_ command: Command, _ form: Form) -> String {
    var parts = [command.name]
    if let kind = form.kind { parts.append(kind) }
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
    return parts.joined(separator: " ")
  }

  private static func bracketed(_ text: String, _ isOptional: Bool) -> String {
    isOptional ? "[\(text)]" : text
  }
}
