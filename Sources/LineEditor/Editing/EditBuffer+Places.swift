/// Places in the text, in scalars.
extension EditBuffer {
  /// Where the line of the cursor begins.
  var lineStart: Int { lineStart(of: cursor) }

  /// Where the line of the cursor ends.
  var lineEnd: Int { lineEnd(of: cursor) }

  /// Where the line of a place begins.
  func lineStart(of place: Int) -> Int {
    scalars[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// Where the line of a place ends.
  func lineEnd(of place: Int) -> Int {
    scalars[place...].firstIndex(of: "\n") ?? scalars.count
  }

  /// Where the character before a place begins.
  func scalarBoundary(before place: Int) -> Int {
    guard place > 0 else { return 0 }
    let start = lineStart(of: place)
    guard start < place else { return place - 1 }
    return place - (String(scalars[start..<place]).last?.unicodeScalars.count ?? 1)
  }

  /// Where the character at a place ends.
  func scalarBoundary(after place: Int) -> Int {
    let end = lineEnd(of: place)
    guard place < end else { return min(place + 1, scalars.count) }
    return place + (String(scalars[place..<end]).first?.unicodeScalars.count ?? 1)
  }

  /// The place in scalars of a place in bytes.
  func place(ofByte offset: Int) -> Int {
    var bytes = 0
    for (index, scalar) in scalars.enumerated() {
      if bytes >= offset { return index }
      bytes += UTF8.width(scalar)
    }
    return scalars.count
  }

  /// The place of the cursor in bytes.
  var cursorByte: Int { scalars[..<cursor].reduce(0) { $0 + UTF8.width($1) } }

  private func String(_ part: ArraySlice<Unicode.Scalar>) -> Swift.String {
    var view = Swift.String.UnicodeScalarView()
    view.append(contentsOf: part)
    return Swift.String(view)
  }
}
