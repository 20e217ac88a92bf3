public import CypherSyntax

/// Opens a file of comma-separated values for LOAD CSV: the path as written, without `file://`, and the byte between fields.
///
/// Given to the engine from outside, as the engine knows no files. Throws ExternalError where the file cannot be read.
public typealias CSVOpener =
  @Sendable (
    _ path: String, _ separator: UInt8
  ) throws(CypherError) -> any CSVRows

/// The records of a file of comma-separated values, one after the other.
public protocol CSVRows: AnyObject {
  /// The next record's fields, nil for an empty field without quotes; nil at the end.
  func next() throws(CypherError) -> [String?]?
}
