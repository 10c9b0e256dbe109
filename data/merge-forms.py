#!/usr/bin/env python3
"""merge-forms.py OUT PART...: joins lists of forms into forms.tsv, first list first.

A part's rows are: form, lemma ("=" for the form itself), class, and the segments joined by "+".
Rows of class X and rows that are no Arabic word are left out; so are doubled forms."""
import re
import sys

WORD = re.compile("^[\u0621-\u064a]+$")
HEAD = """# Forms of Arabic news by sight, as printed, without vowel signs, mostly without the article.
# lemma: citation form, "=" for the form itself. pos: N noun, A adjective, V verb, P name, D adverb, F function word,
# U number. segments: clitics and stem joined by "+" where the form holds clitics.
form\tlemma\tpos\tsegments
"""


def main(out, parts):
    seen = set()
    with open(out, "w", encoding="utf-8") as target:
        target.write(HEAD)
        for part in parts:
            for line in open(part, encoding="utf-8"):
                cells = [c.strip() for c in line.rstrip("\n").split("\t")]
                if len(cells) < 3 or cells[0] in seen or cells[2] not in "NAVPDFU":
                    continue
                if not WORD.match(cells[0]) or not cells[1]:
                    continue
                if cells[2] == "F" and cells[1].startswith("ال") and not cells[0].startswith("ال"):
                    continue
                seen.add(cells[0])
                segments = cells[3] if len(cells) > 3 else ""
                if not segments and cells[0] == "ال" + cells[1]:
                    segments = "ال+" + cells[1]
                if "+" not in segments:
                    segments = ""
                target.write("\t".join(cells[:3] + [segments]) + "\n")
    print(len(seen), "forms")


main(sys.argv[1], sys.argv[2:])
