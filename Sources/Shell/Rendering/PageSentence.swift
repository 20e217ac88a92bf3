import KeyAccounts
import PropertyGraph

/// What a row of an answer says on a page.
struct PageSentence {
  /// The blank at which a line is not broken.
  static let bond: Character = "\u{A0}"

  /// The sentence; empty where the row has nothing to say.
  let text: String

  init(_ answer: Answer, _ texts: StyledTexts, row: Int, _ line: PageLine, glyphs: Glyphs?) {
    let sentence = Self.filled(line.text) { name in
      if let parameter = Self.parameter(name, of: answer) { return SafeText.of(parameter) }
      let isSigned = name.hasPrefix("+")
      let name = isSigned ? String(name.dropFirst()) : name
      guard let column = answer.columns.firstIndex(of: name) else { return nil }
      let value = answer.rows[row][column]
      if let glyphs, texts.style(column)?.picture == .line { return glyphs.line(value.numbers) }
      func word(_ text: String) -> String { SafeText.of(line.words["\(name)=\(text)"] ?? text) }
      let text =
        if case .list(let values) = value, texts.style(column)?.unit == .words {
          values.compactMap { $0.word.map(word) }.joined(separator: ", ")
        } else {
          word(value.word ?? texts.text(row: row, column: column))
        }
      if text.isEmpty { return nil }
      let sign = isSigned && (value.number ?? 0) > 0 ? "+" : ""
      // A number stays with its unit.
      return sign + (value.number == nil ? text : String(text.map { $0 == " " ? Self.bond : $0 }))
    }.text
    // What is left out may leave its comma at the beginning.
    text = String(sentence.drop { " ,;:".contains($0) })
  }

  /// A command with the names of what was asked of, in quotes where they need them.
  static func command(_ text: String, of answer: Answer) -> String {
    filled(text) { name in
      parameter(name, of: answer).map { name in
        name.contains(" ") || !SlotValues.isPlain(name, Form()) ? ValueText.quoted(name) : name
      }
    }.text
  }

  private static func parameter(_ name: String, of answer: Answer) -> String? {
    name.hasPrefix("$") ? answer.parameters[String(name.dropFirst())]?.word : nil
  }

  /// Fills a sentence; `isWhole` where no value outside of brackets is missing.
  private static func filled(
    _ sentence: some StringProtocol, _ value: (String) -> String?
  ) -> (text: String, isWhole: Bool) {
    var text = ""
    var isWhole = true
    var rest = Substring(sentence)
    while let character = rest.popFirst() {
      switch character {
      case "{":
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count + 1)
        let value = value(String(name))
        text += value ?? ""
        isWhole = isWhole && value != nil
      case "[":
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count + 1)
        let choices = inner.split(separator: "|", omittingEmptySubsequences: false)
        text += choices.map { filled($0, value) }.first(where: \.isWhole)?.text ?? ""
      default: text.append(character)
      }
    }
    return (text, isWhole)
  }
}
