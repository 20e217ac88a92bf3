internal import Glibc
internal import Synchronization

/// The zones of the machine's IANA database, each file read once.
enum ZoneDatabase {
  private static let cache = Mutex<[String: ZoneRules?]>([:])

  /// The rules of a zone such as `Europe/Stockholm`; nil where there is no such zone.
  static func rules(_ name: String) -> ZoneRules? {
    cache.withLock { zones in
      if let known = zones[name] { return known }
      let rules = isName(name) ? load(name) : nil
      // Names come from queries: what is unknown is remembered for a while only.
      if zones.count > 2000 { zones.removeAll() }
      zones[name] = .some(rules)
      return rules
    }
  }

  /// The name of the machine's zone, from `TZ`, `/etc/timezone` or the link `/etc/localtime`; nil for UTC.
  static func systemZone() -> String? {
    let name = environment("TZ").map { String($0.drop { $0 == ":" }) } ?? timezoneFile() ?? localtimeLink()
    guard let name, !utcNames.contains(name) else { return nil }
    return rules(name)?.name
  }

  private static let utcNames: Set<String> = [
    "", "UTC", "UTC0", "GMT", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "Etc/Greenwich",
    "UCT", "Universal", "Zulu",
  ]

  /// Whether a text can name a zone: a path below the database, without detours.
  private static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.utf8.count <= 100
      && parts.allSatisfy { part in
        guard let first = part.utf8.first, first != UInt8(ascii: ".") else { return false }
        return part.utf8.allSatisfy { byte in
          let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
          return isLetter || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            || "_+-.".utf8.contains(byte)
        }
      }
  }

  private static func load(_ name: String) -> ZoneRules? {
    for folder in [environment("TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo"].compactMap({ $0 }) {
      if let bytes = contents("\(folder)/\(name)"), let rules = ZoneFile.rules(name: name, bytes) {
        return rules
      }
    }
    return nil
  }

  private static func timezoneFile() -> String? {
    contents("/etc/timezone").map {
      String(decoding: $0.prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
    }
  }

  private static func localtimeLink() -> String? {
    let target = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { max(readlink("/etc/localtime", $0, text.count), 0) } ?? 0
      }
    }
    let path = String(decoding: target, as: UTF8.self)
    guard let range = path.firstRange(of: "/zoneinfo/") else { return nil }
    return String(path[range.upperBound...])
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A file's bytes, at most a megabyte.
  private static func contents(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < 1 << 20 {
      let count = read(file, &block, block.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += block.prefix(count)
    }
    return nil
  }
}
