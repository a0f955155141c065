package dev.iasql.install.request.check;

/**
 * What happened to an object between two snapshots.
 *
 * @param object as it was before; as it is now if it was created
 */
public record SchemaChange(Kind kind, SchemaObject object) {
  /** What can happen to an object. */
  public enum Kind {
    CREATED("made"),
    CHANGED("changed"),
    DROPPED("dropped");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }
  }

  /** Such as {@code made table public.pond}. */
  @Override
  public String toString() {
    return kind.verb + " " + object;
  }
}
