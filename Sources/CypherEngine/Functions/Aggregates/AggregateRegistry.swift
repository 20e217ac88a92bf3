/// The aggregating functions.
enum AggregateRegistry {
  /// Every aggregate, by name.
  static let all: [AggregateDefinition] = [
    AggregateDefinition(
      "avg", ["value": ParameterType(.number, .duration)], .any, "The mean of numbers or durations",
      deriving: { $0[0].isNumeric ? .float : .any }
    ) { AverageAccumulator() },
    AggregateDefinition(
      "collect", ["value": .any], .list(.any), "The values as a list",
      deriving: { .list($0[0] == .null ? .any : $0[0]) }
    ) { CollectAccumulator() },
    AggregateDefinition("count", ["value": .any], .integer, "The number of values, or of rows for count(*)") {
      CountAccumulator()
    },
    AggregateDefinition(
      "max", ["value": .any], .any, "The greatest value in the order of ORDER BY", deriving: { $0[0] }
    ) { ExtremeAccumulator(sign: 1) },
    AggregateDefinition(
      "min", ["value": .any], .any, "The least value in the order of ORDER BY", deriving: { $0[0] }
    ) { ExtremeAccumulator(sign: -1) },
    AggregateDefinition(
      "percentileCont", ["number": .number, "percentile": .number], .number,
      "The value at a percentile, 0 to 1, between neighbours where it falls there"
    ) { PercentileAccumulator(name: "percentileCont", interpolates: true) },
    AggregateDefinition(
      "percentileDisc", ["number": .number, "percentile": .number], .number,
      "The value nearest to a percentile, 0 to 1"
    ) { PercentileAccumulator(name: "percentileDisc", interpolates: false) },
    AggregateDefinition("stDev", ["number": .number], .float, "The standard deviation of a sample") {
      DeviationAccumulator(name: "stDev", isSample: true)
    },
    AggregateDefinition("stDevP", ["number": .number], .float, "The standard deviation of a whole population")
    {
      DeviationAccumulator(name: "stDevP", isSample: false)
    },
    AggregateDefinition(
      "sum", ["value": ParameterType(.number, .duration)], .any, "The sum of numbers or durations",
      deriving: { $0[0].isNumeric ? $0[0] : .any }
    ) { SumAccumulator() },
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

  /// The aggregate of a name in any case.
  static func find(_ name: String) -> AggregateDefinition? {
    byName[name] ?? byName[name.lowercased()]
  }
}
