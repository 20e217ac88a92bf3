/// What became of the cases of a kit.
struct KitReport {
  /// The cases of one feature.
  struct Feature {
    var passed = 0
    var failed = 0
  }

  /// The counts by feature.
  private(set) var features: [String: Feature] = [:]
  /// What differs, by the case's id.
  private(set) var failures: [String: String] = [:]

  /// Runs all cases, one after the other.
  init(running cases: [KitCase]) {
    for scenario in cases {
      switch KitRunner.run(scenario) {
      case .passed: features[scenario.feature, default: Feature()].passed += 1
      case .failed(let difference):
        features[scenario.feature, default: Feature()].failed += 1
        failures[scenario.id] = "\(difference)\n    \(scenario.query.replacing("\n", with: " "))"
      }
    }
  }

  /// The cases that passed.
  var passed: Int { features.values.reduce(0) { $0 + $1.passed } }

  /// A line a feature, the failures below it, and the sums at the end.
  var text: String {
    var lines = features.sorted { $0.key < $1.key }.map { name, counts in
      "\(counts.failed == 0 ? "ok  " : "FAIL") \(counts.passed) passed, \(counts.failed) failed  \(name)"
    }
    lines += failures.sorted { $0.key < $1.key }.map { "\n\($0.key)\n    \($0.value)" }
    lines.append("\(passed) passed, \(failures.count) failed")
    return lines.joined(separator: "\n") + "\n"
  }
}
