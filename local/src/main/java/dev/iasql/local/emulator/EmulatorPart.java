package dev.iasql.local.emulator;

import dev.iasql.local.process.LoopbackProbe;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.ServerCommand;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An emulated AWS. What it holds is in memory only: it starts with the same sample every time. */
public final class EmulatorPart implements Part {
  public static final String NAME = "aws-emulator";

  /** The regions whose accounts are not empty when it starts. */
  public static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-1");

  private final ServerFiles files;
  private final int port;
  private final boolean seeded;
  private final Python python;

  /**
   * @param seeded whether it starts with sample networks, else with empty accounts
   * @param python what runs it
   */
  public EmulatorPart(ServerFiles files, int port, boolean seeded, Python python) {
    this.files = files;
    this.port = port;
    this.seeded = seeded;
    this.python = python;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  @Override
  public ServerCommand prepare() {
    Path folder = files.folder(NAME);
    Path program = new EmulatorProgram(folder).write();
    List<String> arguments = new ArrayList<>();
    arguments.add(python.command());
    arguments.addAll(List.of(program.toString(), "--port", "" + port));
    if (!seeded) {
      arguments.add("--no-seed");
    }
    return new ServerCommand(NAME, arguments, Map.of(), folder, Signal.TERM);
  }

  /** Where AWS clients send their calls. */
  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public boolean ready() {
    return LoopbackProbe.answersOk(port, "/_iasql/health");
  }
}
