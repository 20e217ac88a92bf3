import TestSupport
import Testing

@testable import LineEditor

/// What the display writes is looked at on the model of a screen.
struct DisplayTests {
  /// A generator whose numbers are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  @Test(arguments: 0..<40)
  func `after any changes the screen shows the text as if it were drawn for the first time`(seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &* 77 &+ 5)
    let columns = Int.random(in: 4...30, using: &numbers)
    let height = Int.random(in: 2...12, using: &numbers)
    var screen = PseudoTerminalScreen(columns: columns, rows: height)
    var output = ""
    withUnsafeMutablePointer(to: &output) { output in
      var display = Display(colour: true) { output.pointee += $0 }
      let pieces = ["a", "ы", "漢", "é", "\n", " ", "123456789", "👍", "\n\n"]
      var text = ""
      for _ in 0..<60 {
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: text = String(text.dropLast(Int.random(in: 0..<12, using: &numbers)))
        case 1: text = String(text.dropFirst(Int.random(in: 0..<3, using: &numbers)))
        default:
          let place = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &numbers))
          text.insert(contentsOf: pieces.randomElement(using: &numbers) ?? "", at: place)
        }
        let cursor = Int.random(in: 0...text.unicodeScalars.count, using: &numbers)
        let layout = Layout(
          prompts: ["> ", "| "], text: text, cursor: cursor, columns: columns, height: height)
        display.show(layout)
        screen.feed(Array(output.pointee.utf8))
        output.pointee = ""
        var fresh = PseudoTerminalScreen(columns: columns, rows: height)
        var first = Display(colour: false) { output.pointee += $0 }
        first.show(layout)
        fresh.feed(Array(output.pointee.utf8))
        output.pointee = ""
        #expect(screen.text == fresh.text)
        #expect(screen.row == layout.cursorRow && screen.column == layout.cursorColumn)
      }
    }
  }

  @Test func `nothing is written where nothing changed, and a letter costs its row`() {
    var output = ""
    withUnsafeMutablePointer(to: &output) { output in
      var display = Display(colour: false) { output.pointee += $0 }
      func show(_ text: String) {
        display.show(
          Layout(
            prompts: ["> "], text: text, cursor: text.unicodeScalars.count, columns: 40, height: 9))
      }
      show("one\ntwo")
      output.pointee = ""
      show("one\ntwo")
      #expect(output.pointee == "")
      show("one\ntwo!")
      #expect(output.pointee == "\r> two!\u{1B}[K\r\u{1B}[6C")
    }
  }
}
