#!/usr/bin/python3
"""What one would write instead of Marsad: the same questions with pandas and scikit-learn, one process.

    PYTHONHASHSEED=0 python3 jobs/src/bench/python/news.py NEWS.jsonl.gz OUTPUT_DIRECTORY [TOPICS]

Debian: python3-pandas python3-sklearn. Tables are written as Parquet where pyarrow is there, else as gzipped CSV.
Simple on purpose: words are folded spellings, not lemmas; names are the lexicon's forms, not a model's; there are no
tests of significance, no days that other days are compared with, no report, and nothing is kept for tomorrow.
"""
import gzip
import itertools
import json
import math
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

LEXICON = Path(__file__).resolve().parents[4] / "data" / "lexicon"
MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
WORD = re.compile("[\u0621-\u064a]+")
SENTENCE = re.compile(r"[.!؟\n]+")
FOLD = str.maketrans("أإآٱىة", "اااايه")
CLITICS = "وفبلك"
PERMUTATIONS, BANDS, SHINGLE, ALIKE = 64, 16, 5, 0.5


def fold(text):
    return MARKS.sub("", text).translate(FOLD)


def read(path):
    articles, rejects = [], 0
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                record = json.loads(line)
            except json.JSONDecodeError:
                rejects += 1
                continue
            body = record.get("text") or record.get("body") or ""
            day = re.search(r"\d{4}-\d\d-\d\d", str(record.get("date") or record.get("time") or ""))
            letters = sum(c.isalpha() for c in body)
            arabic = sum("\u0621" <= c <= "\u064a" for c in body)
            if not letters or arabic < letters / 3:
                rejects += 1
                continue
            articles.append((day.group() if day else "", record.get("src") or record.get("source") or "",
                             record.get("title") or "", body))
    frame = pd.DataFrame(articles, columns=["published_on", "source", "title", "body"])
    whole = len(frame)
    frame = frame.drop_duplicates(["source", "title", "body"]).reset_index(drop=True)
    return frame, rejects + whole - len(frame)


def words(frame):
    return [WORD.findall(fold(t + "\n" + b)) for t, b in zip(frame.title, frame.body)]


def term_frequency(frame, tokens, stop, stories):
    occurrences, articles, told = Counter(), Counter(), defaultdict(set)
    for day, source, story, row in zip(frame.published_on, frame.source, stories, tokens):
        for term, n in Counter(w for w in row if w not in stop).items():
            key = day, source, term
            occurrences[key] += n
            articles[key] += 1
            told[key].add(story)
    return pd.DataFrame(((*k, n, articles[k], len(told[k])) for k, n in occurrences.items()),
                        columns=["published_on", "source", "term", "occurrences", "articles", "stories"])


def near_copies(tokens):
    """A story's number for each article: MinHash over shingles of five words, joined at a Jaccard index of a half."""
    random = np.random.default_rng(7)
    prime = (1 << 61) - 1
    a = random.integers(1, 1 << 31, PERMUTATIONS, dtype=np.uint64)
    b = random.integers(0, 1 << 31, PERMUTATIONS, dtype=np.uint64)
    shingles, buckets, parent = [], defaultdict(list), list(range(len(tokens)))
    rows = PERMUTATIONS // BANDS

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, row in enumerate(tokens):
        own = {hash(tuple(row[k:k + SHINGLE])) & 0x7FFFFFFF for k in range(max(1, len(row) - SHINGLE + 1))}
        shingles.append(own)
        values = np.fromiter(own, dtype=np.uint64, count=len(own))
        least = ((values[:, None] * a + b) % np.uint64(prime)).min(axis=0)
        for band in range(BANDS):
            buckets[band, least[band * rows:(band + 1) * rows].tobytes()].append(i)
    for bucket in buckets.values():
        for i, j in zip(bucket, bucket[1:]):
            if root(i) != root(j):
                both = len(shingles[i] & shingles[j])
                if both >= ALIKE * (len(shingles[i]) + len(shingles[j]) - both):
                    parent[root(j)] = root(i)
    return [root(i) for i in range(len(tokens))]


