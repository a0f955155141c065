package dev.iasql.local;

import dev.iasql.local.emulator.EmulatorPart;
import dev.iasql.local.emulator.Python;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.ServerProcess;
import java.nio.file.Path;
import java.util.List;

/** An emulated AWS on this machine, for tests. It forgets everything when it stops. */
public final class AwsEmulator implements AutoCloseable {
  private final EmulatorPart part;
  private final ServerFiles files;
  private ServerProcess process;

  private AwsEmulator(EmulatorPart part, ServerFiles files) {
    this.part = part;
    this.files = files;
    this.process = RunningServer.start(part, files);
  }

  /** Starts one with the sample networks. */
  public static AwsEmulator start(Path stateDir, int port) {
    return start(stateDir, port, true);
  }

  /** Starts one, with the sample networks or with empty accounts. */
  public static AwsEmulator start(Path stateDir, int port, boolean seeded) {
    ServerFiles files = new ServerFiles(stateDir);
    Python python = new Python(TestState.pythonEnvironment(), _ -> {});
    return new AwsEmulator(new EmulatorPart(files, port, seeded, python), files);
  }

  /** Where AWS clients send their calls. */
  public String endpoint() {
    return part.endpoint();
  }

  /** The regions in which the sample networks are. */
  public List<String> regions() {
    return EmulatorPart.REGIONS;
  }

  /** Starts it again on the same port, with what it held at first. */
  public void restart() {
    process.close();
    process = RunningServer.start(part, files);
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
