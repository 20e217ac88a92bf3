/// The scalar functions: one line a family, one definition a function.
enum FunctionRegistry {
  private static let families: [(FunctionCategory, [FunctionDefinition])] = [
    (.scalar, ScalarFunctions.all),
    (.graph, GraphFunctions.all),
    (.text, TextFunctions.all),
    (.text, TrimmingFunctions.all),
    (.number, NumberFunctions.all),
    (.number, RoundingFunctions.all),
    (.list, ListFunctions.all),
    (.list, CollectionFunctions.all),
    (.conversion, ConversionFunctions.all),
    (.temporal, TemporalFunctions.all),
    (.duration, DurationFunctions.all),
  ]

  /// Every function, by name.
  static let all: [FunctionDefinition] = families.flatMap { category, functions in
    functions.map { function in
      var function = function
      function.category = category
      return function
    }
  }.sorted { $0.name.lowercased() < $1.name.lowercased() }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

  /// The function of a name in any case.
  static func find(_ name: String) -> FunctionDefinition? {
    byName[name] ?? byName[name.lowercased()]
  }
}
