package org.marsad.run;

import java.util.ArrayList;
import java.util.List;
import org.marsad.article.RejectTable;
import org.marsad.article.SourceHealth;
import org.marsad.article.Stories;
import org.marsad.article.TextTable;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.EntityNetwork;
import org.marsad.entity.EntityTitles;
import org.marsad.entity.NamingChoices;
import org.marsad.entity.OwnNames;
import org.marsad.entity.PeopleCounts;
import org.marsad.entity.Quotes;
import org.marsad.table.Analysis;
import org.marsad.table.Table;
import org.marsad.term.ArticleKeywords;
import org.marsad.term.ArticleTerms;
import org.marsad.term.Collocations;
import org.marsad.term.Phrases;
import org.marsad.term.SourceSignatures;
import org.marsad.term.TermBursts;
import org.marsad.term.TermDays;
import org.marsad.term.TermFrequency;
import org.marsad.term.TermKeyness;
import org.marsad.term.TermTrends;
import org.marsad.term.Terms;
import org.marsad.topic.TopicTrends;
import org.marsad.topic.Topics;

/** The analyses of a run, each behind those whose tables it reads. */
public final class Analyses {
  public static final List<Analysis> IN_ORDER =
      List.of(
          new Stories(),
          new ArticleTerms(),
          new Terms(),
          new TermFrequency(),
          new SourceSignatures(),
          new Collocations(),
          new Phrases(),
          new TermDays(),
          new TermTrends(),
          new TermBursts(),
          new TermKeyness(),
          new ArticleKeywords(),
          new Topics(),
          new TopicTrends(),
          new EntityMentions(),
          new Entities(),
          new OwnNames(),
          new EntityTitles(),
          new NamingChoices(),
          new EntityCooccurrence(),
          new EntityNetwork(),
          new Quotes(),
          new PeopleCounts(),
          new SourceHealth());

  private Analyses() {}

  /** Every table that a run publishes, in order; {@code rejects} comes straight from the store. */
  public static List<Table> published() {
    List<Table> tables = new ArrayList<>();
    IN_ORDER.forEach(a -> tables.addAll(a.writes()));
    tables.add(RejectTable.REJECTS);
    return tables;
  }

  /** Names of the published tables, for the shell's completion. */
  static final class PublishedNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    PublishedNames() {
      super(published().stream().map(Table::name).toList());
    }
  }

  /** Names of the tables that a user can query. */
  static final class QueryableNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    QueryableNames() {
      super(queryable().stream().map(Table::name).toList());
    }
  }

  /** Every table that a user can query. */
  public static List<Table> queryable() {
    List<Table> tables = published();
    tables.add(TextTable.TOKENS);
    return tables;
  }
}
