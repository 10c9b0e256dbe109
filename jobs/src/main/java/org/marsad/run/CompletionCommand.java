package org.marsad.run;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a shell needs to complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Print the script by which bash and zsh complete commands, options and tables.",
    footer = {
      "",
      "Examples: source <(marsad completion)",
      "          marsad completion | sudo tee /etc/bash_completion.d/marsad"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String name = spec.root().name();
    Streams.out().print(AutoComplete.bash(name, spec.root().commandLine()));
    return 0;
  }
}
