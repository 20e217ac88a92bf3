import Glibc
import Persistence

extension DataError {
  /// One sentence with file and place, without a full stop.
  var message: String {
    let place = position.map { "line \($0.line), column \($0.column): " } ?? ""
    return (path.map { "\($0): " } ?? "") + place + reason
  }

  /// What is wrong, without file and place.
  var reason: String {
    switch fact {
    case .system(_, let error): FileProblem(error).reason
    case .symbolicLink: "it is a symbolic link, which is not followed"
    case .notAFile: "it is no file"
    case .writableByOthers: "others may write it, so it is not trusted"
    case .busy: "another process is writing it"
    case .cancelled: "interrupted"
    case .invalidUTF8: "a byte that is not UTF-8"
    case .unexpected(let found, let expected): "expected \(expected.rawValue), but found \(Self.name(found))"
    case .controlCharacter(let byte): "a control character (\(byte)) inside a text, which has to be escaped"
    case .badEscape: "'\\' with something after it that JSON does not know"
    case .loneSurrogate: "half of a surrogate pair, which is no character"
    case .badNumber(let text): "'\(text)' is no number"
    case .numberDoesNotFit(let text): "the number \(text) does not fit into 64 bits"
    case .tooDeep(let limit): "lists and objects more than \(limit) deep in each other"
    case .duplicateKey(let key): "the key '\(key)' stands twice in one object"
    case .badValue(let tag, let text): "'\(text)' is no value of '\(tag)'"
    case .unknownTag(let key): "'\(key)' names no sort of value"
    case .notStorable(let sort): "no property can hold \(sort)"
    case .notASnapshot: "it is no snapshot of kamsh"
    case .newerFormat(let needs, let reads):
      "it was made by a later version: it needs format \(needs), and this one reads up to \(reads)"
    case .unknownMember(let name, let owner): "\(owner.rawValue) has no member '\(name)'"
    case .missingMember(let name, let owner): "\(owner.rawValue) lacks its member '\(name)'"
    case .wrongCount(let what, let said, let found): "the header says \(said) \(what), and there are \(found)"
    case .wrongChecksum(let said, let found):
      "its content is not what was written: the checksum is \(found) and not \(said)"
    case .badID(let text): "'\(text)' is no id"
    case .tooMany(let what): "there are more \(what) than a graph can hold"
    case .duplicateID(let id, let owner): "the id \(id) of \(owner.rawValue) stands before"
    case .missingNode(let id, let relationship):
      "the relationship \(relationship) ends at the node \(id), which is not there"
    case .notUnique(let index): "two nodes have the same value in the unique index '\(index)'"
    case .unclosedQuote: "a quote that is not closed"
    case .textAfterQuote(let found): "\(Self.name(found)) behind a closing quote"
    case .wrongCellCount(let expected, let found):
      "the row has \(counted(found, "cell")) and the header \(expected)"
    case .missingColumn(let name, _): "there is no column '\(name)'"
    case .duplicateColumn(let name): "the column '\(name)' stands twice"
    case .badCell(let text, let column, let expected): "\(column): '\(text)' is not \(expected)"
    case .badDelimiter(let text): "'\(text)' is no single character that can stand between cells"
    }
  }

  /// What would help, or nil.
  var hint: String? {
    switch fact {
    case .invalidUTF8: "save it as UTF-8"
    case .newerFormat: "open it with the version that made it, or a later one"
    case .missingColumn(_, let columns): "its columns: \(columns.joined(separator: ", "))"
    case .wrongChecksum, .wrongCount:
      "it was changed by hand or cut; the state before it may be in the file's '-old'"
    case .writableByOthers: "take the right to write away from group and others: chmod go-w"
    case .symbolicLink: "name the file that it leads to"
    default: nil
    }
  }

  private static func name(_ character: Character?) -> String {
    character.map { "'\(SafeText.of(String($0)))'" } ?? "the end"
  }
}
