import TerminalText
import Testing

@testable import Shell

/// The page with which one walks into a meeting.
struct BriefCommandTests {
  private static let client = "Магнитогорский металлургический комбинат"

  /// A client with more of everything than a page holds, with long names, wide letters and marks.
  private static func record(_ shell: TestShell) {
    let people = [
      "Иван Петров", "Анна Соколова", "山田太郎", "Мария Константинопольская", "Jose\u{301} Nin\u{303}o",
      "Юрий Ким",
    ]
    let roles = ["decider", "influencer", "approver", "buyer", "user", "gatekeeper"]
    let at = "at '\(client)'"
    shell.run(
      "add own Подшипник-Трейд",
      "add client '\(client)' industry=steel region=Магнитогорск tier=A note='пропуск за день'",
      "add client Other", "add competitor 'Европейская подшипниковая корпорация'", "add segment Metals",
      "belongs '\(client)' to Metals", "order Other for roller 900 on 2026-05-05")
    for product in ["roller", "seals", "grease", "couplings"] {
      shell.run("add product \(product) listPrice=100 unitCost=60")
    }
    for name in ["Ольга Иванова", "Екатерина Рождественская"] {
      shell.run("add person '\(name)' at Подшипник-Трейд", "manage '\(client)' by '\(name)' since 2024-01-01")
    }
    for (person, role) in zip(people, roles) {
      shell.run(
        "add person '\(person)' \(at) as Director", "role \(role) '\(person)' \(at) influence=7 support=1",
        "knows 'Екатерина Рождественская' with '\(person)' strength=4")
    }
    for day in 1...9 {
      shell.run(
        "order '\(client)' for roller 1000 for seals 40 for grease 10 for couplings 3 on 2026-0\(day)-01",
        "log call with '\(people[day % 6])' by 'Ольга Иванова' on 2026-0\(day)-15 about prices \"просит рассрочку на 60 дней и скидку\"",
        "promise by 'Ольга Иванова' \(at) on 2026-10-01 due 2026-11-0\(day) \"прислать расчёт номер \(day) с новыми ценами\"",
        "promise by 'Иван Петров' \(at) on 2026-10-01 due 2026-12-0\(day) \"ответ \(day)\"",
        "offer to '\(client)' by 'Европейская подшипниковая корпорация' for roller price=\(80 + day) deferralDays=90 on 2026-11-0\(day)",
        "intel \(at) from 'Иван Петров' on 2026-11-0\(day) grade=B2 \"обещают склад у ворот, слух номер \(day)\"",
        "refusal complaint \(at) for seals on 2026-0\(day)-08 reason=deadline severity=3 \"десять дней опоздания\"",
        "demand deferral \(day * 10)d \(at) on 2026-10-0\(day)",
        "concede stock \(day)d \(at) from 2026-10-0\(day)",
        "add competitor Rival\(day)",
        "rival Rival\(day) \(at) for seals since 2026-01-01 level=supplying share=\(day)%")
    }
  }

