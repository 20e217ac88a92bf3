import CypherEngine
import Glibc
import PropertyGraph

/// What the program finds around it: the terminal, the environment, the options.
struct Surroundings {
  let options: Options
  /// Whether statements are typed at a terminal.
  let isInteractive: Bool
  private let output = DescriptorSink(descriptor: STDOUT_FILENO)

  init(_ options: Options) {
    self.options = options
    isInteractive =
      options.work.isEmpty && !options.machine && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
  }

  /// Makes the session, with its book opened.
  ///
  /// - Throws: a book that can't be opened.
  func session() throws(ShellError) -> Session {
    var rules = SessionRules(
      isInteractive: isInteractive, isReadOnly: options.readOnly, isSafe: options.safe,
      keepsGoing: options.keepGoing)
    rules.showsProgress = isInteractive && isatty(STDERR_FILENO) != 0
    rules.isColoured = isColoured(STDOUT_FILENO)
    rules.glyphs = Self.glyphs
    let book = try options.book.map { [rules] path throws(ShellError) in try Book.open(path, rules: rules) }
    return Session(
      book: book ?? Book(readsFiles: !options.safe), registry: .standard, screen: screen(), rules: rules,
      folders: options.safe ? UserFolders() : UserFolders(variable: Self.variable), calendar: Self.today,
      limits: limits)
  }

  /// What a statement may take: by the options, else what is usual here.
  private var limits: Limits {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let memory = pages > 0 ? pages * sysconf(Int32(_SC_PAGESIZE)) : nil
    var limits = options.safe ? Limits.safe : Limits.usual(memoryOfMachine: memory)
    for change in options.limits {
      _ = LimitSetting.all.first { $0.name == change.name }?.apply(change.value, to: &limits)
    }
    return limits
  }

  /// Whether writing to standard output failed for another reason than a reader that went away.
  var outputFailure: Int32? { output.failure }

  private func screen() -> any Screen {
    let errors = DescriptorSink(descriptor: STDERR_FILENO)
    if options.machine { return MachineScreen(output: output) }
    let isTerminal = isatty(STDOUT_FILENO) != 0
    let terminal = TextScreen.Terminal(
      size: { isTerminal ? Self.size() : nil },
      palette: Palette(isColoured: isColoured(STDOUT_FILENO)),
      errorPalette: Palette(isColoured: isColoured(STDERR_FILENO)),
      glyphs: hasPictures ? Self.glyphs : nil,
      pager: isTerminal && isInteractive && !options.safe ? Pager.command(variable: Self.variable) : nil)
    return TextScreen(
      output: output, errors: errors, format: options.format.flatMap(ResultFormat.named) ?? .table,
      terminal: terminal, rowLimit: options.limit)
  }

  /// Whether a stream is to have colours: by the option, else at a terminal unless `NO_COLOR` is set.
  func isColoured(_ descriptor: Int32) -> Bool {
    switch options.colour {
    case .always: true
    case .never: false
    case .auto:
      isatty(descriptor) != 0 && Self.variable("NO_COLOR")?.isEmpty != false
        && Self.variable("TERM") != "dumb"
    }
  }

  /// Whether numbers are drawn: by the option, else at a terminal.
  private var hasPictures: Bool {
    switch options.pictures {
    case .always: true
    case .never: false
    case .auto: isatty(STDOUT_FILENO) != 0 && Self.variable("TERM") != "dumb"
    }
  }

  /// The characters that the locale of the environment has.
  private static var glyphs: Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8") || name.contains("utf-8@") ? .blocks : .plain
  }

  private static func size() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
    return (max(20, Int(size.ws_col)), max(4, Int(size.ws_row)))
  }

  /// The value of a variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The day in the zone of the machine.
  private static func today() -> CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(daysSinceEpoch: Int64(now) / 86_400)
  }
}
