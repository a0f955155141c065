package dev.iasql.core.module;

/** A search ended without an answer. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refutation refutation;

  NoAnswer(Refutation refutation) {
    super("no set of modules meets every requirement", null, false, false);
    this.refutation = refutation;
  }

  Refutation refutation() {
    return refutation;
  }
}
