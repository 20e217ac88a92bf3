import KeyAccounts
import PropertyGraph

/// All that counts about a client, to be read on paper or on a phone.
struct Dossier {
  /// What a client ordered in a month.
  struct Month {
    var first: CalendarDate
    var orders: Int
    var revenue: Double
  }

  /// A part of a whole.
  struct Share {
    var name: String
    var share: Double
    var isThis = false
  }

  let client: String
  let day: CalendarDate
  /// The answers of `brief`.
  let brief: [Answer]
  let map: DecisionMap
  /// The shares of profit, the greatest first; of all clients the greatest, this one, and the rest together.
  private(set) var shares: [Share] = []
  /// The last twelve months, the present one last.
  private(set) var months: [Month] = []
  /// The way from the list price to the margin, a row a product.
  private(set) var pocket: Answer?
  /// Refusals by period.
  private(set) var refusals: Answer?

  private static let shownShares = 8

  /// Gathers what is known of a client.
  init(of client: NodeReference, session: Session) throws(ShellError) {
    self.client = client.name
    day = session.today
    brief = try session.answers(to: Question.brief, of: client.name).map(\.shortened)
    map = try DecisionMap(of: client, session: session)
    let only = [(key: "client", value: client.name)]
    shares = try Self.shares(session.answers(of: .abc).first, client: client.name)
    months = try Self.months(of: client, session)
    pocket = try session.answers(of: .pocket, only).first.flatMap { $0.rows.isEmpty ? nil : $0 }
    refusals = try session.answers(of: .refusals, only).first.flatMap { answer in
      let count = answer.columns.firstIndex(of: "refusals")
      return answer.rows.contains { row in count.map { (row[$0].number ?? 0) > 0 } ?? false } ? answer : nil
    }
  }

  private static func shares(_ answer: Answer?, client: String) -> [Share] {
    guard let answer, let name = answer.columns.firstIndex(of: "client"),
      let share = answer.columns.firstIndex(of: "share")
    else { return [] }
    let all = answer.rows.compactMap { row -> Share? in
      guard let name = row[name].word, let share = row[share].number else { return nil }
      return Share(name: name, share: share, isThis: name == client)
    }
    var shown = Array(all.prefix(shownShares))
    shown += all.dropFirst(shownShares).filter(\.isThis)
    let rest = all.count - shown.count
    guard rest > 0 else { return shown }
    let left = all.reduce(0) { $0 + $1.share } - shown.reduce(0) { $0 + $1.share }
    return shown + [Share(name: counted(rest, "other client"), share: left)]
  }

  private static func months(of client: NodeReference, _ session: Session) throws(ShellError) -> [Month] {
    let day = session.today.civil
    guard let now = CalendarDate(year: day.year, month: day.month, day: 1),
      let first = now.adding(months: -11)
    else { return [] }
    let rows = try session.answer(Question.ordersByMonth, ["id": client.idValue, "from": .date(first)]).rows
    return (0..<12).compactMap { offset in
      guard let month = first.adding(months: offset) else { return nil }
      let row = rows.first {
        if case .date(let date) = $0[0] { date.daysSinceEpoch == month.daysSinceEpoch } else { false }
      }
      return Month(first: month, orders: row?[1].whole ?? 0, revenue: row?[2].number ?? 0)
    }
  }
}
