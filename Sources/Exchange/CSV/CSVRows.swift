public import Persistence

/// The rows of a file of comma-separated values, one after the other: what LOAD CSV reads.
public final class CSVRows {
  private var reader: CSVReader

  /// Opens a file.
  public init(path: String, delimiter: String = ",") throws(DataError) {
    reader = try CSVReader(try ByteSource(path: path), delimiter: delimiter)
  }

  /// The cells of the next row, nil for an empty one without quotes; nil at the end.
  public func next() throws(DataError) -> [String?]? {
    guard try reader.next() else { return nil }
    return (0..<reader.count).map { reader.isNull($0) ? nil : reader.text($0) }
  }
}
