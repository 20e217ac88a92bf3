import CypherSyntax
import PropertyGraph

/// Functions that make durations.
enum DurationFunctions {
  static let all: [FunctionDefinition] = [
    FunctionDefinition(
      "duration", ["value": ParameterType(.string, .map, .duration)], .duration,
      "A duration of a text or of components"
    ) { call throws(CypherError) in
      switch call[0] {
      case .duration: return call[0]
      case .string(let text):
        guard let duration = TemporalDuration(text: text) else {
          throw call.invalid("'\(text)' is no duration of ISO 8601", hint: "such as 'P1Y2M3DT4H5M6.7S'")
        }
        return .duration(duration)
      case .map(let map): return try built(map, call)
      default: throw call.wrongType(0)
      }
    },
    between("between", "What lies between two points of time, in months, days and seconds") { $0.all() },
    between("inMonths", "The whole months between two points of time") { $0.months() },
    between("inDays", "The whole days between two points of time") { $0.days() },
    between("inSeconds", "The seconds between two points of time") { $0.seconds() },
  ]

  private static let units: [(name: String, unit: DurationSum.Unit)] = [
    ("years", .years), ("quarters", .quarters), ("months", .months), ("weeks", .weeks), ("days", .days),
    ("hours", .hours), ("minutes", .minutes), ("seconds", .seconds), ("milliseconds", .milliseconds),
    ("microseconds", .microseconds), ("nanoseconds", .nanoseconds),
  ]

  private static func built(_ map: ValueMap, _ call: FunctionCall) throws(CypherError) -> Value {
    var sum = DurationSum()
    for (key, value) in zip(map.keys, map.values) {
      guard let unit = units.first(where: { $0.name == key })?.unit else {
        let near = didYouMean(key, among: units.map(\.name))
        throw call.invalid("there is no component \(key)", hint: near.map { "did you mean \($0)?" })
      }
      if value.isNull { return .null }
      sum.add(try amount(value, key, call), unit)
    }
    if map.count == 0 { throw call.invalid("a component must be given") }
    guard let duration = sum.duration else { throw call.outOfRange("the duration is too long") }
    return .duration(duration)
  }

  private static func amount(
    _ value: Value, _ key: String, _ call: FunctionCall
  ) throws(CypherError) -> DecimalNumber {
    switch value {
    case .integer(let number): return DecimalNumber(number)
    case .float(let number):
      guard let amount = DecimalNumber(number) else {
        throw call.outOfRange("\(key) is \(number.cypherText)")
      }
      return amount
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentValue",
        "duration: \(key) must be a number, not \(value.typeName)",
        at: call.span)
    }
  }

  private static let point = ParameterType(.date, .localTime, .time, .localDateTime, .dateTime)

  private static func between(
    _ name: String, _ summary: String, _ compute: @escaping @Sendable (TemporalInterval) -> TemporalDuration?
  ) -> FunctionDefinition {
    FunctionDefinition("duration.\(name)", ["from": point, "to": point], .duration, summary) {
      call throws(CypherError) in
      guard let from = Moment(call[0]) else { throw call.wrongType(0) }
      guard let to = Moment(call[1]) else { throw call.wrongType(1) }
      guard let duration = compute(TemporalInterval(from, to, call.context.clock)) else {
        throw call.outOfRange("the duration is too long")
      }
      return .duration(duration)
    }
  }
}
