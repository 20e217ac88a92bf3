extension FunctionFacts {
  /// The functions by lower-case name.
  static let table: [String: FunctionFacts] = {
    var table: [String: FunctionFacts] = [:]
    func add(_ names: String, _ minimum: Int, _ maximum: Int, _ result: StaticType) {
      for name in names.split(separator: " ").map(String.init) {
        table[name.lowercased()] = FunctionFacts(
          name: name, minimum: minimum, maximum: maximum, result: result)
      }
    }
    func addAggregates(_ names: String, _ arguments: Int, _ result: StaticType) {
      for name in names.split(separator: " ").map(String.init) {
        table[name.lowercased()] = FunctionFacts(
          name: name, minimum: arguments, maximum: arguments, result: result, isAggregate: true)
      }
    }
    addAggregates("count", 1, .integer)
    addAggregates("sum avg min max", 1, .any)
    addAggregates("collect", 1, .list(.any))
    addAggregates("stDev stDevP", 1, .float)
    addAggregates("percentileCont percentileDisc", 2, .number)
    add("id", 1, 1, .integer)
    add("type elementId", 1, 1, .string)
    add("labels keys", 1, 1, .list(.string))
    add("properties", 1, 1, .map)
    add("startNode endNode", 1, 1, .node)
    add("nodes", 1, 1, .list(.node))
    add("relationships", 1, 1, .list(.relationship))
    add("length size char_length character_length", 1, 1, .integer)
    add("head last tail abs reverse", 1, 1, .any)
    add("coalesce", 1, .max, .any)
    add("range", 2, 3, .list(.integer))
    add("exists isEmpty isNaN", 1, 1, .boolean)
    add("toString toLower toUpper lower upper trim lTrim rTrim toStringOrNull", 1, 1, .string)
    add("toInteger toIntegerOrNull timestamp", 0, 1, .integer)
    add("toFloat toFloatOrNull", 1, 1, .float)
    add("toBoolean toBooleanOrNull", 1, 1, .boolean)
    add("toStringList toIntegerList toFloatList toBooleanList", 1, 1, .list(.any))
    add("split", 2, 2, .list(.string))
    add("substring replace", 2, 3, .string)
    add("left right", 2, 2, .string)
    add("ceil floor sqrt exp log log10 sin cos tan cot asin acos atan", 1, 1, .float)
    add("degrees radians haversin", 1, 1, .float)
    add("round", 1, 3, .float)
    add("sign", 1, 1, .integer)
    add("atan2", 2, 2, .float)
    add("rand pi e", 0, 0, .float)
    add("randomUUID", 0, 0, .string)
    add("date date.transaction date.statement date.realtime", 0, 1, .date)
    add("time time.transaction time.statement time.realtime", 0, 1, .time)
    add("localtime localtime.transaction localtime.statement localtime.realtime", 0, 1, .localTime)
    add(
      "localdatetime localdatetime.transaction localdatetime.statement localdatetime.realtime", 0, 1,
      .localDateTime)
    add("datetime datetime.transaction datetime.statement datetime.realtime", 0, 1, .dateTime)
    add("datetime.fromepoch", 2, 2, .dateTime)
    add("datetime.fromepochmillis", 1, 1, .dateTime)
    add("date.truncate", 1, 3, .date)
    add("time.truncate", 1, 3, .time)
    add("localtime.truncate", 1, 3, .localTime)
    add("localdatetime.truncate", 1, 3, .localDateTime)
    add("datetime.truncate", 1, 3, .dateTime)
    add("duration", 1, 1, .duration)
    add("duration.between duration.inMonths duration.inDays duration.inSeconds", 2, 2, .duration)
    add("point", 1, 1, .any)
    return table
  }()
}
