package org.marsad.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.marsad.table.Parameters;

/**
 * What a user may set for a run.
 *
 * @param inputs paths, globs or directories to read; may be empty for a run over the store alone
 * @param warehouse where everything is kept
 * @param from first day of the report's window, or null for the first day there is
 * @param to last day of the window, or null for the last there is
 * @param days how many days the window has if {@code from} is null, or 0 for all
 * @param lexicon a directory of the user's own lexicon files, or null
 * @param map the user's names for a record's fields
 * @param date the day of records that name none, or null
 * @param source the paper of records that name none, or empty
 * @param again whether files that are known are read once more
 * @param maxRejectRate share of rejected records, 0 to 1, above which the run ends with exit code 4
 * @param keep complete runs to keep, the published one and the one it builds on always; 0 for all
 * @param also the user's own lake, which takes the tables as well, or null
 * @param only names of the tables to make anew, empty for all
 * @param parameters what the analyses take
 */
public record Settings(
    List<String> inputs,
    String warehouse,
    LocalDate from,
    LocalDate to,
    int days,
    String lexicon,
    Map<String, String> map,
    LocalDate date,
    String source,
    boolean again,
    double maxRejectRate,
    int keep,
    String also,
    List<String> only,
    Parameters parameters) {

  /** The same, for these tables alone. */
  Settings withOnly(List<String> tables) {
    return new Settings(
        inputs,
        warehouse,
        from,
        to,
        days,
        lexicon,
        map,
        date,
        source,
        again,
        maxRejectRate,
        keep,
        also,
        tables,
        parameters);
  }
}
