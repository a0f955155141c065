package dev.iasql.local.process;

import java.util.List;

/** One server of the system: how to prepare it, how to run it, how to know that it is ready. */
public interface Part extends Readiness {
  String name();

  /** The ports it listens on, the one users care about first. */
  List<Integer> ports();

  /**
   * Makes what must exist before it can start, which the first time may take seconds, and says how
   * to start it.
   */
  ServerCommand prepare();
}
