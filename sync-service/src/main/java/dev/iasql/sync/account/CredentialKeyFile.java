package dev.iasql.sync.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;

/** The file the workers' key pair is kept in, readable by its owner only. */
final class CredentialKeyFile {
  private static final Logger LOG = Logger.getLogger(CredentialKeyFile.class);

  private final Path file;

  CredentialKeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** The pair, made now if there is none yet. Of several workers that make one, the first wins. */
  CredentialKeyPair keyPair() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      try (InputStream content = Files.newInputStream(file)) {
        return CredentialKeyPair.read(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the key file for stored credentials cannot be used: " + file, e);
    }
  }

  private void make() throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(unfinished, CredentialKeyPair.generate().privateKey());
      // A link, unlike a move, never replaces a key that another worker finished first.
      Files.createLink(file, unfinished);
      LOG.infof("key pair for stored credentials made file=%s", file);
    } catch (FileAlreadyExistsException e) {
      LOG.debugf("another worker made the key pair first file=%s", file);
    } finally {
      Files.delete(unfinished);
    }
  }
}
