#!/usr/bin/python3
"""Topics by others' means over one file of stems, and the score of all: section, coherence, diversity.

    python3 jobs/src/bench/python/topics.py STEMS.tsv [K [FOUND.jsonl | MALLET.doc-topics:MALLET.keys:SECONDS]...]

STEMS.tsv is what TopicPeers exports, FOUND.jsonl what it found with MLlib. Debian 12: python3-sklearn 1.2.1,
python3-gensim 4.2.0. NMI (arithmetic mean) and purity of the main topic against the sections, by source where there
are several, weighted by articles; NPMI of each topic's ten first words over documents, a pair that never meets -1;
seconds of the fit by the clock and of the processors, the vectors not counted.
"""
import json
import math
import sys
import time
from collections import Counter, defaultdict

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.metrics import normalized_mutual_info_score
from sklearn.preprocessing import normalize

SEED, TOP = 20170914, 10


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


class Score:
    def __init__(self, articles):
        self.sections = defaultdict(list)
        for i, (_, source, section, _) in enumerate(articles):
            if section:
                self.sections[source].append((i, section))
        self.where = defaultdict(set)
        for i, article in enumerate(articles):
            for stem in set(article[3].split()):
                self.where[stem].add(i)
        self.n = len(articles)

    def npmi(self, words):
        values = []
        for i, a in enumerate(words):
            for b in words[:i]:
                both = len(self.where[a] & self.where[b])
                pmi = both and math.log(both * self.n / (len(self.where[a]) * len(self.where[b])))
                values.append(pmi / -math.log(both / self.n) if 0 < both < self.n else -1 if not both else 1)
        return sum(values) / len(values)

    def against_sections(self, mains):
        nmi = purity = total = 0
        for rows in self.sections.values():
            ours, theirs = [mains[i] for i, _ in rows], [s for _, s in rows]
            cells = Counter(zip(ours, theirs))
            most = Counter()
            for (topic, _), n in cells.items():
                most[topic] = max(most[topic], n)
            nmi += normalized_mutual_info_score(theirs, ours) * len(rows)
            purity += sum(most.values())
            total += len(rows)
        return nmi / total, purity / total

    def line(self, name, mains, words, seconds, cpu):
        nmi, purity = self.against_sections(mains)
        print("%-34s nmi %.3f purity %.3f npmi %.3f diversity %.2f largest %.2f %6.1f s, cpu %6.1f"
              % (name, nmi, purity, sum(map(self.npmi, words)) / len(words),
                 len({w for t in words for w in t}) / sum(map(len, words)),
                 max(Counter(mains).values()) / self.n, seconds, cpu), flush=True)


def top(weights, vocabulary):
    return [[vocabulary[i] for i in np.argsort(-row)[:TOP]] for row in weights]


def mean_by_topic(vectors, mains, k):
    return np.vstack([np.asarray(vectors[mains == t].mean(axis=0)).ravel() for t in range(k)])


def lsa(counts, weights, k):
    points = normalize(TruncatedSVD(100, random_state=SEED).fit_transform(weights))
    mains = KMeans(k, n_init=5, random_state=SEED).fit_predict(points)
    return mains, mean_by_topic(weights, mains, k)


def nmf(counts, weights, k):
    model = NMF(k, init="nndsvd", random_state=SEED)
    return model.fit_transform(weights).argmax(axis=1), model.components_


def sklearn_lda(counts, weights, k):
    model = LatentDirichletAllocation(k, random_state=SEED)
    return model.fit_transform(counts).argmax(axis=1), model.components_


def gensim_lda(counts, weights, k):
    from gensim.matutils import Sparse2Corpus
    from gensim.models import LdaModel
    corpus = Sparse2Corpus(counts.T)
    model = LdaModel(corpus, k, passes=10, random_state=SEED, id2word={i: str(i) for i in range(counts.shape[1])})
    return model.inference(corpus)[0].argmax(axis=1), model.get_topics()


PEERS = [("scikit-learn, LSA-100 + k-means", lsa), ("scikit-learn, NMF", nmf),
         ("scikit-learn, LDA, 10 passes", sklearn_lda), ("gensim, LDA, 10 passes", gensim_lda)]


def mallet(argument, articles):
    mixtures, keys, seconds = argument.split(":")
    place = {a[0]: i for i, a in enumerate(articles)}
    mains = [-1] * len(articles)
    for line in open(mixtures, encoding="utf-8"):
        if not line.startswith("#"):
            cells = line.split("\t")
            mains[place[cells[1]]] = int(np.argmax([float(x) for x in cells[2:] if x.strip()]))
    words = [line.split("\t")[2].split()[:TOP] for line in open(keys, encoding="utf-8")]
    return "MALLET, 100 iterations", mains, words, float(seconds), float("nan")


def main():
    articles = read(sys.argv[1])
    k = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    score = Score(articles)
    for argument in sys.argv[3:]:
        if ":" in argument:
            score.line(*mallet(argument, articles))
        else:
            for line in open(argument, encoding="utf-8"):
                found = json.loads(line)
                score.line(found["name"], found["mains"], found["words"], found["seconds"], found["cpu"])
    vectorizer = CountVectorizer(analyzer=str.split, min_df=5, max_df=0.5, max_features=50_000)
    counts = vectorizer.fit_transform(a[3] for a in articles)
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    vocabulary = vectorizer.get_feature_names_out()
    print("%d articles, %d stems, K=%d" % (len(articles), len(vocabulary), k))
    for name, fit in PEERS:
        start, cpu = time.time(), time.process_time()
        try:
            mains, words = fit(counts, weights, k)
        except ImportError as e:
            print("%s: not there (%s)" % (name, e))
            continue
        score.line(name, list(mains), top(words, vocabulary), time.time() - start, time.process_time() - cpu)


if __name__ == "__main__":
    main()
