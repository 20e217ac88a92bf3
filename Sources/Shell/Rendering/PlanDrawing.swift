import TerminalText
import CypherEngine
import TerminalText

/// Draws a plan as a tree: the step that gives the rows first, what it draws on below.
enum PlanDrawing {
  /// The lines of a plan, with columns for rows and time where it was run.
  static func text(_ plan: PlanDescription) -> String {
    var lines: [(tree: String, details: String, numbers: [String])] = []
    let isProfiled = plan.rows != nil
    add(plan, isProfiled: isProfiled, first: "", rest: "", to: &lines)
    let heads = isProfiled ? ["estimate", "rows", "ms"] : ["estimate"]
    let treeWidth = (lines.map { DisplayWidth.of($0.tree) } + [4]).max() ?? 4
    let widths = heads.indices.map { column in
      (lines.map { $0.numbers[column].utf8.count } + [heads[column].utf8.count]).max() ?? 0
    }
    func line(_ tree: String, _ numbers: [String], _ details: String) -> String {
      let cells = zip(numbers, widths).map { CellText.padded($0, width: $1, isRight: true) }
      let text =
        CellText.padded(tree, width: treeWidth, isRight: false) + "  " + cells.joined(separator: "  ")
      return details.isEmpty ? text : text + "  " + details
    }
    let body = lines.map { line($0.tree, $0.numbers, SafeText.of($0.details)) }
    return ([line("step", heads, "details")] + body).joined(separator: "\n")
  }

  private static func add(
    _ plan: PlanDescription, isProfiled: Bool, first: String, rest: String,
    to lines: inout [(tree: String, details: String, numbers: [String])]
  ) {
    var numbers = [estimate(plan.estimatedRows)]
    if isProfiled {
      // A step that was never reached has neither.
      let time = plan.time.map { String(($0.milliseconds * 1000).rounded() / 1000) } ?? ""
      numbers += [plan.rows.map(String.init) ?? "", time]
    }
    lines.append((first + plan.name, plan.details, numbers))
    for (index, input) in plan.inputs.enumerated() {
      let isLast = index == plan.inputs.count - 1
      add(
        input, isProfiled: isProfiled, first: rest + (isLast ? "└ " : "├ "),
        rest: rest + (isLast ? "  " : "│ "), to: &lines)
    }
  }

  /// An estimate without decimals, unless it is below ten.
  private static func estimate(_ rows: Double) -> String {
    guard rows.isFinite, rows < 1e15 else { return "many" }
    if rows < 10 { return String((rows * 10).rounded() / 10) }
    return String(Int(rows.rounded()))
  }
}
