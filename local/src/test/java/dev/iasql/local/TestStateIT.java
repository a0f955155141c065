package dev.iasql.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestStateIT {
  @Test
  void aJvmCanHaveSeveral() {
    Path one = TestState.create();
    Path other = TestState.create();
    try {
      assertThat(other).isNotEqualTo(one);
      assertThat(other.resolve("postgres/data")).isDirectory();
    } finally {
      new FolderTree(one).delete();
      new FolderTree(other).delete();
    }
  }
}
