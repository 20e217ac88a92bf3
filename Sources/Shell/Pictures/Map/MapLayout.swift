import TerminalText

/// Where the people of a map stand in a drawing: those who report to somebody below them, on shelves, to the right of a
/// trunk; nothing overlaps.
struct MapLayout {
  /// A box with its lines of text.
  struct Box {
    var lines: [String]
    /// How many of the lines are the name.
    var nameLines: Int
    var x = 0
    var y = 0
    var height: Int
  }

  static let boxWidth = 232
  static let lineHeight = 17
  /// The columns of text that a box is wide.
  static let columns = 31
  private static let gap = 16
  private static let shelfGap = 30
  /// How far those below are moved to the right: the trunk stands there.
  static let indent = 28
  private static let margin = 16

  /// The people's boxes, by their places in the map.
  private(set) var boxes: [Box]
  /// The competitors' boxes.
  private(set) var rivals: [Box]
  /// Where the heading of the competitors stands; nil without any.
  private(set) var rivalsTop: Int?
  let forest: MapForest
  private(set) var width = 0
  private(set) var height = 0

  /// - Parameter shelf: how many boxes stand side by side at most where nobody reports to them.
  init(_ map: DecisionMap, shelf: Int? = nil) {
    forest = MapForest(map)
    boxes = map.people.indices.map { Self.box(of: $0, map) }
    rivals = map.rivals.map { Self.box($0.name, Self.parts($0)) }
    let shelf = shelf ?? (map.people.count > 24 ? 5 : 3)
    let shelfWidth = shelf * (Self.boxWidth + Self.gap)
    let roots = place(forest.roots, x: Self.margin, y: Self.margin, shelfWidth, sizes(shelfWidth))
    width = max(roots.width, Self.boxWidth * 2 + Self.gap) + 2 * Self.margin
    height = roots.height + 2 * Self.margin
    guard !rivals.isEmpty else { return }
    rivalsTop = height + Self.lineHeight
    height += 2 * Self.lineHeight
    placeRivals()
  }

  private static func parts(_ rival: DecisionMap.Rival) -> [String] {
    let words = DecisionMap.words(rival)
    return words.isEmpty ? [] : [words]
  }

  private static func box(of place: Int, _ map: DecisionMap) -> Box {
    let person = map.people[place]
    let title = [person.works ? person.title : person.title ?? "works elsewhere"].compactMap { $0 }
    return box(
      person.name,
      title + person.roles.map(DecisionMap.words) + [DecisionMap.words(person.knownTo), map.lastMet(person)]
        + map.relations(of: place))
  }

  private static func box(_ name: String, _ parts: [String]) -> Box {
    func lines(_ text: String, _ columns: Int) -> [String] {
      CellText.lines(of: SafeText.of(text), width: columns, limit: .max).lines
    }
    // Bold letters are wider.
    let names = lines(name, columns - 4)
    let all = names + parts.flatMap { lines($0, columns) }
    return Box(lines: all, nameLines: names.count, height: all.count * lineHeight + 14)
  }
}

/// The placing.
extension MapLayout {
  private typealias Size = (width: Int, height: Int)

  /// The size of each person with all who stand below, those below first.
  private func sizes(_ shelfWidth: Int) -> [Size] {
    var sizes = boxes.map { (width: Self.boxWidth, height: $0.height) }
    for person in order.reversed() where !forest.below[person].isEmpty {
      let below = shelves(forest.below[person], shelfWidth, sizes)
      sizes[person] = (
        max(Self.boxWidth, Self.indent + below.width), boxes[person].height + Self.shelfGap + below.height
      )
    }
    return sizes
  }

  /// Everybody after their superiors.
  private var order: [Int] {
    var order: [Int] = []
    var waiting = Array(forest.roots.reversed())
    while let person = waiting.popLast() {
      order.append(person)
      waiting += forest.below[person].reversed()
    }
    return order
  }

  /// The size that people take on shelves, one beside the other while they fit.
  private func shelves(_ people: [Int], _ shelfWidth: Int, _ sizes: [Size]) -> Size {
    var size: Size = (0, 0)
    for shelf in Self.split(people, shelfWidth, sizes) {
      size.width = max(size.width, shelf.reduce(-Self.gap) { $0 + sizes[$1].width + Self.gap })
      size.height += (size.height > 0 ? Self.shelfGap : 0) + (shelf.map { sizes[$0].height }.max() ?? 0)
    }
    return size
  }

  private static func split(_ people: [Int], _ shelfWidth: Int, _ sizes: [Size]) -> [[Int]] {
    var shelves: [[Int]] = []
    var used = 0
    for person in people {
      let width = sizes[person].width + gap
      if shelves.isEmpty || used + width > shelfWidth {
        shelves.append([])
        used = 0
      }
      shelves[shelves.count - 1].append(person)
      used += width
    }
    return shelves
  }

  /// Places people and all below them, and gives the size that they take.
  private mutating func place(_ roots: [Int], x: Int, y: Int, _ shelfWidth: Int, _ sizes: [Size]) -> Size {
    var waiting = [(people: roots, x: x, y: y)]
    while let next = waiting.popLast() {
      var top = next.y
      for shelf in Self.split(next.people, shelfWidth, sizes) {
        var left = next.x
        for person in shelf {
          boxes[person].x = left
          boxes[person].y = top
          waiting.append(
            (forest.below[person], left + Self.indent, top + boxes[person].height + Self.shelfGap))
          left += sizes[person].width + Self.gap
        }
        top += (shelf.map { sizes[$0].height }.max() ?? 0) + Self.shelfGap
      }
    }
    return shelves(roots, shelfWidth, sizes)
  }

  private mutating func placeRivals() {
    let perRow = max(1, (width - 2 * Self.margin + Self.gap) / (Self.boxWidth + Self.gap))
    var top = height
    for start in stride(from: 0, to: rivals.count, by: perRow) {
      let row = start..<min(start + perRow, rivals.count)
      for index in row {
        rivals[index].x = Self.margin + (index - start) * (Self.boxWidth + Self.gap)
        rivals[index].y = top
      }
      top += (rivals[row].map(\.height).max() ?? 0) + Self.gap
    }
    height = top
  }

  /// The heights of the lines from which those below a person hang, one a shelf, with those who hang from it.
  func buses(below person: Int) -> [(y: Int, people: [Int])] {
    var buses: [(y: Int, people: [Int])] = []
    for below in forest.below[person] {
      let y = boxes[below].y - Self.shelfGap / 2
      if buses.last?.y == y {
        buses[buses.count - 1].people.append(below)
      } else {
        buses.append((y, [below]))
      }
    }
    return buses
  }
}
