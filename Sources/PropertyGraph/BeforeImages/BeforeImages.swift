/// The images of the open transaction: the first, to take all of it back, and the last, to take its last part back.
struct BeforeImages {
  /// After so many changes since a savepoint the next image is made; as many are taken back one by one at most.
  var spacing = 1 << 14
  /// The position at which the next image is made.
  private(set) var due = Int.max
  private var images: [BeforeImage] = []

  /// The bytes that they copied.
  var bytes: Int { images.reduce(0) { $0 + $1.bytes } }

  /// Sees to it that going back to a position won't take long, whatever follows.
  mutating func noteSavepoint(at position: Int) { due = min(due, position + spacing) }

  /// Makes an image of the graph as it is.
  mutating func make(of graph: Graph) {
    if images.count == 2 { images.removeLast().end(graph) }
    images.append(BeforeImage(of: graph))
    due = .max
  }

  /// Makes the graph what it was at the first image from a position on, and returns where that was; nil where there is
  /// none.
  mutating func restore(_ graph: Graph, from position: Int) -> Int? {
    due = position + spacing
    guard let first = images.firstIndex(where: { $0.position >= position }) else { return nil }
    let image = images[first]
    image.restore(graph)
    drop(from: first, graph)
    return image.position
  }

  /// Forgets all of them, as a transaction ends.
  mutating func end(_ graph: Graph) {
    drop(from: 0, graph)
    due = .max
  }

  private mutating func drop(from first: Int, _ graph: Graph) {
    guard first < images.count else { return }
    for image in images[first...] { image.end(graph) }
    Worker.letGo(of: Array(images[first...]))
    images.removeSubrange(first...)
  }
}
