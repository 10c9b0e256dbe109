package org.marsad.article;

import java.time.LocalDate;

/**
 * One article as taken: see {@link ArticleTable} for what each value means.
 *
 * @param textKey the same for two articles whose bodies have the same letters and digits in the
 *     same order
 */
record Article(
    String articleId,
    String textKey,
    String source,
    String url,
    String title,
    String body,
    String author,
    String category,
    LocalDate publishedOn,
    String dateOrigin,
    String charset,
    int words) {}
