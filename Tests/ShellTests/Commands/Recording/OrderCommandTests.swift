import Testing

@testable import Shell

/// The lines of an order, in every way in which people write them.
struct OrderCommandTests {
  private static func shell() -> TestShell {
    let shell = TestShell()
    shell.run(
      "add client Северсталь", "add client Back to Basics", "add product bearings listPrice=10",
      "add product seals listPrice=3", "add product \"Ball, big\" listPrice=5",
      "add product \"seals 3\" listPrice=7")
    _ = shell.errors
    return shell
  }

  @Test(arguments: [
    ("order Северсталь for bearings 100 for seals 40", "order of Северсталь: 2 lines, 1120.00"),
    ("order Северсталь for bearings 100, seals 40", "order of Северсталь: 2 lines, 1120.00"),
    ("order for Северсталь: bearings 100, seals 40", "order of Северсталь: 2 lines, 1120.00"),
    (
      "order for север: bearings 100 @12,5 -5%, seals 40 @3, for seals 1",
      "order of Северсталь: 3 lines, 1310.50"
    ),
    ("order Северсталь for Ball, big 2, seals 1", "order of Северсталь: 2 lines, 13.00"),
    ("order Северсталь for \"Ball, big\" 2", "order of Северсталь: 1 line, 10.00"),
    ("order Северсталь for seals 3 2, bearings 1", "order of Северсталь: 2 lines, 24.00"),
    ("order Северсталь for 100 bearings, 40 seals @2", "order of Северсталь: 2 lines, 1080.00"),
    ("order Северсталь for bearings 100,", "order of Северсталь: 1 line, 1000.00"),
    ("order for Северсталь: bearings 100 on 2026-11-02 number=A-1", "order of Северсталь: 1 line, 1000.00"),
  ])
  func `Lines stand behind 'for' or behind commas, and the client may stand there too`(
    _ line: String, _ said: String
  ) {
    let shell = Self.shell()
    #expect(shell.run(line) == said)
    #expect(shell.errors == "")
  }

  @Test(arguments: [
    ("order for bearings 100", "'order' needs CLIENT"),
    ("order for Нет: bearings 100", "no such client: 'Нет'\n  order for Нет: bearings 100\n            ^^^"),
    ("order for Северсталь:", "'order' needs PRODUCT QUANTITY"),
    ("order for Северсталь: bearings", "for: 'bearings' is not a product, a quantity"),
    ("order Северсталь for Северсталь: bearings 100", "no such product: 'Северсталь: bearings'"),
    ("order Северсталь for bearings, seals 40", "no such product: 'bearings, seals'"),
    ("order Северсталь for ,", "is not a product"),
  ])
  func `What is no line says what a line is`(_ line: String, _ error: String) {
    let shell = Self.shell()
    #expect(shell.run(line) == "")
    let errors = shell.errors
    #expect(errors.contains(error), "\(errors)")
  }
}
