import CypherSyntax
import PropertyGraph

/// More functions of lists, under the prefix `coll`.
enum CollectionFunctions {
  static let all: [FunctionDefinition] = [
    FunctionDefinition(
      "coll.sort", ["list": .list], .list(.any), "The elements in the order of ORDER BY", deriving: same
    ) { call throws(CypherError) in .list(try call.sorted(try call.list(0))) },
    FunctionDefinition(
      "coll.distinct", ["list": .list], .list(.any),
      "The elements without repetition, in order of appearance",
      deriving: same
    ) { call throws(CypherError) in
      if let days = try call.list(0).fewDays {
        var kept: [Int64] = []
        for day in days where !kept.contains(day) { kept.append(day) }
        return .list(kept.map { .date(CalendarDate(daysSinceEpoch: $0)) })
      }
      var seen = KeyTable()
      defer { seen.letGo() }
      return .list(try call.filtered { seen.insert(ValueKey($0)) })
    },
    FunctionDefinition(
      "coll.intersection", ["list": .list, "other": .list], .list(.any),
      "The elements that are in the other list too, in their order", deriving: same
    ) { call throws(CypherError) in .list(try call.picked(whereInOther: true)) },
    FunctionDefinition(
      "coll.difference", ["list": .list, "other": .list], .list(.any),
      "The elements that are not in the other list, in their order", deriving: same
    ) { call throws(CypherError) in .list(try call.picked(whereInOther: false)) },
    FunctionDefinition(
      "coll.flatten", ["list": .list, "depth?": .integer], .list(.any),
      "The elements of inner lists in place of these"
    ) { call throws(CypherError) in
      let depth = call.has(1) ? try call.count(1) : 1
      let flat = GrowingList()
      try call.flatten(try call.list(0), min(depth, 100), into: flat)
      return .list(try call.all(of: flat))
    },
    FunctionDefinition(
      "coll.runningSum", ["list": .list], .list(.number),
      "For each number the sum of all up to it; null counts as nothing"
    ) { call throws(CypherError) in
      var total = NumberTotal()
      let sums = GrowingList()
      try call.forEachElement(of: 0) { (value) throws(CypherError) in
        switch value {
        case .null: break
        case .integer(let number): total.add(number)
        case .float(let number): total.add(number)
        default: throw call.wrongType(0)
        }
        sums.append(try total.sum(at: call.span))
      }
      return .list(try call.all(of: sums))
    },
    FunctionDefinition(
      "coll.indexOf", ["list": .list, "value": .any], .integer, "The position of a value, or -1"
    ) { call throws(CypherError) in
      let wanted = call[1]
      for (position, value) in try call.list(0).enumerated() {
        try call.context.work(8)
        if value.equals(wanted) == true { return .integer(Int64(position)) }
      }
      return .integer(-1)
    },
    FunctionDefinition(
      "coll.insert", ["list": .list, "index": .integer, "value": .any], .list(.any),
      "The list with a value before the element at a position", nulls: .isSeen
    ) { call throws(CypherError) in
      if call[0].isNull || call[1].isNull { return .null }
      let values = try call.list(0)
      let index = try call.count(1)
      if index > values.count { throw call.outOfRange("there is no position \(index)") }
      return .list(try call.joined(values[..<index], [call[2]], values[index...]))
    },
    FunctionDefinition(
      "coll.remove", ["list": .list, "index": .integer], .list(.any),
      "The list without the element at a position",
      deriving: same
    ) { call throws(CypherError) in
      let values = try call.list(0)
      let index = try call.count(1)
      if index >= values.count { throw call.outOfRange("there is no position \(index)") }
      return .list(try call.joined(values[..<index], values[(index + 1)...]))
    },
    aggregating("coll.min", .any, "The least element; nulls are left out", deriving: { $0[0].element }) {
      ExtremeAccumulator(sign: -1)
    },
    aggregating("coll.max", .any, "The greatest element; nulls are left out", deriving: { $0[0].element }) {
      ExtremeAccumulator(sign: 1)
    },
    aggregating("coll.sum", .any, "The sum of the elements; nulls are left out") { SumAccumulator() },
    aggregating("coll.avg", .any, "The mean of the elements; nulls are left out") { AverageAccumulator() },
    FunctionDefinition(
      "coll.median", ["list": .list], .number,
      "The value in the middle, or the mean of the two there; nulls are left out"
    ) { call throws(CypherError) in
      let values = try call.list(0)
      if values.count < GrowingList.pieceCount, let median = medianOfIntegers(values) { return median }
      var accumulator = PercentileAccumulator(name: "coll.median", interpolates: true)
      try call.forEachElement(of: 0) { (value) throws(CypherError) in
        try accumulator.add([value, .float(0.5)], call.span)
      }
      return try accumulator.result { () throws(CypherError) in try call.context.check() }
    },
    FunctionDefinition(
      "coll.daysBetween", ["dates": .list], .list(.integer), "The days from each date to the next one"
    ) { call throws(CypherError) in
      let days = try call.list(0).map { (value) throws(CypherError) in
        guard case .date(let date) = value else { throw call.wrongType(0) }
        return date.daysSinceEpoch
      }
      return .list(zip(days, days.dropFirst()).map { .integer($1 - $0) })
    },
  ]

