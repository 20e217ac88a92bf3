import TerminalText
import Testing

@testable import KeyAccounts
@testable import Shell

/// What people read most, at eighty columns with names as long as they are in life.
struct EightyColumnsTests {
  private static let client = "Магнитогорский металлургический комбинат"

  private static func shell() -> TestShell {
    let shell = TestShell(width: 80, glyphs: .blocks)
    shell.run(
      "add own \"Подшипник-Трейд\"", "add client \"\(client)\" industry=steel region=Магнитогорск tier=A",
      "add client Северсталь", "add competitor \"Европейская подшипниковая корпорация\"",
      "add product \"подшипники роликовые двухрядные\" listPrice=1840 unitCost=1210",
      "add person \"Александра Преображенская\" at \"\(client)\" as \"Начальник отдела снабжения\"",
      "add person \"Екатерина Рождественская\" at \"Подшипник-Трейд\"",
      "manage \"\(client)\" by \"Екатерина Рождественская\" since 2024-01-01",
      "knows \"Екатерина Рождественская\" with \"Александра Преображенская\" strength=4",
      "role decider \"Александра Преображенская\" at \"\(client)\" influence=9 support=-1 since 2024-01-01",
      "concede deferral 60d at \"\(client)\" from 2026-01-01",
      "concede stock 45d at \"\(client)\" from 2026-01-01",
      "refusal complaint at \"\(client)\" for \"подшипники роликовые двухрядные\" on 2026-08-08 reason=brokenPromise",
      "rival \"Европейская подшипниковая корпорация\" at \"\(client)\" since 2026-01-01 level=supplying share=35%",
      "offer to \"\(client)\" by \"Европейская подшипниковая корпорация\" for \"подшипники роликовые двухрядные\" price=1650 on 2026-11-10",
      "buys \"\(client)\" for \"подшипники роликовые двухрядные\" annualSpend=15m",
      "lose \"\(client)\" on 2026-11-01 reason=brokenPromise",
      "promise by \"Екатерина Рождественская\" at \"\(client)\" on 2026-10-20 due 2026-11-10 \"прислать расчёт\"",
      "order Северсталь for \"подшипники роликовые двухрядные\" 100 @1790 on 2026-05-05")
    for day in ["2025-12-01", "2026-02-19", "2026-03-20", "2026-05-19"] {
      shell.run(
        "order \"\(client)\" for \"подшипники роликовые двухрядные\" 1150 @1790 -5% on \(day)",
        "log call with \"Александра Преображенская\" by \"Екатерина Рождественская\" on \(day) direction=out")
    }
    return shell
  }

  /// The reports that are tables; the price waterfall is drawn line by line where pictures are on.
  @Test(arguments: Report.all.map(\.name).filter { $0 != "pocket" })
  func `A report is a table that fits`(_ name: String) {
    let shell = Self.shell()
    #expect(shell.errors == "")
    let text = shell.run("report \(name)")
    #expect(shell.errors == "")
    #expect(text.contains("─┼─"), "\(text)")
    #expect(!text.contains("─── 1 ───"), "\(text)")
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }

  @Test(arguments: [
    "brief \(client)", "agenda", "who decides at \(client)", "who works at \(client)", "history \(client)",
    "card \(client)", "card Александра", "check", "find подшипник", "list clients", "what-if lose Северсталь",
  ])
  func `An answer fits`(_ line: String) {
    let shell = Self.shell()
    let text = shell.run(line)
    #expect(shell.errors == "")
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }
}
