import Testing

@testable import LineEditor

struct LayoutTests {
  private func layout(
    _ text: String, at cursor: Int? = nil, prompts: [String] = ["> ", "| "], columns: Int = 10,
    height: Int = 5
  ) -> Layout {
    Layout(
      prompts: prompts, text: text, cursor: cursor ?? text.unicodeScalars.count, columns: columns,
      height: height)
  }

  private func texts(_ layout: Layout) -> [String] {
    layout.rows.map { $0.pieces.map(\.text).joined() }
  }

  @Test func `an empty text is a prompt`() {
    let layout = layout("")
    #expect(texts(layout) == ["> "])
    #expect(layout.cursorRow == 0 && layout.cursorColumn == 2)
  }

  @Test func `a newline begins a row with the continuation prompt, which serves for all further lines`() {
    #expect(texts(layout("a\nb\n\nc")) == ["> a", "| b", "| ", "| c"])
  }

  @Test func `a full row runs on in the next one`() {
    let layout = layout("12345678ab", at: 3)
    #expect(texts(layout) == ["> 12345678", "ab"])
    #expect(layout.rows.map(\.runsOn) == [true, false])
    #expect(layout.cursorRow == 0 && layout.cursorColumn == 5)
  }

  @Test func `behind a full row the cursor has a row of its own, before its end it hasn't`() {
    let end = layout("12345678")
    #expect(texts(end) == ["> 12345678", ""])
    #expect(end.cursorRow == 1 && end.cursorColumn == 0)
    #expect(texts(layout("12345678", at: 7)) == ["> 12345678"])
    #expect(texts(layout("12345678\nx")) == ["> 12345678", "| x"])
  }

  @Test func `the cursor is told in cells, not in scalars`() {
    #expect(layout("漢字", at: 1).cursorColumn == 4)
    #expect(layout("и\u{306}x", at: 2).cursorColumn == 3)
    #expect(layout("👩‍💻!").cursorColumn == 5)
  }

  @Test func `a cursor inside a character stands before it`() {
    #expect(layout("и\u{306}x", at: 1).cursorColumn == 2)
  }

  @Test func `a wide character that doesn't fit leaves a cell free`() {
    let layout = layout("1234567漢")
    #expect(texts(layout) == ["> 1234567", "漢"])
    #expect(!layout.rows[0].runsOn)
  }

  @Test func `a prompt that takes more than half of the width is cut to its end`() {
    #expect(texts(layout("x", prompts: ["a long name> "])) == ["> x"])
    #expect(texts(layout("x", prompts: ["half> "], columns: 12)) == ["half> x"])
  }

  @Test func `of a text that is too tall the part around the cursor is kept`() {
    let text = (1...9).map(String.init).joined(separator: "\n")
    #expect(texts(layout(text)) == ["| 5", "| 6", "| 7", "| 8", "| 9"])
    let top = layout(text, at: 0)
    #expect(texts(top).first == "> 1" && top.rows.count == 5 && top.cursorRow == 0)
    let middle = layout(text, at: 8)
    #expect(texts(middle)[middle.cursorRow] == "| 5")
  }

  @Test func `a footer is shown as far as there is room`() {
    var row = Row()
    row.append("hint", .faint, width: 4)
    let layout = Layout(
      prompts: ["> "], text: "a\nb", cursor: 0, footer: [row, row, row], columns: 10, height: 3)
    #expect(texts(layout) == ["> a", "> b", "hint"])
  }

  @Test func `control characters are spelt out and never sent`() {
    #expect(texts(layout("a\u{1B}[2J\u{07}\u{9B}\t.")) == ["> a^[[2J^G", "\u{FFFD}  ."])
  }

  @Test func `no size is too small`() {
    for columns in 0...3 {
      for height in 0...2 {
        let layout = Layout(
          prompts: ["> "], text: "漢字\nx", cursor: 4, columns: columns, height: height)
        #expect(layout.cursorRow < layout.rows.count)
      }
    }
  }
}
