package dev.iasql.local.supervisor;

import dev.iasql.local.LaunchException;
import dev.iasql.local.emulator.EmulatorPart;
import dev.iasql.local.emulator.Python;
import dev.iasql.local.kafka.KafkaPart;
import dev.iasql.local.postgres.PostgresPart;
import dev.iasql.local.process.Part;
import dev.iasql.local.service.ServicePart;
import dev.iasql.local.service.Services;
import dev.iasql.local.system.Cloud;
import dev.iasql.local.system.PortPlan;
import dev.iasql.local.system.RegistryDatabase;
import dev.iasql.local.system.StateFolder;
import dev.iasql.local.system.SystemOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All parts of one system: starts them in the order they need each other, and stops them in the
 * reverse order.
 */
final class Supervisor {
  private final Journal journal;
  private final Keeper postgres;
  private final Keeper kafka;
  private final List<Keeper> emulators;
  private final List<Keeper> services;
  private final RegistryDatabase registryDatabase;

  /**
   * @param checkout the folder of the project
   * @param journal is told every step
   */
  Supervisor(Path checkout, StateFolder state, SystemOptions options, Journal journal) {
    this.journal = journal;
    PortPlan ports = options.ports();
    PostgresPart server =
        new PostgresPart(
            state.files(), ports.postgres(), state.secrets().adminPassword(), Map.of());
    this.registryDatabase = new RegistryDatabase(server, state.secrets().registryPassword());
    this.postgres = keeper(server, state);
    this.kafka =
        keeper(new KafkaPart(state.files(), ports.kafka(), ports.kafkaController(), true), state);
    this.emulators =
        options.cloud() instanceof Cloud.Emulator emulator
            ? List.of(keeper(emulator(emulator, ports, state), state))
            : List.of();
    List<Keeper> all = new ArrayList<>();
    for (ServicePart service : new Services(checkout, state, options).parts()) {
      all.add(keeper(service, state));
    }
    this.services = List.copyOf(all);
  }

  private EmulatorPart emulator(Cloud.Emulator emulator, PortPlan ports, StateFolder state) {
    Python python = new Python(state.path().resolve("python"), journal::tell);
    return new EmulatorPart(state.files(), ports.emulator(), emulator.seeded(), python);
  }

  private Keeper keeper(Part part, StateFolder state) {
    return new Keeper(part, state.files(), journal);
  }

  /** In the order in which they are started. */
  List<Keeper> keepers() {
    List<Keeper> all = new ArrayList<>(List.of(postgres, kafka));
    all.addAll(emulators);
    all.addAll(services);
    return all;
  }

  /** Starts everything and returns when all parts are ready. */
  void start() {
    postgres.start();
    kafka.start();
    emulators.forEach(Keeper::start);
    postgres.awaitReady();
    registryDatabase.ensure();
    kafka.awaitReady();
    services.forEach(Keeper::start);
    keepers().forEach(Keeper::awaitReady);
    keepers().forEach(Keeper::startAgainWhenItFails);
  }

  /** Stops everything, kindly first. Those that work for nobody any more end together. */
  void stop() {
    stopTogether(services);
    stopTogether(emulators);
    stopTogether(List.of(kafka));
    stopTogether(List.of(postgres));
  }

  private void stopTogether(List<Keeper> keepers) {
    List<Thread> stopping = new ArrayList<>();
    for (Keeper keeper : keepers.reversed()) {
      stopping.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    boolean ran = !(keeper.state() instanceof PartState.Stopped);
                    keeper.retire();
                    if (ran) {
                      journal.tell("stopped " + keeper.part().name());
                    }
                  }));
    }
    for (Thread thread : stopping) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The one part that is meant by a name or by the beginning of one of its words. */
  Keeper find(String name) {
    List<Keeper> meant =
        keepers().stream()
            .filter(
                keeper ->
                    keeper.part().name().equals(name)
                        || ("-" + keeper.part().name()).contains("-" + name))
            .toList();
    if (meant.size() != 1) {
      throw new LaunchException(
          "there is no part \""
              + name
              + "\". The parts are "
              + String.join(", ", keepers().stream().map(keeper -> keeper.part().name()).toList()));
    }
    return meant.getFirst();
  }
}
