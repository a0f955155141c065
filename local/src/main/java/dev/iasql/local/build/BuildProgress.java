package dev.iasql.local.build;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells of a Maven build in one line per module. */
final class BuildProgress {
  /** {@code [INFO] Building IaSQL core 1.0.0-SNAPSHOT [2/6]}. */
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+?) \\S+ +\\[(\\d+/\\d+)]");

  private static final double MILLIS = 1000.0;

  private final Consumer<String> screen;
  private String module = "";
  private Instant began = Instant.now();
  private int downloads;

  BuildProgress(Consumer<String> screen) {
    this.screen = screen;
  }

  void line(String line) {
    if (line.startsWith("[INFO] Downloaded from")) {
      downloads++;
    }
    Matcher matcher = MODULE.matcher(line);
    if (matcher.matches()) {
      end();
      module = "  " + matcher.group(2) + " " + matcher.group(1);
    }
  }

  /** The module told of last is done. */
  void end() {
    if (!module.isEmpty()) {
      double seconds = Duration.between(began, Instant.now()).toMillis() / MILLIS;
      String fetched = downloads == 0 ? "" : ", " + downloads + " files downloaded";
      screen.accept(String.format(Locale.ROOT, "%-40s %6.1f s%s", module, seconds, fetched));
    }
    began = Instant.now();
    downloads = 0;
  }
}
