"""Records what the original makes of the sentences of tests/fixtures/parses.tsv, in place.

    python tools/record_parses.py PACKAGE tests/fixtures/parses.tsv

PACKAGE is the name by which spaCy loads the model. A sentence is a line that begins with "# "; behind it stands a line for each word:
its text, tag, head (counted from 0 within the sentence) and relation.
"""

import sys
from pathlib import Path

import spacy


def main(package, path):
    nlp = spacy.load(package, disable=["ner", "lemmatizer"])
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    sentences = [line[2:] for line in lines if line.startswith("# ")]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for sentence, words in zip(sentences, nlp.pipe(sentences)):
            out.write(f"# {sentence}\n")
            for word in words:
                out.write(f"{word.text}\t{word.tag_}\t{word.head.i}\t{word.dep_}\n")
            out.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
