package org.marsad.report;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the template writes numbers, counts, dates and small pictures. */
final class PageFunctions extends AbstractExtension {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 28;

  private interface Plain extends Filter {
    String of(Object input, Object argument);

    @Override
    default Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return input == null ? "" : of(input, args.get("a"));
    }

    @Override
    default List<String> getArgumentNames() {
      return List.of("a");
    }
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "number", (Plain) (n, a) -> Noun.number(((Number) n).longValue()),
        "fixed", (Plain) (n, digits) -> fixed(((Number) n).doubleValue(), digits),
        "percent", (Plain) (n, a) -> fixed(100 * ((Number) n).doubleValue(), 1L) + "%",
        "counted_ar", (Plain) (n, noun) -> noun(noun).arabic(((Number) n).longValue()),
        "counted_en", (Plain) (n, noun) -> noun(noun).english(((Number) n).longValue()),
        "date_ar", (Plain) (day, a) -> date(day, a == null ? "EEEE d MMMM uuuu" : a, "ar"),
        "date_en", (Plain) (day, a) -> date(day, a == null ? "EEEE d MMMM uuuu" : a, "en"),
        "until_ar", (Plain) (first, last) -> span(first, last, "ar"),
        "until_en", (Plain) (first, last) -> span(first, last, "en"),
        "spark", (Plain) (values, a) -> spark((double[]) values));
  }

  private static Noun noun(Object name) {
    return Noun.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
  }

  static String fixed(double value, Object digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  /** From one day to another; the year stands once where it is the same. */
  static String span(Object first, Object last, String language) {
    String whole = "d MMMM uuuu";
    boolean sameYear = date(first, "uuuu", language).equals(date(last, "uuuu", language));
    return date(first, sameYear ? "d MMMM" : whole, language) + " – " + date(last, whole, language);
  }

  /** A day in words with the digits 0 to 9, whatever the language's own are. */
  static String date(Object day, Object pattern, String language) {
    LocalDate date = day instanceof LocalDate d ? d : LocalDate.parse(day.toString());
    return DateTimeFormatter.ofPattern(pattern.toString(), Locale.forLanguageTag(language))
        .withDecimalStyle(DecimalStyle.STANDARD)
        .format(date);
  }

  /** The points of a line over the values, for an SVG of {@value #WIDTH} by {@value #HEIGHT}. */
  static String spark(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      double x = values.length == 1 ? WIDTH : 2 + i * (WIDTH - 4.0) / (values.length - 1);
      double y = HEIGHT - 3 - (most == 0 ? 0 : values[i] / most * (HEIGHT - 6));
      points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x, y));
    }
    return points.toString();
  }
}
