package org.marsad.run;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** What is wrong with an option's value, as a user would say it and not Java. */
final class Mistakes {
  private static final String OF_OPTION = "^(?:Invalid v|V)alue for (?:option )+'(-[^']*)'.*";

  private static final Pattern CHOICE =
      Pattern.compile(OF_OPTION + ": expected one of \\[(.*)] .* but was '(.*)'");

  /** What picocli says, with the option first and the value last, and what to write instead. */
  private record Wrong(Pattern said, String instead) {}

  private static final List<Wrong> WRONG =
      List.of(
          new Wrong(
              Pattern.compile(OF_OPTION + "cannot convert '(.*)' to class java.time.LocalDate.*"),
              "write a day as YYYY-MM-DD"),
          new Wrong(Pattern.compile(OF_OPTION + ": '(.*)' is not an? \\w+"), "write a number"),
          new Wrong(Pattern.compile(OF_OPTION + "KEY=VALUE.* but was (.*)"), "write NAME=FIELD"));

  private Mistakes() {}

  /** The first line of what is wrong; of an option's value the option, the value, what to do. */
  static String said(ParameterException e) {
    String said = e.getMessage().lines().findFirst().orElse("wrong usage");
    Matcher choice = CHOICE.matcher(said);
    if (choice.matches()) {
      return choice.group(1)
          + " "
          + choice.group(3)
          + ": choose one of "
          + choice.group(2).toLowerCase(Locale.ROOT);
    }
    for (Wrong wrong : WRONG) {
      Matcher value = wrong.said().matcher(said);
      if (value.matches()) {
        return value.group(1) + " " + value.group(2) + ": " + wrong.instead();
      }
    }
    return said;
  }
}
