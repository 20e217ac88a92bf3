public import Persistence
public import PropertyGraph

/// A format in which a graph, or a part of it, is written for other programs.
public struct ExportFormat: Sendable {
  /// The name by which it is asked for.
  public let name: String
  /// What it is, in a few words.
  public let summary: String
  /// The ending of its files, without the dot.
  public let fileExtension: String
  /// Whether it writes the nodes of one label, which must be named.
  public let needsLabel: Bool
  /// Writes the graph piece by piece.
  let body: @Sendable (Graph, ExportOptions, inout ExportOutput) throws(DataError) -> Void

  /// All formats, by name.
  public static let all: [ExportFormat] = [csv, graphJSON, graphML, tsv, vCard]

  /// The format of a name, or nil.
  public static func find(_ name: String) -> ExportFormat? { all.first { $0.name == name } }

  /// Writes a graph to a file, which is replaced as a whole or not at all.
  public func write(
    _ graph: Graph, to path: String, _ options: ExportOptions = ExportOptions()
  ) throws(DataError) {
    let file = try FileReplacement(path: path)
    var output = ExportOutput { (bytes) throws(DataError) in try file.write(bytes) }
    try body(graph, options, &output)
    try output.flush()
    try file.commit()
  }

  /// Writes a graph as text.
  public func text(_ graph: Graph, _ options: ExportOptions = ExportOptions()) throws(DataError) -> String {
    var text: [UInt8] = []
    var output = ExportOutput { (bytes) throws(DataError) in text.append(contentsOf: bytes) }
    try body(graph, options, &output)
    try output.flush()
    return String(decoding: text, as: UTF8.self)
  }
}

/// What of a graph is written, and how.
public struct ExportOptions: Sendable {
  /// The label of the nodes that are written; nil: all of them.
  public var label: String?
  /// Whether texts that a spreadsheet would run as formulas are made harmless.
  public var guardsFormulas: Bool

  /// Makes options.
  public init(label: String? = nil, guardsFormulas: Bool = true) {
    self.label = label
    self.guardsFormulas = guardsFormulas
  }
}

/// Where a format writes its text, which is handed on in large pieces.
struct ExportOutput {
  private static let bufferSize = 1 << 18

  private var buffer: [UInt8] = []
  private let emit: (UnsafeBufferPointer<UInt8>) throws(DataError) -> Void

  init(_ emit: @escaping (UnsafeBufferPointer<UInt8>) throws(DataError) -> Void) { self.emit = emit }

  /// Writes a text.
  mutating func write(_ text: String) throws(DataError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Takes over what a JSON writer holds.
  mutating func write(_ json: inout JSONWriter) throws(DataError) {
    json.withBytes { buffer.append(contentsOf: $0) }
    json.drain()
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Takes over what a CSV writer holds.
  mutating func write(_ csv: inout CSVWriter) throws(DataError) {
    csv.drain { buffer.append(contentsOf: $0) }
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Hands on what is left.
  mutating func flush() throws(DataError) {
    try buffer.withUnsafeBufferPointer(emit)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension Graph {
  /// The ids of the nodes that are meant, ascending.
  func nodes(_ options: ExportOptions) -> [NodeID] {
    let label = options.label.flatMap { self.label($0) }
    if options.label != nil && label == nil { return [] }
    return (0..<nodeLimit).lazy.map { NodeID($0) }.filter { node in
      label.map { self.has($0, node) } ?? self.contains(node)
    }
  }

  /// The ids of the relationships between nodes that are meant, ascending.
  func relationships(_ options: ExportOptions) -> [RelationshipID] {
    let label = options.label.flatMap { self.label($0) }
    if options.label != nil && label == nil { return [] }
    return (0..<relationshipLimit).lazy.map { RelationshipID($0) }.filter { relationship in
      guard self.contains(relationship) else { return false }
      guard let label else { return true }
      return self.has(label, self.start(of: relationship)) && self.has(label, self.end(of: relationship))
    }
  }
}
