package dev.iasql.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a server prints. One older copy is kept beside it, ending in {@code .1}. */
public record LogFile(Path path) {
  private static final int TAIL_BYTES = 64 * 1024;

  /** Makes the file the older copy; the next server starts with an empty one. */
  public void rotate() {
    try {
      if (Files.exists(path)) {
        Files.move(path, older(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies and empties a file longer than the limit: its writer appends and need not know. */
  public void trim(long limitBytes) {
    try {
      if (Files.exists(path) && Files.size(path) > limitBytes) {
        Files.copy(path, older(), StandardCopyOption.REPLACE_EXISTING);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
          file.setLength(0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines, fewer if there are fewer. */
  public List<String> tail(int lines) {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path older() {
    return path.resolveSibling(path.getFileName() + ".1");
  }
}
