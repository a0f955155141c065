package dev.iasql.install.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import dev.iasql.install.request.check.BundleCheck;
import dev.iasql.install.request.check.Finding;
import dev.iasql.install.request.check.ModuleRun;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Map;

/**
 * Tries a bundle that is not published, given as the first argument, with the tests given as the
 * second. Whatever comes of it, the database is as it was before.
 */
@Singleton
class CheckStage implements StageHandler {
  private final ModuleFeed feed;
  private final InstallConfiguration configuration;

  CheckStage(ModuleFeed feed, InstallConfiguration configuration) {
    this.feed = feed;
    this.configuration = configuration;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    JsonNode arguments = work.request().arguments();
    ModuleBundle bundle = read(arguments.path(0), new TypeReference<>() {});
    Map<String, String> tests =
        arguments.has(1) ? read(arguments.path(1), new TypeReference<>() {}) : Map.of();
    List<Finding> findings;
    try {
      findings =
          new BundleCheck(
                  work.connection(),
                  new ModuleRun(
                      work.connection(), work::otherConnection, configuration.scriptTimeout()),
                  feed.catalogue(),
                  feed::bundle,
                  new InstalledModules(work.connection())
                      .all().stream().map(InstalledModule::manifest).toList())
              .run(bundle, tests);
    } catch (SQLTimeoutException e) {
      work.answerElsewhere(NameCheck.invalid(bundle.manifest(), "Its SQL takes too long.").fault());
      throw e;
    }
    work.connection().rollback();
    return Outcome.rows(findings);
  }

  private static <T> T read(JsonNode argument, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(Json.MAPPER.treeAsTokens(argument), type);
    } catch (java.io.IOException e) {
      throw new UserException(
          ErrorCode.INVALID_REQUEST,
          "the bundle cannot be read",
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : null,
          "A check takes a bundle and its tests.",
          e);
    }
  }
}
