package dev.iasql.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the servers this build was made with. */
public final class Versions {
  private static final Properties PROPERTIES = load();

  private Versions() {}

  public static String iasql() {
    return PROPERTIES.getProperty("iasql");
  }

  public static String postgres() {
    return PROPERTIES.getProperty("postgres");
  }

  public static String kafka() {
    return PROPERTIES.getProperty("kafka");
  }

  public static String moto() {
    return PROPERTIES.getProperty("moto");
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream resource = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(resource);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
