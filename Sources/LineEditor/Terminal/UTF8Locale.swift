internal import Glibc

/// The locale by which libedit tells what a character is.
enum UTF8Locale {
  /// Takes the user's locale if it is UTF-8, else C.UTF-8: in any other one libedit drops what isn't ASCII.
  static func use() {
    setlocale(LC_CTYPE, "")
    if let name = nl_langinfo(Int32(CODESET)), String(cString: name) == "UTF-8" { return }
    if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
  }
}
