package dev.iasql.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a command out of the terminal it is started from, so that neither Ctrl-C nor closing the
 * terminal reaches it: the supervisor alone decides when its servers end.
 */
public final class OwnSession {
  private static final boolean AVAILABLE = onPath("setsid");

  private OwnSession() {}

  /**
   * The same command in a session of its own where the system has the program for it, and as it is
   * elsewhere.
   */
  public static List<String> of(List<String> command) {
    if (!AVAILABLE) {
      return command;
    }
    List<String> own = new ArrayList<>(command.size() + 1);
    own.add("setsid");
    own.addAll(command);
    return own;
  }

  private static boolean onPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
