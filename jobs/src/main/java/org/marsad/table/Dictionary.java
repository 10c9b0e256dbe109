package org.marsad.table;

import java.util.List;

/** The data dictionary, written from the tables' own declarations. */
public final class Dictionary {
  private Dictionary() {}

  /** The dictionary as a Markdown page. */
  public static String markdown(List<Table> tables) {
    StringBuilder page = new StringBuilder();
    page.append("# Data dictionary\n\n");
    page.append("Written from the declarations in the code by `./marsad tables`; do not edit.\n");
    for (Table table : tables) {
      page.append("\n## ").append(table.name()).append("\n\n");
      page.append(table.doc()).append("\n\n");
      page.append("| column | type | required | meaning |\n|---|---|---|---|\n");
      for (Field field : table.fields()) {
        page.append("| ")
            .append(field.name())
            .append(table.key().contains(field) ? " (key)" : "")
            .append(" | ")
            .append(field.type().simpleString().replace("|", "\\|"))
            .append(" | ")
            .append(field.required() ? "yes" : "no")
            .append(" | ")
            .append(field.doc().replace("|", "\\|"))
            .append(" |\n");
      }
    }
    return page.toString();
  }
}
