import PropertyGraph
import Testing

@testable import Exchange

struct CSVWriterTests {
  @Test func `cells are quoted where they must be`() {
    #expect(
      written(["a", "b c", "d,e", "f\"g", "h\ni", "j\rk", ""])
        == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\"j\rk\",\"\"\n")
  }

  @Test func `null is an empty cell, and alone in its row it has quotes`() {
    let graph = Graph()
    var csv = CSVWriter()
    csv.row([.null, .string("")], graph: graph)
    csv.row([.null], graph: graph)
    csv.row([.string("a")], graph: graph)
    #expect(csv.text == ",\"\"\n\"\"\na\n")
  }

  @Test func `texts that a spreadsheet would run are made harmless, numbers are left`() {
    let graph = Graph()
    var csv = CSVWriter()
    csv.row(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "a=b"].map { .string($0) }, graph: graph)
    csv.row([.integer(-1), .float(-0.5)], graph: graph)
    #expect(csv.text == "'=1+1,'+1,'-1,'@x,'\tx,\"'\rx\",a=b\n-1,-0.5\n")
    var raw = CSVWriter(guardsFormulas: false)
    raw.row(["=1+1"])
    #expect(raw.text == "=1+1\n")
  }

  @Test func `values have their text form`() {
    let graph = Graph()
    var csv = CSVWriter(delimiter: "\t")
    let date = Value.date(CalendarDate(daysSinceEpoch: 20_777))
    csv.row([.boolean(true), .integer(.min), .float(1), .float(.nan), date], graph: graph)
    csv.row([.list([.integer(1), .string("a"), date])], graph: graph)
    #expect(
      csv.text == "true\t-9223372036854775808\t1.0\tNaN\t2026-11-20\n"
        + "\"[1,\"\"a\"\",{\"\"$date\"\":\"\"2026-11-20\"\"}]\"\n")
  }

  private func written(_ row: [String]) -> String {
    var csv = CSVWriter()
    csv.row(row)
    return csv.text
  }
}
