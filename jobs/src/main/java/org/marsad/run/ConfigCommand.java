package org.marsad.run;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The settings in force. Its own options are the keys of the configuration file. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Print every setting, its value and where that comes from.",
      "That is the command line, the configuration file or the default; each of its",
      "options may stand in the file."
    },
    footer = {"", "Example: marsad config --config /etc/marsad.properties"})
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions.InWarehouse warehouse;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private CommonOptions.Analysing analysing;

  /** The options that may stand in a configuration file, by key. */
  static Map<String, OptionSpec> keys() {
    return keys(new CommandLine(new ConfigCommand()).getCommandSpec());
  }

  private static Map<String, OptionSpec> keys(CommandSpec spec) {
    Map<String, OptionSpec> keys = new LinkedHashMap<>();
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp() && !option.inherited()) {
        keys.put(Config.key(option), option);
      }
    }
    return keys;
  }

  /** What the options amount to. */
  Settings settings() {
    List<String> inputs = reading.inputs == null ? List.of() : reading.inputs;
    return CommonOptions.settings(warehouse, reading, new CommonOptions.Once(), inputs, analysing);
  }

  @Override
  public Integer call() {
    PrintStream out = Streams.out();
    Config config = (Config) spec.defaultValueProvider();
    settings();
    out.println("file: " + config.where());
    String line = "%-16s  %-12s  %s";
    out.println(String.format(Locale.ROOT, line, "key", "from", "value"));
    keys(spec)
        .forEach(
            (key, option) -> {
              boolean given = spec.commandLine().getParseResult().hasMatchedOption(option);
              String from = given ? "command line" : config.has(key) ? "file" : "default";
              Object standing =
                  option.defaultValue() == null ? option.initialValue() : option.defaultValue();
              Object value = from.equals("default") ? standing : option.getValue();
              out.println(String.format(Locale.ROOT, line, key, from, text(value)));
            });
    return 0;
  }

  /** A hyphen stands for what is not set: a number that is 0 unless somebody sets it, too. */
  private static String text(Object value) {
    boolean nothing = value instanceof Map<?, ?> pairs && pairs.isEmpty();
    if (nothing || value == null || value.equals("") || value.equals(0)) {
      return "-";
    }
    if (value instanceof List<?> several) {
      return several.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    if (value instanceof Map<?, ?> pairs) {
      return pairs.entrySet().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    return value.toString();
  }
}
