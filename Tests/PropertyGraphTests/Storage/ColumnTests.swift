@testable import PropertyGraph
import Testing

struct ColumnTests {
  private let texts = TextHeap()

  private func column(_ values: [Value]) -> Column {
    let column = Column()
    for (row, value) in values.enumerated() { column.set(row, to: Cell(value, texts), texts) }
    return column
  }

  private func values(_ column: Column, _ count: Int) -> [String] {
    (0..<count).map { exact(column.cell($0, texts).value(texts)) }
  }

  @Test func `integers stay narrow until one needs more`() {
    let column = column([.integer(Int64(Int32.max)), .integer(Int64(Int32.min)), .null])
    #expect(column.kind == .integers32)
    column.set(3, to: .integer(Int64(Int32.max) + 1), texts)
    #expect(column.kind == .integers)
    #expect(
      values(column, 5)
        == [Value.integer(2_147_483_647), .integer(-2_147_483_648), .null, .integer(2_147_483_648), .null]
        .map(exact))
  }

  @Test func `dates beyond 32 bits of days widen the column`() {
    let column = column([.date(CalendarDate(daysSinceEpoch: -5))])
    #expect(column.kind == .dates32)
    column.set(1, to: .date(.max), texts)
    #expect(
      column.kind == .dates
        && values(column, 2)
          == [Value.date(CalendarDate(daysSinceEpoch: -5)), .date(CalendarDate(daysSinceEpoch: .max))].map(
            exact)
    )
  }

  @Test func `a column with two types is mixed and keeps both`() {
    let column = column([.integer(1), .string("a"), .null, .float(1)])
    #expect(column.kind == .mixed && column.filled == 3)
    #expect(values(column, 4) == [Value.integer(1), .string("a"), .null, .float(1)].map(exact))
  }

  @Test func `a column whose values are gone takes any type again`() {
    let column = column([.integer(1), .integer(2)])
    column.clear(0)
    column.clear(1)
    column.set(1, to: .boolean(true), texts)
    #expect(column.kind == .booleans && values(column, 2) == [Value.null, .boolean(true)].map(exact))
  }

  @Test(arguments: [
    Value.integer(7), .float(2), .boolean(true), .string("x"), .date(CalendarDate(daysSinceEpoch: 1)),
  ])
  func `a value far down leaves nulls before it`(value: Value) {
    for row in [0, 1, 63, 64, 65, 1_000] {
      let column = Column()
      column.set(row, to: Cell(value, texts), texts)
      #expect(column.count == row + 1 && column.filled == 1)
      #expect((0..<row).allSatisfy { column.isNull($0) } && !column.isNull(row))
      column.set(row + 1, to: Cell(value, texts), texts)
      column.clear(row)
      #expect(column.isNull(row) && !column.isNull(row + 1) && column.isNull(row + 2))
    }
  }

  @Test func `rows that were dropped come back without the nulls that were there`() {
    let column = column([.integer(1), .null, .integer(3)])
    column.clear(2)
    column.truncate(to: 1)
    column.set(1, to: .integer(4), texts)
    column.set(2, to: .integer(5), texts)
    #expect(values(column, 3) == [Value.integer(1), .integer(4), .integer(5)].map(exact))
  }
}
