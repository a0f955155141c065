package dev.iasql.core.rest;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The text files of a module's bundle that came as a zip archive from somebody who may mean no
 * good: nothing is written anywhere before all of it is known to be harmless.
 */
public final class ZippedBundle {
  public static final String MEDIA_TYPE = "application/zip";

  /** The most bytes of the archive. */
  public static final int MOST_ZIPPED = 1024 * 1024;

  /** The most bytes of all files together. */
  public static final int MOST_UNZIPPED = 4 * 1024 * 1024;

  /** The most bytes of the manifest, far more than any honest one has. */
  public static final int MOST_MANIFEST = 64 * 1024;

  /** The most files and folders. */
  public static final int MOST_FILES = 200;

  private static final String MANIFEST = "module.yaml";
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}){0,3}/?");

  private final Map<String, String> files = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private int unzipped;

  private ZippedBundle() {}

  /**
   * The content of the files by their path; the manifest is among them.
   *
   * @throws UserException if the archive is too large, broken, or has an entry a bundle cannot have
   */
  public static Map<String, String> read(InputStream body) {
    return read(bounded(body));
  }

  /** As {@link #read(InputStream)}, of an archive that is in memory. */
  public static Map<String, String> read(byte[] zip) {
    if (zip.length > MOST_ZIPPED) {
      throw tooLarge("the archive has more than %d bytes".formatted(MOST_ZIPPED));
    }
    ZippedBundle bundle = new ZippedBundle();
    try {
      bundle.unzip(zip);
    } catch (ZipException | IllegalArgumentException e) {
      throw invalid("it is not a zip archive that can be read", e);
    } catch (IOException e) {
      throw invalid("the archive ends too early", e);
    }
    if (!bundle.files.containsKey(MANIFEST)) {
      throw invalid("module.yaml is not at its top", null);
    }
    return Collections.unmodifiableMap(bundle.files);
  }

  /** The whole body, however long it claims to be. */
  public static byte[] bounded(InputStream body) {
    try {
      byte[] zip = body == null ? new byte[0] : body.readNBytes(MOST_ZIPPED + 1);
      if (zip.length > MOST_ZIPPED) {
        throw tooLarge("the archive has more than %d bytes".formatted(MOST_ZIPPED));
      }
      if (zip.length == 0) {
        throw invalid("the request has no body", null);
      }
      return zip;
    } catch (IOException e) {
      throw invalid("the body could not be read to its end", e);
    }
  }

  private void unzip(byte[] zip) throws IOException {
    ZipDirectory directory =
        ZipDirectory.read(zip)
            .orElseThrow(() -> invalid("it is not a zip archive that can be read", null));
    List<ZipDirectory.Entry> listed = directory.entries();
    if (listed.size() > MOST_FILES) {
      throw invalid("it has more than %d files".formatted(MOST_FILES), null);
    }
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipDirectory.Entry expected : listed) {
        ZipEntry entry = stream.getNextEntry();
        if (entry == null || !entry.getName().equals(expected.name())) {
          throw invalid("its table of contents does not fit its content", null);
        }
        refuseUnlessPlain(expected);
        byte[] content = content(stream, entry);
        if (!entry.isDirectory()) {
          text(entry.getName(), content).ifPresent(text -> files.put(entry.getName(), text));
        }
      }
      if (stream.getNextEntry() != null) {
        throw invalid("its table of contents does not fit its content", null);
      }
    }
  }

  private void refuseUnlessPlain(ZipDirectory.Entry entry) {
    String shown = entry.name().substring(0, Math.min(entry.name().length(), 80));
    if (!NAME.matcher(entry.name()).matches()) {
      throw invalid(
          "\"%s\" is not a path of plain names inside of the bundle".formatted(shown), null);
    }
    if (!entry.plain()) {
      throw invalid("%s is a link or a device".formatted(shown), null);
    }
    if (!seen.add(entry.name().toLowerCase(Locale.ROOT))) {
      throw invalid("%s is there twice".formatted(shown), null);
    }
  }

  private byte[] content(ZipInputStream stream, ZipEntry entry) throws IOException {
    int left = MOST_UNZIPPED - unzipped;
    boolean manifest = entry.getName().equals(MANIFEST) && left > MOST_MANIFEST;
    int most = manifest ? MOST_MANIFEST : left;
    byte[] content = stream.readNBytes(most + 1);
    if (content.length > most) {
      throw tooLarge(
          manifest
              ? "module.yaml has more than %d bytes".formatted(MOST_MANIFEST)
              : "the files have more than %d bytes".formatted(MOST_UNZIPPED));
    }
    unzipped += content.length;
    stream.closeEntry();
    return content;
  }

  /** Only what is text may be anything else: a picture in the documentation is left out. */
  private static Optional<String> text(String name, byte[] content) {
    if (!name.matches(".*\\.(sql|yaml|md)")) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') >= 0) {
        throw invalid("%s contains the character NUL".formatted(name), null);
      }
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      throw invalid("%s is not UTF-8".formatted(name), e);
    }
  }

  private static UserException tooLarge(String detail) {
    return new UserException(
        ErrorCode.BODY_TOO_LARGE,
        "the bundle is too large",
        detail,
        "A bundle has at most %d MiB zipped, %d MiB unzipped and %d files."
            .formatted(MOST_ZIPPED >> 20, MOST_UNZIPPED >> 20, MOST_FILES));
  }

  private static UserException invalid(String detail, Throwable cause) {
    return new UserException(
        ErrorCode.MODULE_INVALID,
        "the bundle cannot be read",
        detail,
        "Send a zip archive of module.yaml, install.sql, uninstall.sql and README.md, and of the"
            + " folders migrations and tests if there are any.",
        cause);
  }
}
