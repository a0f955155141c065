package dev.iasql.sync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialKeyPairTest {
  private static final CredentialKeyPair KEYS = CredentialKeyPair.generate();

  @TempDir Path folder;

  @Test
  void theFileIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
    Path file = folder.resolve("keys").resolve("credentials.asc");

    CredentialKeyPair first = new CredentialKeyFile(file).keyPair();
    CredentialKeyPair second = new CredentialKeyFile(file).keyPair();

    assertThat(second.publicKey()).isEqualTo(first.publicKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.list(file.getParent())).containsExactly(file);
  }

  @Test
  void thePublicKeyHoldsNoSecret() {
    assertThat(KEYS.publicKey())
        .startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
        .doesNotContain("PRIVATE");
    assertThat(KEYS.toString()).isEqualTo("CredentialKeyPair[hidden]");
  }

  @Test
  void whatIsNoMessageIsRefused() {
    assertThatThrownBy(() -> KEYS.open("plain text".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
