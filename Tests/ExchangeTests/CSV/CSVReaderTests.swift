import TestSupport
import Testing

@testable import Exchange
@testable import Persistence

struct CSVReaderTests {
  @Test(arguments: Self.examples)
  func `rows are split as RFC 4180 says`(example: Example) {
    #expect((try? read(example.text)) == example.rows)
  }

  @Test(arguments: ["a,\"", "\"a\nb", "\"a\"b", "\"a\" ,b", "\"\"\""])
  func `quotes that are not closed, or not at the end of their cell, are refused`(text: String) {
    #expect(throws: DataError.self) { try read(text) }
  }

  struct Example: Sendable {
    let text: String
    let rows: [[String?]]

    init(_ text: String, _ rows: [[String?]]) {
      self.text = text
      self.rows = rows
    }
  }

  private static let examples: [Example] = [
    Example("", []),
    Example("a", [["a"]]),
    Example("a,b\n", [["a", "b"]]),
    Example("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    Example("a\rb\r", [["a"], ["b"]]),
    Example(",\n", [[nil, nil]]),
    Example("a,\n,b", [["a", nil], [nil, "b"]]),
    Example("\"\",x", [["", "x"]]),
    Example("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]),
    Example("\"line\r\none\n\",2\n3,4", [["line\r\none\n", "2"], ["3", "4"]]),
    Example("\"\"\"\"", [["\""]]),
    Example("\"\"\"a\"\"\",\"b\"", [["\"a\"", "b"]]),
    Example("5\" pipe,x\"y", [["5\" pipe", "x\"y"]]),
    Example(" a , b ", [[" a ", " b "]]),
    Example("\n\na\n\n\nb\n\n", [["a"], ["b"]]),
    Example("\u{FEFF}id,name\n1,Жё\u{301}👩‍👩‍👧", [["id", "name"], ["1", "Жё\u{301}👩‍👩‍👧"]]),
    Example("\u{FEFF}", []),
    Example("a\u{0}b,\u{0}\n\"\u{0}\"", [["a\u{0}b", "\u{0}"], ["\u{0}"]]),
    Example("\"a\"", [["a"]]),
  ]

  @Test func `cells may be parted by any character`() throws {
    #expect(try read("a;b,c\n", ";") == [["a", "b,c"]])
    #expect(try read("a\tb\n", "\t") == [["a", "b"]])
    #expect(try read("a§b;c§\"d§\"\n§", "§") == [["a", "b;c", "d§"], [nil, nil]])
    #expect(try read("a¦b\n", "¦") == [["a", "b"]])
    #expect(try read("a§¦b\n", "¦") == [["a§", "b"]])
    for bad in ["", "\"", "\n", "\r", "ab", "\r\n"] {
      #expect(throws: DataError(.badDelimiter(bad))) { try read("a", bad) }
    }
  }

  @Test func `errors name the line where the fault begins`() {
    let open = error("a,b\n1,2\n3,\"x\n\n")
    #expect(open?.fact == .unclosedQuote)
    #expect(open?.position == TextPosition(line: 3, column: 3))
    let behind = error("a\n\"x\ny\"Ж\n")
    #expect(behind?.fact == .textAfterQuote("Ж"))
    #expect(behind?.position == TextPosition(line: 3, column: 3))
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    var reader = try? CSVReader(ByteSource([0x61, 0x2C, 0xFF, 0x0A]))
    #expect(throws: DataError(.invalidUTF8, position: TextPosition(line: 1, column: 3))) {
      _ = try reader?.next()
    }
  }

  @Test func `large files are read in pieces, wherever these are cut`() throws {
    let folder = TemporaryFolder()
    var expected = 0
    var text = "id,name\n"
    while text.utf8.count < 6 << 20 {
      text += "\(expected),\"Ключевой \"\"клиент\"\"\r\n№ \(expected)\"\n"
      expected += 1
    }
    let long = String(repeating: "длинно ", count: 300_000)
    text += "x,\(long)\n"
    let rows = try CSVRows(path: folder.write(Array(text.utf8), to: "large.csv"))
    #expect(try rows.next() == ["id", "name"])
    for row in 0..<expected {
      let cells = try rows.next()
      guard cells == ["\(row)", "Ключевой \"клиент\"\r\n№ \(row)"] else {
        Issue.record("row \(row): \(cells ?? [])")
        return
      }
    }
    #expect(try rows.next() == ["x", long])
    #expect(try rows.next() == nil)
  }

  @Test func `what the writer wrote is read back`() throws {
    var generator = Seeded(3)
    let pieces = ["a", "", " ", ",", "\"", "\n", "\r", "\t", "Ж", "👩‍👩‍👧", "e\u{301}", "\u{2028}", "0"]
    for _ in 0..<300 {
      let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            pieces.randomElement(using: &generator).unsafelyUnwrapped
          }.joined()
        }
      }
      var csv = CSVWriter(guardsFormulas: false)
      for row in rows { csv.row(row) }
      #expect(try read(csv.text) == rows)
    }
  }

  private func read(_ text: String, _ delimiter: String = ",") throws -> [[String?]] {
    var reader = try CSVReader(ByteSource(Array(text.utf8)), delimiter: delimiter)
    var rows: [[String?]] = []
    while try reader.next() {
      rows.append((0..<reader.count).map { reader.isNull($0) ? nil : reader.text($0) })
    }
    return rows
  }

  private func error(_ text: String) -> DataError? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? DataError
    }
  }
}
