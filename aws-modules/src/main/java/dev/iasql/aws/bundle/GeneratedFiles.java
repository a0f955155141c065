package dev.iasql.aws.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /**
   * @param sqlModules the SQL modules IaSQL brings along; they get pages, too
   */
  public GeneratedFiles(AwsModules modules, List<ModuleBundle> sqlModules) {
    List<ModuleBundle> bundles = new ModuleBundles(modules).all();
    bundles.forEach(this::add);
    ModuleRelations relations =
        new ModuleRelations(
            Stream.concat(bundles.stream(), sqlModules.stream())
                .map(ModuleBundle::manifest)
                .toList());
    page("README.md", new ModuleIndex(modules, sqlModules, relations).text());
    for (ModuleBundle bundle : bundles) {
      AwsModule module = module(modules, bundle.manifest());
      page(
          pageOf(bundle, relations),
          new ModulePage(module, modules, bundle.manifest(), relations).text());
    }
    for (ModuleBundle bundle : sqlModules) {
      page(pageOf(bundle, relations), new SqlModulePage(bundle, relations).text());
    }
  }

  private static AwsModule module(AwsModules modules, ModuleManifest manifest) {
    return modules.find(manifest.name(), manifest.version()).orElseThrow();
  }

  private static String pageOf(ModuleBundle bundle, ModuleRelations relations) {
    return relations.page(bundle.manifest().name(), bundle.manifest().version());
  }

  private void page(String name, String text) {
    contents.put(PAGES + name, Origin.inMarkdown(text));
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
