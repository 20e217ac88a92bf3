import CypherEngine
import KeyAccounts
import PropertyGraph

/// The figures of the portfolio at one moment, as the reports give them for the last twelve months.
struct Outlook {
  /// The numbers of each figure of `OutlookFigure.all`, by the client, manager or product that they are of; none where
  /// there is nothing to measure.
  private(set) var numbers = OutlookFigure.all.map { _ in [[String]: Double]() }
  /// The manager of the greatest share.
  private(set) var mostExposed: String?

  /// Measures the portfolio of a session.
  init(of session: Session) throws(ShellError) {
    // The reports stand on the same views, and nothing is written between them.
    try session.engine.sharingAnswers { () throws(ShellError) in try measure(session) }
  }

  private mutating func measure(_ session: Session) throws(ShellError) {
    for report in OutlookFigure.reports {
      guard let answer = try session.answers(of: report).first else { continue }
      for (index, figure) in OutlookFigure.all.enumerated() where figure.report == report.name {
        take(figure, index, answer)
      }
    }
  }

  private mutating func take(_ figure: OutlookFigure, _ index: Int, _ answer: Answer) {
    let keys = figure.keys.compactMap { answer.columns.firstIndex(of: $0) }
    let parts = figure.columns.compactMap { answer.columns.firstIndex(of: $0) }
    guard parts.count == figure.columns.count else { return }
    for row in answer.rows {
      let numbers = parts.compactMap { row[$0].number }
      guard numbers.count == parts.count else { continue }
      let of = keys.map { column in if case .string(let name) = row[column] { name } else { "" } }
      let number = numbers.reduce(1, *)
      switch figure.gathering {
      case .each: self.numbers[index][of] = number
      case .sum: self.numbers[index][[], default: 0] += number
      case .greatest:
        let greatest = self.numbers[index][[]] ?? -.infinity
        guard of != [OutlookFigure.unmanaged], number > greatest else { continue }
        self.numbers[index][[]] = number
        mostExposed = of.first
      }
    }
  }
}

/// A figure that `what-if` compares: a column of a report.
struct OutlookFigure: Sendable {
  /// How the rows of a report become figures.
  enum Gathering { case each, sum, greatest }

  /// The report.
  let report: String
  /// What it is called.
  let name: String
  /// The columns that say whose figure it is.
  var keys: [String] = []
  /// The column of the figure; the product, where there are several.
  let columns: [String]
  let gathering: Gathering
  /// What the numbers are.
  let unit: ColumnStyle.Unit?
  /// Whether what a report does not mention is nothing, rather than unknown.
  var isNothingWhereMissing = true

  /// How `report managers` calls the profit of clients without a manager.
  static let unmanaged = "unmanaged"

  /// The figures, in the order in which they are shown.
  static let all: [OutlookFigure] = [
    .init(report: "abc", name: "profit", columns: ["profit"], gathering: .sum, unit: .money),
    .init(
      report: "concentration", name: "HHI", columns: ["HHI"], gathering: .sum, unit: .number,
      isNothingWhereMissing: false),
    .init(
      report: "concentration", name: "effective clients", columns: ["effectiveClients"], gathering: .sum,
      unit: .number, isNothingWhereMissing: false),
    .init(
      report: "concentration", name: "CR3", columns: ["CR3"], gathering: .sum, unit: .percent,
      isNothingWhereMissing: false),
    .init(
      report: "abc", name: "share of profit", keys: ["client"], columns: ["share"], gathering: .each,
      unit: .percent),
    .init(
      report: "managers", name: "most exposed manager", keys: ["manager"], columns: ["share"],
      gathering: .greatest, unit: .percent, isNothingWhereMissing: false),
    .init(
      report: "managers", name: "share of manager", keys: ["manager"], columns: ["share"], gathering: .each,
      unit: .percent),
    .init(
      report: "managers", name: "profit of manager", keys: ["manager"], columns: ["profit"], gathering: .each,
      unit: .money),
    .init(
      report: "managers", name: "clients of manager", keys: ["manager"], columns: ["clients"],
      gathering: .each, unit: .number),
    .init(report: "capital", name: "frozen capital", columns: ["frozen"], gathering: .sum, unit: .money),
    .init(
      report: "capital", name: "cost of it a year", columns: ["costAYear"], gathering: .sum, unit: .money),
    .init(
      report: "capital", name: "frozen by client", keys: ["client"], columns: ["frozen"], gathering: .each,
      unit: .money),
    .init(
      report: "pocket", name: "pocket margin", columns: ["margin", "quantity"], gathering: .sum, unit: .money),
    .init(
      report: "pocket", name: "pocket margin a unit", keys: ["client", "product"], columns: ["margin"],
      gathering: .each, unit: .money, isNothingWhereMissing: false),
    .init(
      report: "pocket", name: "pocket margin share", keys: ["client", "product"], columns: ["marginShare"],
      gathering: .each, unit: .percent, isNothingWhereMissing: false),
  ]

  /// The reports that give them.
  static let reports = Report.all.filter { report in all.contains { $0.report == report.name } }
}
