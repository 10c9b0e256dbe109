package org.marsad.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A site's standing settings: a file of {@code key = value} lines as Java's properties have them,
 * in UTF-8. A key is the name of an option of {@link ConfigCommand} without its dashes; what the
 * command line says wins.
 */
final class Config implements CommandLine.IDefaultValueProvider {
  private static final String NAME = ".marsad.properties";

  private final Path file;
  private final Map<String, String> values;

  private Config(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /** No settings but the defaults. */
  static Config none() {
    return new Config(null, Map.of());
  }

  /** Where the settings are if {@code --config} names no file: in the user's home. */
  static Path usual() {
    return Path.of(System.getProperty("user.home"), NAME);
  }

  /** The settings of the user's home, if there are any. */
  static Config home() {
    return Files.exists(usual()) ? load(usual()) : none();
  }

  /**
   * The settings of a file.
   *
   * @throws UserError if it cannot be read, or a key or a value is wrong
   */
  static Config load(Path file) {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (NoSuchFileException e) {
      throw new UserError("config " + file + " does not exist: check --config", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "config " + file + " cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
    }
    Map<String, OptionSpec> known = ConfigCommand.keys();
    Map<String, String> values = new TreeMap<>();
    for (String key : lines.stringPropertyNames()) {
      if (!known.containsKey(key)) {
        throw new UserError(
            "config "
                + file
                + ": "
                + key
                + " is no setting"
                + Suggestions.didYouMean(key, known.keySet())
                + " (`marsad config` lists all)");
      }
      values.put(key, value(known.get(key), lines.getProperty(key).strip()));
    }
    check(file, values);
    return new Config(file, values);
  }

  /** Several paths stand one after the other, as on the command line. */
  private static String value(OptionSpec option, String text) {
    return CommonOptions.SEVERAL_PATHS.equals(option.splitRegex())
        ? text.replaceAll("\\s+", CommonOptions.SEVERAL_PATHS)
        : text;
  }

  /** Each value must be one that the command line would take. */
  private static void check(Path file, Map<String, String> values) {
    ConfigCommand command = new ConfigCommand();
    try {
      new CommandLine(command)
          .parseArgs(
              values.entrySet().stream()
                  .map(e -> "--" + e.getKey() + "=" + e.getValue())
                  .toArray(String[]::new));
      command.settings();
    } catch (ParameterException e) {
      String key = Mistakes.said(e).replaceFirst("^--", "");
      throw new UserError("config " + file + ": " + key, e);
    } catch (UserError e) {
      throw new UserError("config " + file + ": " + e.getMessage(), e);
    }
  }

  /** The key of an option. */
  static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Where the settings come from, for people. */
  String where() {
    return file == null ? "no file: " + usual() + " is not there" : file.toString();
  }

  @Override
  public String defaultValue(ArgSpec arg) {
    return arg.isOption() ? values.get(key((OptionSpec) arg)) : null;
  }
}