  private static let same: TypeRule = { if case .list = $0[0] { $0[0] } else { .list(.any) } }

  /// The median of integers that doubles hold exactly, which rhythms are asked for by the ten thousand; else nil.
  private static func medianOfIntegers(_ values: [Value]) -> Value? {
    var numbers: [Int64] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .integer(let number) = value, number.magnitude <= 1 << 52 else { return nil }
      numbers.append(number)
    }
    guard !numbers.isEmpty else { return nil }
    numbers.sort()
    let (low, high) = (numbers[(numbers.count - 1) / 2], numbers[numbers.count / 2])
    return .float(Double(low) * 0.5 + Double(high) * 0.5)
  }

  private static func aggregating(
    _ name: String, _ result: StaticType, _ summary: String, deriving: TypeRule? = nil,
    _ make: @escaping @Sendable () -> any Accumulator
  ) -> FunctionDefinition {
    FunctionDefinition(name, ["list": .list], result, summary, deriving: deriving) {
      call throws(CypherError) in
      var accumulator = make()
      var arguments = [Value.null]
      try call.forEachElement(of: 0) { (value) throws(CypherError) in
        arguments[0] = value
        try accumulator.add(arguments, call.span)
      }
      return try accumulator.result { () throws(CypherError) in try call.context.check() }
    }
  }

}

extension [Value] {
  /// The days of dates, where all elements are dates and there are few: what rhythms are made of, by the ten thousand.
  fileprivate var fewDays: [Int64]? {
    guard count <= 32 else { return nil }
    var days: [Int64] = []
    days.reserveCapacity(count)
    for value in self {
      guard case .date(let date) = value else { return nil }
      days.append(date.daysSinceEpoch)
    }
    return days
  }
}

extension FunctionCall {
  /// The elements in order; a long sort can be stopped.
  fileprivate func sorted(_ values: [Value]) throws(CypherError) -> [Value] {
    if let days = values.fewDays {
      return days.sorted().map { .date(CalendarDate(daysSinceEpoch: $0)) }
    }
    return try values.inOrder { () throws(CypherError) in try context.check() }
  }

  /// The elements of the first list that are in the second one, or that are not, as DISTINCT tells values apart.
  fileprivate func picked(whereInOther isWanted: Bool) throws(CypherError) -> [Value] {
    let other = try list(1)
    // A few are compared sooner than hashed.
    if other.count <= 8 {
      return try filtered { value in other.contains { $0.isEquivalent(to: value) } == isWanted }
    }
    var known = KeyTable()
    defer { known.letGo() }
    try forEachElement(of: 1) { _ = known.insert(ValueKey($0)) }
    return try filtered { (known[ValueKey($0)] != nil) == isWanted }
  }

  /// The elements of the first list for which something holds.
  fileprivate func filtered(_ isWanted: (Value) -> Bool) throws(CypherError) -> [Value] {
    let kept = GrowingList()
    try forEachElement(of: 0) { if isWanted($0) { kept.append($0) } }
    return try all(of: kept)
  }

  /// Lists one after the other.
  fileprivate func joined(_ parts: ArraySlice<Value>...) throws(CypherError) -> [Value] {
    let list = GrowingList()
    for part in parts {
      for start in stride(from: part.startIndex, to: part.endIndex, by: GrowingList.pieceCount) {
        try context.check()
        list.append(contentsOf: part[start..<min(start + GrowingList.pieceCount, part.endIndex)])
      }
    }
    return try all(of: list)
  }

  /// A list that is complete.
  fileprivate func all(of list: GrowingList) throws(CypherError) -> [Value] {
    try list.takeAll { () throws(CypherError) in try context.check() }
  }

  /// Appends the elements, those of inner lists in place of these.
  fileprivate func flatten(_ values: [Value], _ depth: Int, into result: GrowingList) throws(CypherError) {
    for value in values {
      if depth > 0, case .list(let inner) = value {
        try flatten(inner, depth - 1, into: result)
      } else {
        result.append(value)
        if result.count & 0xFFF == 0 { try make(elements: 0x1000) }
      }
    }
  }
}
