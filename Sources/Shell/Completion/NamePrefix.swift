/// The beginning of a name, compared whatever the case and the composition of letters.
///
/// Names are compared as bytes, without a string being made of each: a graph may hold a million of them.
struct NamePrefix {
  private let folded: [UInt8]
  private let text: String

  /// Takes what was typed.
  init(_ text: String) {
    self.text = text
    folded = NameFolds.fold(text)
  }

  /// Whether every name begins so.
  var isEmpty: Bool { folded.isEmpty }

  /// Where names with this beginning lie in an order by bytes: those of the small and of the capital first letter;
  /// nil where everything begins so.
  var ranges: [(from: String, to: String)]? {
    guard let first = text.unicodeScalars.first else { return nil }
    let letters = Set([
      first.properties.lowercaseMapping, first.properties.uppercaseMapping, first.properties.titlecaseMapping,
    ])
    return letters.sorted().compactMap { letter in
      guard let only = letter.unicodeScalars.first, letter.unicodeScalars.count == 1,
        let next = Unicode.Scalar(only.value + 1)
      else { return nil }
      return (letter, String(Character(next)))
    }
  }

  /// Whether a name in UTF-8 begins so.
  ///
  /// - Complexity: O(n) in the length of the beginning for Latin and Cyrillic letters.
  func begins(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    var at = 0
    while at < folded.count {
      guard place < name.count else { return false }
      let byte = name[place]
      if byte < 0x80 {
        let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
        guard small == folded[at] else { return isMarked(name, place + 1) && beginsSlowly(name) }
        place += 1
        at += 1
      } else if byte == 0xD0 || byte == 0xD1, place + 1 < name.count, at + 1 < folded.count {
        let small = Self.small(byte, name[place + 1])
        guard small == (folded[at], folded[at + 1]) else {
          return isMarked(name, place + 2) && beginsSlowly(name)
        }
        place += 2
        at += 2
      } else {
        return beginsSlowly(name)
      }
    }
    return true
  }

  /// Whether a word of a name begins so.
  func beginsWord(of name: UnsafeBufferPointer<UInt8>) -> Bool {
    var isStart = true
    for (place, byte) in name.enumerated() {
      if isStart, byte != 0x20, begins(UnsafeBufferPointer(rebasing: name[place...])) { return true }
      isStart = byte == 0x20 || byte == 0x2D || byte == 0x22
    }
    return false
  }

  /// The small letter of a Cyrillic one in UTF-8.
  private static func small(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    guard first == 0xD0 else { return (first, second < 0xA0 ? second : second | 1) }
    switch second {
    case 0x80...0x8F: return (0xD1, second + 0x10)
    case 0x90...0x9F: return (0xD0, second + 0x20)
    case 0xA0...0xAF: return (0xD1, second - 0x20)
    default: return (first, second)
    }
  }

  /// Whether a mark that combines follows: the letter before it may be another one once composed.
  private func isMarked(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place < name.count && (name[place] == 0xCC || name[place] == 0xCD)
  }

  private func beginsSlowly(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    NameFolds.fold(String(decoding: name, as: UTF8.self)).starts(with: folded)
  }
}
