package dev.iasql.aws.bundle;

/** What every generated file says in its first line. */
final class Origin {
  private static final String TEXT =
      "Generated from the records of dev.iasql.aws.modules; do not edit. To generate again:"
          + " mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true";

  private Origin() {}

  static String inSql(String content) {
    return "-- " + TEXT + "\n\n" + content;
  }

  static String inYaml(String content) {
    return "# " + TEXT + "\n" + content;
  }

  static String inMarkdown(String content) {
    return "<!-- " + TEXT + " -->\n\n" + content;
  }
}
