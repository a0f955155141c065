package dev.iasql.aws.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import java.util.Map;
import java.util.TreeMap;

/** Everything that is generated from AWS modules, as files of the repository. */
public final class GeneratedFiles {
  /** Where bundles are, from the root of the repository. */
  public static final String BUNDLES = "aws-modules/bundles/";

  /** Where the modules' reference pages are. */
  public static final String PAGES = "docs/modules/";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Map<String, String> contents = new TreeMap<>();

  public GeneratedFiles(AwsModules modules) {
    new ModuleBundles(modules).all().forEach(this::add);
    contents.put(PAGES + "README.md", Origin.inMarkdown(new ModuleIndex(modules).text()));
    for (AwsModule module : modules.versions()) {
      contents.put(
          PAGES + ModulePage.file(modules, module),
          Origin.inMarkdown(new ModulePage(module, modules).text()));
    }
  }

  /** The content of each file by its path from the root of the repository. */
  public Map<String, String> contents() {
    return contents;
  }

  private void add(ModuleBundle bundle) {
    ModuleManifest manifest = bundle.manifest();
    String folder = BUNDLES + "%s/%s/".formatted(manifest.name(), manifest.version());
    contents.put(folder + "module.yaml", Origin.inYaml(yaml(manifest)));
    contents.put(folder + "install.sql", bundle.installSql());
    contents.put(folder + "uninstall.sql", bundle.uninstallSql());
    contents.put(folder + "README.md", bundle.readme());
    bundle
        .migrations()
        .forEach(
            (from, sql) -> contents.put(folder + "migrations/from-%s.sql".formatted(from), sql));
  }

  private static String yaml(ModuleManifest manifest) {
    try {
      return YAML.writeValueAsString(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is not YAML", e);
    }
  }
}
