package dev.iasql.install.request.check;

/**
 * An object of a database together with all that is only part of it: a table with its columns,
 * indexes, constraints, triggers and comments; a type with its array type.
 *
 * @param type as PostgreSQL calls it: {@code table}, {@code function}, {@code default acl}
 * @param schema {@code null} for what is in no schema
 * @param name without schema; {@code null} for what has no name of its own
 * @param identity what tells it from every other of its type, as PostgreSQL writes it
 * @param content changes whenever something about the object or its parts is changed
 */
public record SchemaObject(
    Key key, String type, String schema, String name, String identity, String content) {

  /** PostgreSQL's address of an object: the catalogue it stands in and its number there. */
  public record Key(long catalogue, long number) {}

  /** Such as {@code table public.pond}. */
  @Override
  public String toString() {
    return type + " " + identity;
  }
}
