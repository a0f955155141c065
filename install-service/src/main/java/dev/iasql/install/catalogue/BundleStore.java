package dev.iasql.install.catalogue;

import dev.iasql.core.module.ModuleId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps texts of modules on disk, so that memory holds only where each one stands.
 *
 * <p>They are appended to one file without a name: Kafka has them all, so the file is made anew at
 * each start and vanishes with the process, however that ends. What was withdrawn cannot be found
 * any more; its room is free after the next start. Thread-safe.
 */
@Singleton
public class BundleStore {
  private record Place(long offset, int length, int hash) {}

  private final Map<ModuleId, Place> places = new ConcurrentHashMap<>();
  private final FileChannel file;
  private long end;

  BundleStore(CatalogueConfiguration configuration) {
    try {
      Path folder = Files.createDirectories(configuration.folder());
      Path path = Files.createTempFile(folder, "iasql-modules-", ".json");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder for modules cannot be used", e);
    }
  }

  /** Replaces what was kept for the module; the same text again takes no more room. */
  synchronized void put(ModuleId id, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Place present = places.get(id);
    if (present != null && present.length == bytes.length && present.hash == text.hashCode()) {
      return;
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer, end + buffer.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be kept".formatted(id), e);
    }
    places.put(id, new Place(end, bytes.length, text.hashCode()));
    end += bytes.length;
  }

  Optional<String> get(ModuleId id) {
    return Optional.ofNullable(places.get(id)).map(this::read);
  }

  void remove(ModuleId id) {
    places.remove(id);
  }

  /** Bytes on disk. */
  synchronized long size() {
    return end;
  }

  private String read(Place place) {
    ByteBuffer buffer = ByteBuffer.allocate(place.length);
    try {
      while (buffer.hasRemaining() && file.read(buffer, place.offset + buffer.position()) >= 0) {
        // a read may bring less than was asked for
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the kept modules cannot be read", e);
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