  @Test(arguments: [nil, 80, 120, 200])
  func `A busy client is one screen`(_ width: Int?) {
    let shell = TestShell(width: width, glyphs: width == nil ? nil : .blocks)
    Self.record(shell)
    _ = shell.errors
    let page = shell.run("brief \(Self.client)")
    #expect(shell.errors == "")
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect((25...45).contains(lines.count), "\(page)")
    for line in lines { #expect(DisplayWidth.of(line) <= width ?? 80, "\(line)") }
    for text in ["null", "rows)", "│", "[", "{", "nil"] {
      #expect(!page.contains(text), "\(text) in\n\(page)")
    }
    for label in [
      "Managers", "Note", "Brings", "Orders", "Frozen", "Pocket", "Topics", "Deciding", "Covered", "Contacts",
      "Promises",
      "Terms", "Refusals", "Rivals", "Offers", "News",
    ] {
      #expect(lines.contains { $0.hasPrefix(label + "  ") }, "\(label) in\n\(page)")
    }
    #expect(lines[0].hasPrefix("\(Self.client): client, steel"))
  }

  @Test func `What is left out is counted, and the commands that show it stand at the end`() throws {
    let shell = TestShell(width: 80, glyphs: .blocks)
    Self.record(shell)
    let lines = shell.run("brief \(Self.client)").split(separator: "\n").map(String.init)
    func rows(_ label: String, beginning words: [String]) throws -> (shown: Int, more: Int) {
      let start = try #require(lines.firstIndex { $0.hasPrefix(label + "  ") })
      let next = lines[(start + 1)...].firstIndex { $0.first?.isLetter == true } ?? lines.count
      let section = lines[start..<next]
      let shown = section.count { line in words.contains { line.dropFirst(10).hasPrefix($0) } }
      let more = section.compactMap { line in
        line.hasPrefix("+") ? Int(line.dropFirst().prefix { $0.isNumber }) : nil
      }
      return (shown, more.first ?? 0)
    }
    for (label, words, count) in [
      ("Contacts", ["2026-"], 9), ("Promises", ["overdue 2026-", "2026-"], 18), ("Terms", ["2026-"], 18),
      ("Refusals", ["2026-"], 9), ("Rivals", ["Rival"], 9), ("Offers", ["2026-"], 9), ("News", ["2026-"], 9),
    ] {
      let (shown, more) = try rows(label, beginning: words)
      #expect(shown > 0 && shown + more == count, "\(label): \(shown) and \(more)")
    }
    let footer = lines.suffix(4).joined(separator: " ")
    for command in [
      "more: ", "history '\(Self.client)'", "map '\(Self.client)'", "report coverage client='\(Self.client)'",
    ] {
      #expect(footer.contains(command), "\(footer)")
    }
  }

  @Test func `Three topics stand on the page whatever else there is, the most pressing first`() {
    let shell = TestShell(width: 80)
    Self.record(shell)
    let page = shell.run("brief \(Self.client)")
    #expect(page.contains("Topics    our overdue promise: прислать расчёт номер 1 с новыми ценами\n"))
    #expect(page.contains("          the complaint that is not settled: seals, deadline"))
    #expect(page.contains("          their open demand: deferral 90 days (2026-10-09)\n"), "\(page)")
  }

  @Test func `A page says what is known, in sentences without holes`() {
    let shell = TestShell()
    shell.run(
      "add own Мы", "add client Завод industry=steel since=2020-02-29",
      "add product seals listPrice=10 unitCost=6",
      "add person Ольга at Мы", "add person Иван at Завод", "add person Нина at Завод",
      "role decider Иван at Завод for seals influence=9 support=-1 since 2024-01-01",
      "role user Нина at Завод since 2024-01-01", "knows Ольга with Иван strength=4",
      "order Завод for seals 100 @9 on 2026-10-05",
      "log call with Иван by Ольга on 2026-11-03 \"хочет скидку\"",
      "promise by Ольга at Завод on 2026-11-01 due 2026-11-10 \"прислать образцы\"",
      "promise by Иван at Завод on 2026-11-01 \"ответить\"", "demand price 5% at Завод on 2026-11-02",
      "concede deferral 30d at Завод from 2026-11-05 until 2027-01-01",
      "concede stock 30d at Завод from 2027-01-01",
      "refusal lostDeal at Завод for seals on 2026-01-08 reason=price resolvedOn=2026-02-01")
    _ = shell.errors
    #expect(
      shell.run("brief Завод") == """
        Завод: client, steel, since 2020-02-29
        Managers  nobody manages them
        Brings    100 % of all profit, rank 1 of 1; revenue 900 in 12 months
        Orders    0 0 0 0 0 0 0 0 0 0 900 0 by month; last 2026-10-05, 46 days ago:
                  active
        Frozen    73.97 by 30 days to pay and 0 days of stock; 13.32 a year at 18 %
        Pocket    seals 8.87 of 10, margin 32.33 %
        Topics    our overdue promise: прислать образцы (2026-11-10)
                  their open demand: price 5 percent (2026-11-02)
                  the last talk: хочет скидку (2026-11-03)
        Deciding  Иван, decider for seals; influence 9, support -1; known to Ольга, met
                  2026-11-03
                  Нина, user; known to nobody, never met
        Covered   seals 35 %; not met: user; unknown: buyer, influencer, gatekeeper
        Contacts  2026-11-03 call with Иван: хочет скидку
        Promises  overdue 2026-11-10 we: прислать образцы (Ольга)
                  undated they: ответить (Иван)
        Terms     2026-11-05 we grant deferral 30 days
                  2026-11-02 they ask for price 5 %, open
        Refusals  2026-01-08 lost deal, settled 2026-02-01: seals, price
        """)
    #expect(shell.errors == "")
  }

  @Test func `A client of whom nothing is known is a line or two`() {
    let shell = TestShell()
    shell.run("add client Новый")
    #expect(shell.run("brief Новый") == "Новый: client\nManagers  nobody manages them")
  }

  @Test func `Control characters of the data are spelled out`() {
    let shell = TestShell(width: 80)
    shell.run("CREATE (:Company:Client {name: 'Завод', industry: 'st\\u001beel', note: 'a\\nb'});")
    let page = shell.run("brief Завод")
    #expect(page.contains("st\\u001beel") && page.contains("a\\nb"), "\(page)")
    #expect(!page.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `Other formats give each answer its table, the longest shortened under a title that says so`() {
    let shell = TestShell()
    Self.record(shell)
    let text = shell.run("format vertical\nbrief \(Self.client)")
    #expect(text.contains("Last contacts (5 of 9)\n─── 1 ───"), "\(text)")
    #expect(text.contains("Open promises, overdue first\n"))
    #expect(text.contains("(18 rows)"))
    #expect(!text.contains("Contacts  "))
  }

  @Test func `A hand-over pack has the look of the brief`() {
    let shell = TestShell()
    shell.run(
      "add own Мы", "add client Завод", "add person Ольга at Мы", "add person Павел at Мы",
      "add person Иван at Завод",
      "manage Завод by Ольга since 2025-01-01", "role decider Иван at Завод influence=9 since 2025-01-01",
      "promise by Ольга at Завод due 2026-12-01 \"образцы\"")
    #expect(
      shell.run("handover Ольга to Павел") == """
        Завод: Ольга → Павел
        Deciding  Иван, decider; influence 9; known to nobody, never met
        Promises  2026-12-01 we: образцы (Ольга)
        """)
  }
}
