import FoundationEssentials

/// A scenario of openCypher's compatibility kit, one JSON object a line.
struct KitCase: Decodable {
  /// A table that is expected.
  struct Expectation: Decodable {
    /// The columns, or nil where the result is empty and its columns are not looked at.
    var columns: [String]?
    /// The rows, each value in the kit's notation.
    var rows: [[String]]
    /// Whether the order of the rows counts.
    var ordered: Bool
    /// Whether the order inside lists counts.
    var listOrder: Bool
  }

  /// An error that is expected.
  struct Failure: Decodable {
    var type, phase, detail: String
  }

  /// A procedure that answers from a table: inputs first, then outputs.
  struct TableProcedure: Decodable {
    var signature: String
    var columns: [String]
    var rows: [[String]]
  }

  /// A second query that looks at what the first one did.
  struct Control: Decodable {
    var query: String
    var expect: Expectation
  }

  var id: String
  var scenario: String
  var feature: String
  var setup: [String]
  var procedures: [TableProcedure]
  var parameters: [String: String]
  var query: String
  var expect: Expectation?
  var sideEffects: [String: Int]?
  var error: Failure?
  var control: Control?

  /// Reads cases, one a line; an unreadable line is an error.
  static func read(_ data: Data) throws -> [KitCase] {
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(KitCase.self, from: $0) }
  }
}
