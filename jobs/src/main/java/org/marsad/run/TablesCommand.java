package org.marsad.run;

import java.util.concurrent.Callable;
import org.marsad.table.Dictionary;
import picocli.CommandLine.Command;

/** The data dictionary. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "Print what each table and column means.",
    footer = {"", "Example: marsad tables > DICTIONARY.md"})
final class TablesCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Streams.out().print(Dictionary.markdown(Analyses.queryable()));
    return 0;
  }
}
