package dev.iasql.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a Java program of ours is run: with the JVM that runs us, and flags for small machines.
 *
 * @param arguments the java command with its flags, before the program
 */
public record JavaProgram(List<String> arguments) {

  public JavaProgram {
    arguments = List.copyOf(arguments);
  }

  /** A program whose heap does not grow beyond this, as the option -Xmx wants it: {@code 192m}. */
  public static JavaProgram withHeap(String maximum) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new JavaProgram(
        List.of(java, "-Xmx" + maximum, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
  }

  public JavaProgram flags(String... flags) {
    return new JavaProgram(plus(flags));
  }

  /**
   * Lets the JVM write its loaded classes to the file when it ends, and read them from there at the
   * next start, which takes a third of the work then. The JVM itself sees to it that the file fits
   * the program, and makes it anew if not. Only one program at a time may use the file.
   */
  public JavaProgram rememberingClasses(Path archive) {
    return flags(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off");
  }

  /** For programs that compute little: the optimising compiler would cost more than it brings. */
  public JavaProgram quickToStart() {
    return flags("-XX:TieredStopAtLevel=1");
  }

  public List<String> main(String classPath, String mainClass, String... programArguments) {
    return Stream.concat(plus("-cp", classPath, mainClass).stream(), Stream.of(programArguments))
        .toList();
  }

  public List<String> jar(Path jar) {
    return plus("-jar", jar.toString());
  }

  private List<String> plus(String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toList();
  }
}
