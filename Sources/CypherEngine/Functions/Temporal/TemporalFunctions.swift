import CypherSyntax
import PropertyGraph

/// Functions that make and truncate points of time.
enum TemporalFunctions {
  static let all: [FunctionDefinition] =
    TemporalKind.allCases.flatMap { [constructor($0)] + clocks($0) + [truncation($0)] } + epochs

  private static let point = ParameterType(
    .string, .map, .date, .localTime, .time, .localDateTime, .dateTime)

  private static func constructor(_ kind: TemporalKind) -> FunctionDefinition {
    FunctionDefinition(
      kind.rawValue, ["value?": point], kind.type,
      "\(kind.type.name.sentenceStart) of a text, of components or of another point of time; the current one without"
    ) { call throws(CypherError) in try TemporalConstruction(kind: kind, call: call).value() }
  }

  private static func clocks(_ kind: TemporalKind) -> [FunctionDefinition] {
    let statement = ["transaction", "statement"].map { name in
      FunctionDefinition(
        "\(kind.rawValue).\(name)", ["timezone?": ParameterType(.string, .map)], kind.type,
        "The current \(kind.rawValue), the same throughout a statement"
      ) { call throws(CypherError) in
        try TemporalConstruction(kind: kind, call: call).currentInNamedZone()
      }
    }
    let realtime = FunctionDefinition(
      "\(kind.rawValue).realtime", ["timezone?": ParameterType(.string, .map)], kind.type,
      "The current \(kind.rawValue), at every call anew"
    ) { call throws(CypherError) in
      try TemporalConstruction(kind: kind, call: call.inRealTime).currentInNamedZone()
    }
    return statement + [realtime]
  }

  private static func truncation(_ kind: TemporalKind) -> FunctionDefinition {
    FunctionDefinition(
      "\(kind.rawValue).truncate", ["unit": .string, "value?": temporal, "components?": .map], kind.type,
      "The point of time without what is finer than a unit, and with some components set"
    ) { call throws(CypherError) in try TemporalTruncation(kind: kind, call: call).value() }
  }

  private static let temporal = ParameterType(.date, .localTime, .time, .localDateTime, .dateTime)

  private static let epochs: [FunctionDefinition] = [
    FunctionDefinition(
      "datetime.fromepoch", ["seconds": .integer, "nanoseconds": .integer], .dateTime,
      "The date-time so many seconds after 1970"
    ) { call throws(CypherError) in try TemporalConstruction(kind: .datetime, call: call).fromEpoch() },
    FunctionDefinition(
      "datetime.fromepochmillis", ["milliseconds": .integer], .dateTime,
      "The date-time so many milliseconds after 1970"
    ) { call throws(CypherError) in
      try TemporalConstruction(kind: .datetime, call: call).fromEpochMilliseconds()
    },
  ]
}

extension FunctionCall {
  /// The call with a clock that shows this very instant.
  fileprivate var inRealTime: FunctionCall {
    replacing(context: RealTimeContext(clock: .now(zone: context.clock.zone), graph: context.graph))
  }

  private struct RealTimeContext: FunctionContext {
    let clock: StatementClock
    let graph: Graph

    func check() {}
    func work(_ steps: Int) {}
    func make(bytes: Int) {}
  }
}

extension String {
  /// With a capital at its beginning.
  fileprivate var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
