/// The people of a map as trees by whom they report to; a circle of superiors is opened at one of them.
struct MapForest {
  /// Those at the top, in the order of the map.
  private(set) var roots: [Int] = []
  /// Who stands under each, in the order of the map.
  private(set) var below: [[Int]]
  /// The superiors of each who don't stand above them in a tree: second ones, and where a circle was opened.
  private(set) var others: [[Int]]

  init(_ map: DecisionMap) {
    let count = map.people.count
    below = Array(repeating: [], count: count)
    others = Array(repeating: [], count: count)
    var superiors: [[Int]] = Array(repeating: [], count: count)
    for line in map.lines where line.kind == .reportsTo { superiors[line.from].append(line.to) }
    var above: [Int?] = Array(repeating: nil, count: count)
    for person in 0..<count {
      for superior in superiors[person].sorted() {
        if above[person] == nil, !Self.leads(from: superior, to: person, above) {
          above[person] = superior
        } else {
          others[person].append(superior)
        }
      }
    }
    for person in 0..<count {
      if let superior = above[person] { below[superior].append(person) } else { roots.append(person) }
    }
  }

  /// Whether somebody is another or stands under them.
  private static func leads(from start: Int, to wanted: Int, _ above: [Int?]) -> Bool {
    var place: Int? = start
    while let person = place {
      if person == wanted { return true }
      place = above[person]
    }
    return false
  }
}
