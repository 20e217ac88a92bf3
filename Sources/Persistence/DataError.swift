/// What went wrong with a file or with the text in it: the fact, and the place where it is known.
public struct DataError: Error, Equatable, Sendable {
  /// What went wrong.
  public var fact: Fact
  /// The file, or nil for text that is not in one.
  public var path: String?
  /// Where in the text, or nil where the file as a whole is meant.
  public var position: TextPosition?

  /// Makes an error of its parts.
  public init(_ fact: Fact, path: String? = nil, position: TextPosition? = nil) {
    self.fact = fact
    self.path = path
    self.position = position
  }

  /// The sorts of failures, each with what is known of it.
  public enum Fact: Equatable, Sendable {
    // Files.

    /// A system call failed: its name and its `errno`.
    case system(call: String, error: Int32)
    /// The path ends in a symbolic link, which is not followed.
    case symbolicLink
    /// The path names a folder or a device where a file is needed.
    case notAFile
    /// Anybody may write the file, so that nobody can trust it.
    case writableByOthers
    /// Another process is writing the file just now.
    case busy
    /// The user stopped the work.
    case cancelled

    // Text.

    /// A byte that no UTF-8 has at this place.
    case invalidUTF8
    /// A character, or the end of the text (nil), where something else is needed.
    case unexpected(found: Character?, expected: Expectation)
    /// A control character inside a text, which JSON wants escaped.
    case controlCharacter(UInt8)
    /// A `\` with something after it that JSON does not know.
    case badEscape
    /// Half of a surrogate pair: no character.
    case loneSurrogate
    /// Digits that are no JSON number.
    case badNumber(String)
    /// A number beyond 64 bits, or beyond the doubles.
    case numberDoesNotFit(String)
    /// A list or an object too deep inside others.
    case tooDeep(limit: Int)
    /// A key that stands twice in one object.
    case duplicateKey(String)

    // Values.

    /// A tagged value such as `{"$date": …}` with something else in it.
    case badValue(tag: String, String)
    /// A key with a `$` that names no sort of value.
    case unknownTag(String)
    /// A value of a sort that no property holds.
    case notStorable(String)

    // Snapshots and other graphs.

    /// The file is something else than a snapshot.
    case notASnapshot
    /// The file was made by a later version, which says that this one cannot read it.
    case newerFormat(needs: Int, reads: Int)
    /// A member that the format does not have.
    case unknownMember(String, of: Expectation)
    /// A member that the format needs.
    case missingMember(String, of: Expectation)
    /// The header says another number than the file holds.
    case wrongCount(of: String, said: Int, found: Int)
    /// The content is not what was written.
    case wrongChecksum(said: String, found: String)
    /// An id that is no number of 32 bits.
    case badID(String)
    /// More nodes or relationships than a graph can hold.
    case tooMany(String)
    /// An id that stands before.
    case duplicateID(String, of: Expectation)
    /// A relationship whose start or end is not there.
    case missingNode(id: String, relationship: String)
    /// An index whose values are not unique as it says.
    case notUnique(index: String)

    // CSV.

    /// A quote that is not closed before the text ends.
    case unclosedQuote
    /// A character behind a closing quote where only a delimiter may stand.
    case textAfterQuote(Character)
    /// A row with another number of cells than the header.
    case wrongCellCount(expected: Int, found: Int)
    /// A column that is needed and not there.
    case missingColumn(String, columns: [String])
    /// A column that stands twice.
    case duplicateColumn(String)
    /// A cell that is not what its column takes.
    case badCell(String, column: String, expected: String)
    /// A delimiter that is no single character.
    case badDelimiter(String)
  }

  /// What should have stood at a place.
  public enum Expectation: String, Sendable {
    case value = "a value"
    case object = "an object"
    case array = "a list"
    case text = "a text"
    case number = "a number"
    case integer = "a whole number"
    case boolean = "true or false"
    case endOfString = "a quote that ends the text"
    case key = "a key in quotes"
    case colon = "a colon"
    case commaOrBrace = "a comma or }"
    case commaOrBracket = "a comma or ]"
    case endOfObject = "}"
    case endOfText = "the end of the file"
    case checksumLine = "the line with the checksum, and nothing after it"
    case header = "the header"
    case index = "an index"
    case node = "a node"
    case relationship = "a relationship"
  }
}
