package dev.iasql.gateway.api;

/** Descriptions of parameters that several endpoints have. */
final class ApiText {
  static final String DATABASE = "Name of the database.";
  static final String LIMIT = "The most items to answer, from 1 to 200; 50 if left out.";
  static final String CURSOR = "The field next of the page before.";

  static final String MODULE = "Name of the module.";
  static final String VERSION = "Semantic version.";
  static final String BUNDLE = "A zip archive of the bundle's files.";

  private ApiText() {}
}
