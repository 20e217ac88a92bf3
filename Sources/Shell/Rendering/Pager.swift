import Glibc

/// Shows long text page by page through another program.
enum Pager {
  /// The program of the environment: `PAGER`, or `less`; nil where the user wants none.
  static func command(variable: (String) -> String?) -> String? {
    guard let pager = variable("PAGER") else { return "less -FRX" }
    return pager.isEmpty || pager == "cat" ? nil : pager
  }

  /// Shows a text and waits for the end.
  ///
  /// - Returns: false where the program could not be started.
  static func show(_ text: String, by command: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map { (word: String) in strdup(word)
    }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let started = posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ)
    close(ends[0])
    guard started == 0 else {
      close(ends[1])
      return false
    }
    // A pager that is left early closes its end; what is not read then is not wanted.
    let sink = DescriptorSink(descriptor: ends[1])
    sink.write(text)
    sink.flush()
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // 127: the shell did not find the program.
    return status >> 8 & 0xFF != 127
  }
}
