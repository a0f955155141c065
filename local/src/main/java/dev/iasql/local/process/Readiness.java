package dev.iasql.local.process;

/** Asks a server whether it can do its work. */
@FunctionalInterface
public interface Readiness {
  /** True as soon as it can; false while it cannot yet. Takes at most a few seconds. */
  boolean ready();
}
