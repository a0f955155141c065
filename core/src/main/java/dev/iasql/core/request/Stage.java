package dev.iasql.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a request waits for next; each stage belongs to exactly one service. */
public enum Stage {
  MODULES_LIST(Service.INSTALL),
  INSTALL_PLAN(Service.INSTALL),
  MODULE_TREE(Service.INSTALL),
  MODULES_OUTDATED(Service.INSTALL),
  INSTALL(Service.INSTALL),
  /** Fill the tables an installation just made. */
  IMPORT(Service.SYNC),
  /** Take back an installation whose import failed as a whole. */
  UNDO(Service.INSTALL),
  UNINSTALL(Service.INSTALL),
  /** Put one module in the place of another, whose tables are kept aside until the import. */
  SWAP(Service.INSTALL),
  /** Let go of what a swap kept aside. */
  SWAP_END(Service.INSTALL),
  UPGRADE(Service.INSTALL),
  /** Fill the columns an upgrade just made. */
  UPGRADE_IMPORT(Service.SYNC),
  /** Try a bundle in a throw-away database. */
  CHECK(Service.INSTALL),
  REFRESH(Service.SYNC),
  PREVIEW(Service.SYNC),
  COMMIT(Service.SYNC),
  ROLLBACK(Service.SYNC);

  /** The services that do the work of requests. */
  public enum Service {
    INSTALL,
    SYNC
  }

  private final Service service;

  Stage(Service service) {
    this.service = service;
  }

  public Service service() {
    return service;
  }

  /** As it is stored in {@code iasql.request.stage}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Stage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
