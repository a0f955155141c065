package dev.iasql.core.module;

/**
 * That something is needed, and by whom.
 *
 * @param name a module or a capability
 * @param range the versions that will do
 * @param by {@code the call}, {@code the database}, or the module that needs it: {@code
 *     aws_vpc@1.0.0}
 */
public record Requirement(String name, String range, String by) {
  static final String CALL = "the call";
  static final String DATABASE = "the database";
  static final String ANY = "*";

  /** That an installed module stays, in whichever version. */
  static Requirement toStay(String module) {
    return new Requirement(module, ANY, DATABASE);
  }

  /** What a user asks for is a module; a capability would leave open which one. */
  boolean isForModule() {
    return by.equals(CALL) || isToStay();
  }

  boolean isToStay() {
    return by.equals(DATABASE);
  }

  /** The name of the module that has the requirement. */
  String byModule() {
    return by.substring(0, by.indexOf('@'));
  }

  @Override
  public String toString() {
    if (isToStay()) {
      return by + " has " + name;
    }
    String what = by + " needs " + name;
    return isForModule() && range.equals(ANY) ? what : what + " " + range;
  }
}
