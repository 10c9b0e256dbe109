#!/usr/bin/env python3
"""grow-forms.py: adds to lexicon/forms.tsv what follows from the lists in words/.

  adjectives.txt  one a line, masculine singular
  nouns.txt       one a line; a feminine of persons (رئيسة) or a plural that is its own lemma (معدات) takes the
                  place of a listed reading that leads to another noun
  verbs.txt       the perfect's third person; one of four letters or more that begins with alef (افتعل, أفعل) is listed as
                  a form, the others make lexicon/verb_list.tsv, because as a word they are mostly nouns
  names.txt       one a line, words of foreign names that keep their letters
  plurals.txt     a singular and its plurals

A form that is listed already stays as it is, so that what was decided by hand is never undone; a form that two
lists give is taken from plurals first, then nouns, then adjectives. Run it from data/; it may be run again."""
import re

WORD = re.compile("^[\u0621-\u064a]{2,}$")
FORMS = "lexicon/forms.tsv"


def rows():
    for line in open("words/plurals.txt", encoding="utf-8"):
        singular, *plurals = line.split()
        yield singular, "=", "N"
        for plural in plurals:
            yield plural, singular, "N"
    for line in open("words/nouns.txt", encoding="utf-8"):
        noun = line.strip()
        yield noun, "=", "N"
        if noun.endswith("ة") and not noun.endswith("اة"):
            yield noun[:-1] + "ات", noun, "N"
    for line in open("words/adjectives.txt", encoding="utf-8"):
        yield line.strip(), "=", "A"
    for line in open("words/verbs.txt", encoding="utf-8"):
        verb = line.strip()
        if len(verb) > 3 and verb[0] in "اأآ":
            yield verb, "=", "V"
    for line in open("words/names.txt", encoding="utf-8"):
        yield line.strip(), "=", "P"


def own_lemmas():
    """Feminines and plurals that are no forms of another noun."""
    own = {}
    for line in open("words/nouns.txt", encoding="utf-8"):
        noun = line.strip()
        if noun.endswith("ات"):
            own[noun] = "="
        elif noun.endswith("ة"):
            own[noun] = "="
            own[noun[:-1] + "ات"] = noun
    return own


def main():
    own = own_lemmas()
    lines = []
    seen = set()
    for line in open(FORMS, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) == 4:
            seen.add(cells[0])
            if cells[0] in own and cells[2] in "NA" and not cells[3]:
                cells[1:3] = [own[cells[0]], "N"]
                line = "\t".join(cells) + "\n"
        lines.append(line)
    added = 0
    for form, lemma, word_class in rows():
        if WORD.match(form) and form not in seen:
            seen.add(form)
            lines.append("\t".join((form, lemma, word_class, "")) + "\n")
            added += 1
    with open(FORMS, "w", encoding="utf-8") as out:
        out.writelines(lines)
    print(added, "forms added")


main()
