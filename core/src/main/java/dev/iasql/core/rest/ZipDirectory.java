package dev.iasql.core.rest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents at the end of a zip archive, which alone says what kind of file an entry is
 * (APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16). A stream of entries does not show it, and a
 * reader that trusts only the stream can be shown other entries than one that trusts the table.
 */
record ZipDirectory(List<Entry> entries) {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int FILE = 0x02014b50;
  private static final int FILE_BYTES = 46;
  private static final int MADE_BY_UNIX = 3;
  private static final int KIND_OF_FILE = 0xf000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;

  /**
   * @param plain whether it is a file or a folder, and not a link or a device
   */
  record Entry(String name, boolean plain) {}

  /** Empty if the bytes are not a zip archive, or one in several parts or of the 64 bit kind. */
  static Optional<ZipDirectory> read(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(bytes);
    if (end < 0) {
      return Optional.empty();
    }
    int count = Short.toUnsignedInt(bytes.getShort(end + 10));
    long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (at + FILE_BYTES > end || bytes.getInt((int) at) != FILE) {
        return Optional.empty();
      }
      int header = (int) at;
      int name = Short.toUnsignedInt(bytes.getShort(header + 28));
      if (at + FILE_BYTES + name > end) {
        return Optional.empty();
      }
      entries.add(
          new Entry(
              new String(zip, header + FILE_BYTES, name, StandardCharsets.UTF_8),
              isPlain(bytes, header)));
      at +=
          FILE_BYTES
              + name
              + Short.toUnsignedInt(bytes.getShort(header + 30))
              + Short.toUnsignedInt(bytes.getShort(header + 32));
    }
    return at == end ? Optional.of(new ZipDirectory(entries)) : Optional.empty();
  }

  private static int end(ByteBuffer bytes) {
    for (int at = bytes.capacity() - END_BYTES; at >= 0; at--) {
      if (bytes.getInt(at) == END
          && Short.toUnsignedInt(bytes.getShort(at + 20)) == bytes.capacity() - END_BYTES - at) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isPlain(ByteBuffer bytes, int header) {
    int madeBy = Byte.toUnsignedInt(bytes.get(header + 5));
    int kind = (bytes.getInt(header + 38) >>> 16) & KIND_OF_FILE;
    return madeBy != MADE_BY_UNIX || kind == 0 || kind == REGULAR || kind == FOLDER;
  }
}
