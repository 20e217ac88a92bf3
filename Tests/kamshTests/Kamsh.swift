import FoundationEssentials
import Glibc
import TestSupport

/// The real program, run by a shell in a folder of its own.
struct Kamsh {
  /// What a run left.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The current folder and the home of every run.
  let folder = TemporaryFolder()

  /// Runs a command line of bash, in which `kamsh` is the program; standard input is a text.
  func run(_ line: String, input: String = "", environment: [String: String] = [:]) throws -> Result {
    try folder.write(input, to: ".input")
    let program = PseudoTerminal.product("kamsh")
    let script = """
      cd "$HOME"; kamsh() { "\(program)" "$@"; }; { \(line)
      } <.input >.output 2>.errors
      """
    let variables = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"]
      .merging(environment) { $1 }
    let status = try spawn(["/bin/bash", "-c", script], variables)
    return Result(
      status: status, output: folder.text(of: ".output") ?? "", errors: folder.text(of: ".errors") ?? "")
  }

  private func spawn(_ words: [String], _ environment: [String: String]) throws -> Int32 {
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], nil, nil, arguments, variables)
    guard failure == 0 else { throw CocoaError(.executableLoad) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
