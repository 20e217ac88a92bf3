import PropertyGraph
import Testing

@testable import Shell

/// Tables at a terminal that is narrower than they would like.
struct NarrowTableTests {
  @Test func `Words are broken only where no room is left for them`() {
    let query =
      "RETURN 'Магнитогорский металлургический комбинат' AS client, 'Волга-Бумага 2026-11-20' AS text, 1 AS n;"
    #expect(
      TestShell(width: 35).run(query) == """
         client           │ text       │ n
        ──────────────────┼────────────┼───
         Магнитогорский   │ Волга-     │ 1
         металлургический │ Бумага     │
         комбинат         │ 2026-11-20 │
        (1 row)
        """)
    #expect(TestShell(width: 26).run(query).contains("\n Магнитого │ Волга-   │ 1\n рский     │"))
  }

  @Test(arguments: [
    ("we: 在下周之前发送新的样品和新的报价单，并且安排", 20, ["we: 在下周之前发送新", "的样品和新的报价单，", "并且安排"]),
    ("漢字漢字。漢", 8, ["漢字漢", "字。漢"]), ("カヴァレイロー", 12, ["カヴァレイ", "ロー"]),
    ("안녕 세계로", 8, ["안녕", "세계로"]), ("漢字「漢」", 6, ["漢字", "「漢」"]), ("漢 字", 2, ["漢", "字"]), ("漢字", 1, ["漢", "字"]),
  ])
  func `Chinese and Japanese are broken anywhere but before punctuation, Korean at blanks`(
    _ text: String, _ width: Int, _ lines: [String]
  ) {
    #expect(CellText.lines(of: text, width: width).lines == lines)
  }

  @Test func `Columns without values go first, then spare ones from the left, and the table says so`() {
    let shell = TestShell(width: 40)
    shell.run("columns code=spare days=number+spare")
    let query =
      "RETURN 'Северсталь' AS client, null AS note, 12345 AS code, 1234.5 AS days, 'at risk' AS state;"
    #expect(
      shell.run(query) == """
         client     │     days │ state
        ────────────┼──────────┼─────────
         Северсталь │ 1234.500 │ at risk
        (1 row) (no values: note) (no room for
        code; 'format vertical' shows all)
        """)
    #expect(!TestShell(width: 80).run("columns code=spare", query).contains("no room"))
    // Elsewhere than at a terminal nothing is left out.
    let pipe = TestShell()
    pipe.run("columns code=spare")
    #expect(pipe.run(query).contains("12345"))
  }

  @Test func `A single spare column stays`() {
    let shell = TestShell(width: 20)
    shell.run("columns text=spare")
    #expect(shell.run("RETURN 'водогрязеторфопарафинолечение' AS text;").contains("водогрязеторфопара"))
  }

  @Test func `Beside a hundred thousand cents are left out`() {
    let shell = TestShell()
    shell.run("columns m=money")
    #expect(shell.run("UNWIND [1.25, 99999.5] AS m RETURN m;").contains("     1.25\n 99999.50"))
    #expect(shell.run("UNWIND [1.25, -100000.0] AS m RETURN m;").contains("       1\n -100000"))
    shell.run("format csv")
    #expect(shell.run("UNWIND [1.25, 100000.5] AS m RETURN m;") == "m\n1.25\n100000.5")
  }
}
