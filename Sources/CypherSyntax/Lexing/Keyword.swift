/// The words with a meaning of their own somewhere in the grammar.
package enum Keyword: UInt8, CaseIterable, Sendable {
  case all, allShortestPaths, and, any, `as`, asc, ascending, by, call, `case`, collect, constraint, contains
  case count
  case create, csv, delete, desc, descending, detach, distinct, drop, `else`, endCase, ends, exists, explain
  case extract, `false`, fieldTerminator, filter, `for`, foreach, from, functions, headers, `if`, `in`
  case index, indexes, `is`, labels, limit, load, match, merge, noneOf, not, null, on, optional, or, order
  case procedures, profile, reduce, remove, require, `return`, set, shortestPath, show, single, skip, starts,
    then
  case `true`, types, union, unique, unwind, when, `where`, with, xor, yield

  /// How it is written in capitals.
  package var text: String { KeywordTable.shared.texts[Int(rawValue)] }

  /// Whether it cannot name a variable without back quotes.
  ///
  /// Source: openCypher 9, ReservedWord, without the words that never collide with a name.
  package var isReserved: Bool {
    switch self {
    case .and, .as, .by, .case, .contains, .create, .delete, .detach, .distinct, .else, .endCase, .ends,
      .false,
      .in, .is, .limit, .match, .merge, .not, .null, .on, .optional, .or, .order, .remove, .return, .set,
      .skip, .starts, .then, .true, .union, .unwind, .when, .where, .with, .xor:
      true
    default: false
    }
  }

  /// Whether it begins a clause or a statement.
  package var startsClause: Bool {
    switch self {
    case .call, .create, .delete, .detach, .drop, .explain, .foreach, .load, .match, .merge, .optional,
      .profile, .remove, .return, .set, .show, .unwind, .with:
      true
    default: false
    }
  }
}

/// Finds the keyword that some bytes spell, without making a string.
struct KeywordTable: Sendable {
  private struct Entry {
    var low: UInt64
    var high: UInt64
    var keyword: Keyword?
  }

  /// The one table.
  static let shared = KeywordTable()
  /// The keywords in capitals, in the order of the cases: printing the names of the cases would take a quarter of
  /// the program's start.
  static let spellings = """
    ALL ALLSHORTESTPATHS AND ANY AS ASC ASCENDING BY CALL CASE COLLECT CONSTRAINT CONTAINS COUNT \
    CREATE CSV DELETE DESC DESCENDING DETACH DISTINCT DROP ELSE END ENDS EXISTS EXPLAIN \
    EXTRACT FALSE FIELDTERMINATOR FILTER FOR FOREACH FROM FUNCTIONS HEADERS IF IN \
    INDEX INDEXES IS LABELS LIMIT LOAD MATCH MERGE NONE NOT NULL ON OPTIONAL OR ORDER \
    PROCEDURES PROFILE REDUCE REMOVE REQUIRE RETURN SET SHORTESTPATH SHOW SINGLE SKIP STARTS THEN \
    TRUE TYPES UNION UNIQUE UNWIND WHEN WHERE WITH XOR YIELD
    """
  /// The length of the longest keyword.
  static let longest = 16

  private var slots: [Entry]
  /// The spelling of each keyword, by raw value.
  let texts: [String]

  private init() {
    var texts: [String] = []
    slots = Array(repeating: Entry(low: 0, high: 0, keyword: nil), count: 256)
    for (keyword, text) in zip(Keyword.allCases, Self.spellings.split(separator: " ")) {
      texts.append(String(text))
      var low: UInt64 = 0
      var high: UInt64 = 0
      for (i, byte) in text.utf8.enumerated() { Self.add(byte, at: i, to: &low, &high) }
      var slot = Self.slot(low, high)
      while slots[slot].keyword != nil { slot = (slot + 1) & 255 }
      slots[slot] = Entry(low: low, high: high, keyword: keyword)
    }
    self.texts = texts
  }

  /// Adds one letter in capitals to the packed spelling.
  @inline(__always)
  static func add(_ byte: UInt8, at index: Int, to low: inout UInt64, _ high: inout UInt64) {
    let part = UInt64(byte & 0xDF) << UInt64((index & 7) * 8)
    if index < 8 { low |= part } else { high |= part }
  }

  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: ((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The keyword with this packed spelling.
  func find(_ low: UInt64, _ high: UInt64) -> Keyword? {
    var slot = Self.slot(low, high)
    while let keyword = slots[slot].keyword {
      if slots[slot].low == low, slots[slot].high == high { return keyword }
      slot = (slot + 1) & 255
    }
    return nil
  }
}
