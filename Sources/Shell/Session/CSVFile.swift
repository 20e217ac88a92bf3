import CypherEngine
import CypherSyntax
import Exchange
import Persistence

/// A file that LOAD CSV reads.
final class CSVFile: CypherEngine.CSVRows {
  private let rows: Exchange.CSVRows

  /// Opens a file.
  init(_ path: String, separator: UInt8) throws(CypherError) {
    let delimiter = String(decoding: [separator], as: UTF8.self)
    rows = try Self.explaining { () throws(DataError) in
      try Exchange.CSVRows(path: path, delimiter: delimiter)
    }
  }

  func next() throws(CypherError) -> [String?]? {
    try Self.explaining { () throws(DataError) in try rows.next() }
  }

  private static func explaining<Result>(
    _ body: () throws(DataError) -> Result
  ) throws(CypherError) -> Result {
    do throws(DataError) {
      return try body()
    } catch {
      throw CypherError(.externalError, .runtime, "FileFailed", error.message, hint: error.hint)
    }
  }
}