def topics(tokens, stop, stories, count):
    first = sorted({s: i for i, s in reversed(list(enumerate(stories)))}.values())
    vectorizer = TfidfVectorizer(analyzer=lambda row: [w for w in row if len(w) > 1 and w not in stop],
                                 min_df=5, max_df=0.3, sublinear_tf=True)
    matrix = vectorizer.fit_transform([tokens[i] for i in first])
    svd = TruncatedSVD(100, random_state=7)
    space = normalize(svd.fit_transform(matrix))
    means = KMeans(count, n_init=3, random_state=7).fit(space)
    names = vectorizer.get_feature_names_out()
    rows = []
    for topic in range(count):
        weights = np.asarray(matrix[means.labels_ == topic].mean(axis=0)).ravel()
        rows += [(topic, rank + 1, names[i], weights[i]) for rank, i in enumerate(weights.argsort()[::-1][:20])]
    by_story = dict(zip((stories[i] for i in first), means.labels_))
    return pd.DataFrame(rows, columns=["topic", "rank", "term", "weight"]), [by_story[s] for s in stories]


def gazetteer():
    forms = {}
    header = None
    for line in (LEXICON / "entities.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        row = dict(zip(header, cells))
        for form in [row["name"], *row.get("variants", "").split("|")]:
            key = tuple(WORD.findall(fold(form)))
            if key:
                forms.setdefault(key, row["entity_id"])
    return forms, max(map(len, forms))


def names(row, forms, longest):
    """Entities of a sentence: the longest form at each word, a single letter before it read over."""
    found, i = set(), 0
    while i < len(row):
        for n in range(min(longest, len(row) - i), 0, -1):
            key = tuple(row[i:i + n])
            entity = forms.get(key)
            if entity is None and len(key[0]) > 3 and key[0][0] in CLITICS:
                entity = forms.get((key[0][1:], *key[1:]))
            if entity is not None:
                found.add(entity)
                i += n - 1
                break
        i += 1
    return found


def cooccurrence(frame):
    forms, longest = gazetteer()
    alone, pairs, sentences = Counter(), Counter(), 0
    for title, body in zip(frame.title, frame.body):
        for sentence in SENTENCE.split(title + "\n" + body):
            found = names(WORD.findall(fold(sentence)), forms, longest)
            sentences += 1
            alone.update(found)
            pairs.update(itertools.combinations(sorted(found), 2))
    rows = []
    for (x, y), n in pairs.items():
        pmi = math.log2(n * sentences / (alone[x] * alone[y]))
        rows.append((x, y, n, alone[x], alone[y], pmi, pmi / -math.log2(n / sentences)))
    return pd.DataFrame(rows, columns=["entity_a", "entity_b", "together", "units_a", "units_b", "pmi", "npmi"])


def stop_words():
    stop = set()
    for line in (LEXICON / "stopwords.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, _, forms, *_ = line.split("\t")
            stop.update(fold(word) for word in [lemma, *forms.split("|")])
    return stop


def write(frame, directory, name):
    try:
        frame.to_parquet(directory / (name + ".parquet"))
    except ImportError:
        frame.to_csv(directory / (name + ".csv.gz"), index=False)


def main():
    source, out = sys.argv[1], Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    out.mkdir(parents=True, exist_ok=True)
    start = clock = time.time()
    cpu = time.process_time()

    def done(step, size):
        nonlocal clock, cpu
        now, used = time.time(), time.process_time()
        print(f"{step:<16} {now - clock:7.1f} s, of the processors {used - cpu:7.1f} s  ({size})", flush=True)
        clock, cpu = now, used

    stop = stop_words()
    frame, rejects = read(source)
    done("reading", f"{len(frame)} articles, {rejects} rejects")
    tokens = words(frame)
    done("words", sum(map(len, tokens)))
    stories = near_copies(tokens)
    done("near-copies", f"{len(set(stories))} stories")
    terms = term_frequency(frame, tokens, stop, stories)
    done("term counts", len(terms))
    topic_terms, main_topic = topics(tokens, stop, stories, count)
    done("topics", count)
    pairs = cooccurrence(frame)
    done("pairs of names", len(pairs))
    write(frame.assign(story=stories, topic=main_topic), out, "articles")
    write(terms, out, "term_frequency")
    write(topic_terms, out, "topic_terms")
    write(pairs, out, "entity_cooccurrence")
    done("writing", out)
    print(f"{'all':<16} {time.time() - start:7.1f} s, of the processors {time.process_time():7.1f} s, "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB at the peak")


if __name__ == "__main__":
    main()
