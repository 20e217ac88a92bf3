/// What a session may do, and how it goes on after a failure.
struct SessionRules: Sendable {
  /// Whether somebody sits at a prompt.
  var isInteractive = false
  /// Whether work that takes long says so on standard error.
  var showsProgress = false
  /// The characters that the terminal has.
  var glyphs = Glyphs.blocks
  /// Whether the prompt is coloured.
  var isColoured = false
  /// Whether writing is refused.
  var isReadOnly = false
  /// Whether files, shell and environment are out of reach.
  var isSafe = false
  /// Whether the statements after a failure run.
  var keepsGoing = false
}
