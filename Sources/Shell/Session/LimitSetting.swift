import CypherEngine
import PropertyGraph

/// A limit of statements, declared once: the options `--max-…` and the command `limits` derive from it.
struct LimitSetting: Sendable {
  /// What it limits: `time`.
  let name: String
  /// How help calls its value.
  let label: String
  /// What it does, in one line.
  let summary: String
  /// What a value must be.
  let expectation: String
  /// The limit as a number; nil where there is none.
  let number: @Sendable (Limits) -> Int?
  /// Sets the limit; nil lifts it.
  private let set: @Sendable (inout Limits, Int?) -> Void
  private let units: [(suffix: String, factor: Int)]

  /// The limits, as `limits` lists them.
  static let all: [LimitSetting] = [
    LimitSetting(
      "time", "TIME", "stop a statement that runs longer", "a time such as 500ms, 10s or 2m, or none",
      units: [("ms", 1), ("s", 1000), ("m", 60_000), ("", 1000)],
      number: { $0.time.map { Int(min($0.milliseconds, 1e15)) } }
    ) { $0.time = $1.map { .milliseconds($0) } },
    LimitSetting(
      "memory", "SIZE", "stop a statement that holds more in intermediate results",
      "a size such as 512k, 256m or 2g, or none", units: sizes, number: { $0.memory }
    ) { $0.memory = $1 },
    LimitSetting(
      "rows", "ROWS", "stop a statement that holds or answers more rows",
      "a number of rows such as 5000, 100k or 1m, or none", units: [("k", 1000), ("m", 1_000_000), ("", 1)],
      number: { $0.rows }
    ) { $0.rows = $1 },
    LimitSetting(
      "text", "SIZE", "refuse a statement whose text is longer", "a size such as 64k or 16m, or none",
      units: sizes, number: { $0.textLength }
    ) { $0.textLength = min($1 ?? .max, Limits().textLength) },
    LimitSetting(
      "depth", "LEVELS", "refuse expressions and subqueries nested deeper",
      "a number of levels up to \(Limits().depth), or none", units: [("", 1)], number: { $0.depth }
    ) { $0.depth = min($1 ?? .max, Limits().depth) },
  ]

  private static let sizes = [("k", 1 << 10), ("m", 1 << 20), ("g", 1 << 30), ("", 1)]

  private init(
    _ name: String, _ label: String, _ summary: String, _ expectation: String,
    units: [(suffix: String, factor: Int)], number: @escaping @Sendable (Limits) -> Int?,
    set: @escaping @Sendable (inout Limits, Int?) -> Void
  ) {
    self.name = name
    self.label = label
    self.summary = summary
    self.expectation = expectation
    self.units = units
    self.number = number
    self.set = set
  }

  /// Sets the limit as a text says; false where that is no value for it.
  func apply(_ text: String, to limits: inout Limits) -> Bool {
    if text == "none" {
      set(&limits, nil)
      return true
    }
    guard let unit = units.first(where: { text.hasSuffix($0.suffix) }),
      let number = Int(text.dropLast(unit.suffix.count)), number >= 0
    else { return false }
    let (value, overflow) = number.multipliedReportingOverflow(by: unit.factor)
    set(&limits, overflow ? .max : value)
    return true
  }

  /// The limit as a text that `apply` reads.
  func text(_ limits: Limits) -> String {
    guard let number = number(limits) else { return "none" }
    let unit = units.filter { number > 0 && number % $0.factor == 0 }.max { $0.factor < $1.factor }
    guard let unit else { return "\(number)" }
    return "\(number / unit.factor)\(unit.suffix)"
  }

  /// Whether one of the limits is looser in some than in others.
  static func isLooser(_ limits: Limits, than others: Limits) -> Bool {
    all.contains { ($0.number(limits) ?? .max) > ($0.number(others) ?? .max) }
  }
}

extension Limits {
  /// What statements may take unless somebody says otherwise: half of the machine's memory.
  static func usual(memoryOfMachine: Int?) -> Limits { Limits(memory: memoryOfMachine.map { $0 / 2 }) }

  /// What statements may take under `--safe`.
  static let safe = Limits(
    time: .seconds(10), memory: 256 << 20, rows: 1_000_000, textLength: 1 << 20, depth: 100)
}
