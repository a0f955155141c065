package dev.iasql.local.supervisor;

import dev.iasql.local.process.Memory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Each part with its health, port, process and memory, for people. */
final class StatusTable {
  private static final String ROW = "%-24s %-13s %6s %8s %9s  %s";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
  private static final long MEGABYTE = 1024 * 1024;

  private StatusTable() {}

  static List<String> of(List<Keeper> keepers) {
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("PART", "HEALTH", "PORT", "PID", "MEMORY", "SINCE"));
    keepers.forEach(keeper -> lines.add(row(keeper)));
    return lines;
  }

  private static String row(Keeper keeper) {
    String name = keeper.part().name();
    int port = keeper.part().ports().getFirst();
    PartState state = keeper.state();
    return switch (state) {
      case PartState.Ready ready ->
          ROW.formatted(
              name,
              keeper.part().ready() ? "ready" : "not answering",
              port,
              ready.process().pid(),
              memory(ready.process().pid()),
              time(ready.since()));
      case PartState.Failed failed ->
          ROW.formatted(
              name, state.word(), port, "", "", failed.cause().lines().findFirst().orElse(""));
      case PartState.Starting _, PartState.Stopped _ ->
          ROW.formatted(name, state.word(), port, "", "", "");
    };
  }

  private static String memory(long pid) {
    return ProcessHandle.of(pid).map(process -> Memory.of(process) / MEGABYTE + " MB").orElse("");
  }

  private static String time(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneId.systemDefault()).format(TIME);
  }
}
