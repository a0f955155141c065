package dev.iasql.install.provision;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration of the platform schema: a file in the resource folder {@code platform}. */
final class PlatformScript extends LoadableResource {
  private final String file;

  PlatformScript(String file) {
    this.file = file;
  }

  @Override
  public Reader read() {
    return new InputStreamReader(
        Objects.requireNonNull(PlatformScript.class.getResourceAsStream(getAbsolutePath()), file),
        StandardCharsets.UTF_8);
  }

  @Override
  public String getAbsolutePath() {
    return "/platform/" + file;
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return getAbsolutePath();
  }

  @Override
  public String getFilename() {
    return file;
  }

  @Override
  public String getRelativePath() {
    return file;
  }
}
