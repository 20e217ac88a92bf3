import KeyAccounts
import PropertyGraph
import TerminalText

/// Writes answers as one page: a sentence a row, behind the labels in its margin.
///
/// What does not fit on a screen is left out, and the margin says how many; the commands that show it stand at the end.
struct PageFormat {
  /// The lines of a page, unless the first row of every answer needs more.
  static let lineLimit = 45
  /// The columns of a page that is not written to a terminal.
  private static let usualWidth = 80
  /// The most lines of a sentence at a terminal; elsewhere nothing is shortened.
  private static let sentenceLimit = 3

  private let context: RenderContext
  private var width: Int { context.width ?? Self.usualWidth }

  init(_ context: RenderContext) { self.context = context }

  /// What an answer says in one of its lines.
  private struct Section {
    let line: PageLine
    /// The sentences, broken into lines; more of them than are shown.
    var sentences: [(lines: [String], isCut: Bool)]
    /// How many rows there are.
    let count: Int
    /// The command that shows all of them.
    let rest: String?
    /// How many sentences are shown.
    var shown: Int

    /// How many rows are not shown.
    var left: Int { line.isRunning ? count - min(count, line.most) : count - shown }
    /// The lines on the page.
    var height: Int { max(sentences.prefix(shown).reduce(0) { $0 + $1.lines.count }, left > 0 ? 2 : 1) }
  }

  /// Writes the lines of the answers in their order; those without rows are left out.
  func write(_ answers: [Answer], to sink: any TextSink) {
    let margin = answers.flatMap(\.lines).map { DisplayWidth.of($0.label) + 2 }.max() ?? 0
    var sections = answers.flatMap { answer in
      let texts = StyledTexts(answer, context.values)
      return answer.lines.compactMap { section($0, of: answer, texts, margin: margin) }
    }
    fill(&sections, lines: Self.lineLimit - footer(of: sections).count)
    for section in sections { write(section, margin: margin, to: sink) }
    for line in footer(of: sections) { sink.write(context.palette.paint(line, .aside) + "\n") }
  }

  /// Where the rest is to be found, and how many texts were shortened.
  private func footer(of sections: [Section]) -> [String] {
    let commands = sections.filter { $0.left > 0 }.compactMap(\.rest)
    let distinct = commands.enumerated().filter { !commands.prefix($0).contains($1) }.map(\.element)
    var parts = distinct.isEmpty ? [] : ["more: " + distinct.joined(separator: "; ")]
    let cut = sections.flatMap { $0.sentences.prefix($0.shown) }.count(where: \.isCut)
    if cut > 0 { parts.append("(\(counted(cut, "text")) shortened to fit; 'format vertical' shows all)") }
    return parts.flatMap { CellText.lines(of: $0, width: width, limit: .max).lines }
  }

  private func section(_ line: PageLine, of answer: Answer, _ texts: StyledTexts, margin: Int) -> Section? {
    let most = min(line.most, context.rowLimit ?? .max)
    let rows = answer.rows.indices.prefix(most)
    var sentences = rows.map { PageSentence(answer, texts, row: $0, line, glyphs: context.glyphs).text }
      .filter { !$0.isEmpty }
    guard !sentences.isEmpty else { return nil }
    if line.isRunning { sentences = [sentences.joined(separator: "; ")] }
    return Section(
      line: line, sentences: sentences.map { broken($0, margin: line.label.isEmpty ? 0 : margin) },
      count: answer.rows.count, rest: line.rest.map { PageSentence.command($0, of: answer) },
      shown: min(sentences.count, line.least))
  }

  /// Shows one row more of each answer in turn, as long as so many lines have room for it.
  private func fill(_ sections: inout [Section], lines: Int) {
    var room = lines - sections.reduce(0) { $0 + $1.height }
    var isDone = false
    while !isDone {
      isDone = true
      for index in sections.indices where sections[index].shown < sections[index].sentences.count {
        var section = sections[index]
        section.shown += 1
        let growth = section.height - sections[index].height
        guard growth <= room else { continue }
        sections[index] = section
        room -= growth
        isDone = false
      }
    }
  }

  private func write(_ section: Section, margin: Int, to sink: any TextSink) {
    let lines = section.sentences.prefix(section.shown).flatMap(\.lines)
    for index in 0..<section.height {
      let text = index < lines.count ? lines[index] : ""
      if section.line.label.isEmpty {
        sink.write(context.palette.paint(text, .head) + "\n")
        continue
      }
      let label =
        index == 0 ? section.line.label : index == 1 && section.left > 0 ? "+\(section.left) more" : ""
      let space =
        text.isEmpty ? "" : CellText.padded("", width: margin - DisplayWidth.of(label), isRight: false)
      sink.write(context.palette.paint(label, index == 0 ? .head : .aside) + space + text + "\n")
    }
  }

  /// The lines of a text beside the margin.
  private func broken(_ text: String, margin: Int) -> (lines: [String], isCut: Bool) {
    let limit = context.width == nil ? .max : Self.sentenceLimit
    let (lines, isCut) = CellText.lines(of: text, width: width - margin, limit: limit)
    return (lines.map { String($0.map { $0 == PageSentence.bond ? " " : $0 }) }, isCut)
  }
}
