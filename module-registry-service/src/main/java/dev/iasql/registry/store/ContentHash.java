package dev.iasql.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleBundle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Fingerprint of a bundle's content, the same for equal bundles in every process. */
final class ContentHash {
  /** A map has no order of its own, so one is imposed. */
  private static final ObjectWriter CANONICAL =
      Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ContentHash() {}

  /** SHA-256 in hexadecimal over all parts, each with its length before it. */
  static String of(ModuleBundle bundle) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List.of(
              CANONICAL.writeValueAsString(bundle.manifest()),
              bundle.kind().code(),
              bundle.installSql(),
              bundle.uninstallSql(),
              bundle.readme(),
              CANONICAL.writeValueAsString(bundle.migrations()))
          .forEach(part -> update(digest, part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("a bundle cannot be fingerprinted", e);
    }
  }

  private static void update(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
