internal import TerminalText

/// The list of what could stand at the cursor, in columns.
struct CompletionMenu {
  /// The rows of the list.
  let rows: [Row]

  private static let gap = 2

  /// Lays the list out, sorted by columns, in at most so many rows; it says how many it leaves out.
  init(_ completions: [Completion], columns: Int, height: Int) {
    let room = max(columns - 1, 1)
    let labels = completions.map { min(DisplayWidth.of($0.label), room) }.max() ?? 0
    let hasSummaries = completions.contains { !$0.summary.isEmpty }
    let summaries = hasSummaries ? completions.map { DisplayWidth.of($0.summary) }.max() ?? 0 : 0
    let wanted = labels + (hasSummaries ? Self.gap + summaries : 0)
    let width = min(wanted, room)
    let across = max(1, (room + Self.gap) / (width + Self.gap))
    let most = max(height, 2)
    let needed = (completions.count + across - 1) / across
    let down = needed <= most ? needed : most - 1
    var rows: [Row] = []
    for line in 0..<down {
      var row = Row()
      for column in 0..<across {
        let index = column * down + line
        guard index < completions.count else { break }
        row.pad(to: column * (width + Self.gap))
        let end = min(column * (width + Self.gap) + width, room)
        row.append(completions[index].label, .plain, atMost: end)
        guard !completions[index].summary.isEmpty else { continue }
        row.pad(to: min(column * (width + Self.gap) + labels + Self.gap, end))
        row.append(completions[index].summary, .faint, atMost: end)
      }
      rows.append(row)
    }
    let shown = min(completions.count, down * across)
    if shown < completions.count {
      var row = Row()
      row.append("… and \(completions.count - shown) more", .faint, atMost: room)
      rows.append(row)
    }
    self.rows = rows
  }
}

extension Row {
  /// Adds spaces up to a column.
  fileprivate mutating func pad(to column: Int) {
    let count = column - width
    if count > 0 { append(String(repeating: " ", count: count), .plain, width: count) }
  }
}
