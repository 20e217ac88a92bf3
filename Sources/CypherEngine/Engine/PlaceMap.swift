import CypherSyntax

/// Finds the places of one text in another of the same shape, whose literals are longer or shorter.
struct PlaceMap {
  private let from: [Span]
  private let to: [Span]

  /// Makes a map between the literals of two texts; nil where they stand in the same places.
  init?(from: [Span], to: [Span]) {
    if from == to { return nil }
    self.from = from
    self.to = to
  }

  /// An error with its place in the other text.
  func moved(_ error: CypherError) -> CypherError {
    var error = error
    error.span = error.span.map { Span(position(of: $0.start), position(of: $0.end)) }
    return error
  }

  private func position(of byte: Int) -> Int {
    // The last literal that begins before the byte decides by how much everything behind it has moved.
    guard let index = from.lastIndex(where: { $0.start < byte }) else { return byte }
    if byte >= from[index].end { return byte - from[index].end + to[index].end }
    return min(byte - from[index].start + to[index].start, to[index].end)
  }
}
