package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.article.ArticleTable;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

/** Three papers of twelve articles a day, each with its own name under all it prints. */
class SourceSignaturesTest {
  private static final List<String> PAPERS = List.of("أفق", "مدى", "منبر");
  private static final Set<String> NAMES = Set.of("أفق أفق", "مدى مدى", "منبر منبر");
  private static final int A_DAY = 12;
  private static final LocalDate FIRST = LocalDate.of(2017, 9, 3);

  private final List<Row> counts = new ArrayList<>();

  /** A term in so many of a paper's articles of a day. */
  private void print(int day, String paper, String term, long articles) {
    counts.add(RowFactory.create(FIRST.plusDays(day), paper, term, articles, term));
  }

  /** Source and term of what is found over so many days. */
  private Set<String> found(int days, List<String> papers) {
    List<Row> articles = new ArrayList<>();
    for (int d = 0; d < days; d++) {
      for (String paper : papers) {
        print(d, paper, paper, A_DAY);
        articles.addAll(Collections.nCopies(A_DAY, RowFactory.create(FIRST.plusDays(d), paper)));
      }
    }
    StructType day =
        new StructType()
            .add("published_on", DataTypes.DateType)
            .add("source", DataTypes.StringType);
    var spark = SparkFixture.spark();
    Inputs inputs =
        new Inputs(
            Map.of(
                ArticleTable.ARTICLES,
                spark.createDataFrame(articles, day),
                TermFrequency.TABLE,
                spark.createDataFrame(
                    counts,
                    day.add("term", DataTypes.StringType)
                        .add("articles", DataTypes.LongType)
                        .add("surface", DataTypes.StringType))),
            Map.of(),
            Parameters.defaults());
    return SourceSignatures.TABLE
        .conform(new SourceSignatures().run(inputs).get(SourceSignatures.TABLE))
        .collectAsList()
        .stream()
        .map(r -> r.getString(0) + " " + r.getString(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatEveryPaperPrintsOnADayIsItsNews() {
    PAPERS.forEach(p -> print(2, p, "زلزال", A_DAY));
    assertEquals(NAMES, found(6, PAPERS));
  }

  @Test
  void theNewsOfAWindowOfOneDayIsNobodysOwn() {
    PAPERS.forEach(p -> print(0, p, "زلزال", A_DAY));
    assertEquals(NAMES, found(1, PAPERS));
  }

  @Test
  void aWarOfAllDaysIsNobodysOwn() {
    for (int d = 0; d < 6; d++) {
      for (String paper : PAPERS) {
        print(d, paper, "حرب", 9);
      }
    }
    assertEquals(NAMES, found(6, PAPERS));
  }

  @Test
  void aPagesFurnitureOfOneDayIsItsOwnThoughOthersUseTheWord() {
    print(2, "مدى", "شارك", A_DAY);
    print(2, "أفق", "شارك", 3);
    Set<String> all = new TreeSet<>(NAMES);
    all.add("مدى شارك");
    assertEquals(all, found(6, PAPERS));
  }

  @Test
  void aPaperAloneHasNoOwnTerms() {
    assertEquals(Set.of(), found(6, List.of("أفق")));
  }
}
