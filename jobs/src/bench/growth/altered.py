#!/usr/bin/python3
"""Altered copies of articles, for measuring growth. Only Python's own library.

    altered.py nights DIRECTORY FIRST LAST PER_NIGHT    writes DIRECTORY/NIGHT.jsonl, one a day from 2000-01-01
    altered.py size CORPUS FACTOR                       prints JSON Lines: a part (1/16) or altered copies (4)

An altered copy has sentences of other articles in the places of its own, so that it is near to none, with the
corpus's own words; addresses are new. The same arguments give the same articles.
"""
import datetime
import gzip
import json
import random
import re
import sys
from fractions import Fraction
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[4] / "data" / "sample"
END = re.compile(r"(?<=[.!؟])\s+|\n+")
BODY = ("text", "body", "content")
DAY_OR_ADDRESS = ("date", "time", "published", "published_on", "pubDate", "url", "link", "id")


def records(path):
    opener = gzip.open if path.name.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            try:
                record = json.loads(line)
            except json.JSONDecodeError:
                continue
            body = next((b for b in BODY if isinstance(record.get(b), str) and record[b].strip()), None)
            if body:
                yield record, body


def altered(articles, i, dice):
    """An article like the i-th, of sentences drawn from all."""
    record, body, sentences = articles[i]
    other = dict(record)
    drawn = []
    for _ in sentences:
        from_article = articles[dice.randrange(len(articles))][2]
        drawn.append(from_article[dice.randrange(len(from_article))])
    other[body] = "\n".join(drawn)
    if "title" in other:
        other["title"] = " ".join(dice.choice(drawn).split()[:9])
    return other


def load(paths):
    return [(r, b, [s for s in END.split(r[b]) if s.strip()]) for p in paths for r, b in records(p)]


def nights(directory, first, last, per_night):
    articles = load(sorted(SAMPLE.rglob("*.jsonl")))
    for night in range(first, last + 1):
        dice = random.Random(night)
        day = (datetime.date(2000, 1, 1) + datetime.timedelta(night - 1)).isoformat()
        with open(directory / f"{night:05}.jsonl", "w", encoding="utf-8") as out:
            for n in range(per_night):
                record = altered(articles, dice.randrange(len(articles)), dice)
                kept = {k: v for k, v in record.items() if k not in DAY_OR_ADDRESS}
                kept.update(date=day, url=f"https://example.com/{night}/{n}")
                out.write(json.dumps(kept, ensure_ascii=False) + "\n")


def size(corpus, factor):
    articles = load([corpus])
    part = min(factor, Fraction(1))
    own = [a for i, a in enumerate(articles) if i * part // 1 != (i + 1) * part // 1]
    for record, _, _ in own:
        print(json.dumps(record, ensure_ascii=False))
    for copy in range(1, int(factor)):
        dice = random.Random(copy)
        for i in range(len(articles)):
            record = altered(articles, i, dice)
            if "url" in record:
                record["url"] = f"{record['url']}?copy={copy}"
            print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    if sys.argv[1] == "nights":
        nights(Path(sys.argv[2]), *map(int, sys.argv[3:6]))
    else:
        size(Path(sys.argv[2]), Fraction(sys.argv[3]))
