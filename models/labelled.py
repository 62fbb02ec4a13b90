#!/usr/bin/env python3
"""Write the statements that models/data/labels.tsv tells of, one JSON object a line.

    models/labelled.py DATA > more.ndjson

DATA is the folder of data that models/rebuild.sh takes. The table says
where each statement stands and how it was labelled; the words are taken from
the texts in DATA, and a text that is not the one that was read is missed.
"""
import json
import lzma
import os
import sys
import zlib

FILES = {
    "corpus": "corpus/raw.ndjson.xz",
    "newsmtsc": "newsmtsc/train.ndjson",
    "transcripts": "transcripts/train.ndjson",
}
TONES = {"+": "conciliatory", "-": "critical", "=": "neutral"}
TARGETS = {"u": "us", "c": "china", "b": "both", "o": "other", "n": None}
SIDES = {"u": "us", "c": "china", "o": "other"}


def read_table(path):
    """{(source, id, checksum): (line of the document, its statements')}"""
    documents = {}
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            continue
        if cells[0] == "doc":
            statements = []
            documents[cells[1], cells[2], int(cells[3], 16)] = (cells, statements)
        else:
            statements.append(cells)
    return documents


def open_texts(data, source):
    path = os.path.join(data, FILES[source])
    opener = lzma.open if path.endswith(".xz") else open
    return opener(path, "rt", encoding="utf-8")


def rows_of(text, document, statements):
    """The labelled rows of one document."""
    _, _, own, _, genre, group = document
    for begin, end, tone, target, care, side, speaker in statements:
        row = {
            "text": text[int(begin):int(end)],
            "tone": TONES[tone],
            "target": TARGETS[target],
            "genre": genre,
            "doc": group or own,
            "hard": care == "h",
        }
        if speaker:
            row["speaker"] = speaker
        if side in SIDES:
            row["side"] = SIDES[side]
        yield row


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    here = os.path.dirname(os.path.abspath(__file__))
    documents = read_table(os.path.join(here, "data", "labels.tsv"))
    for source in FILES:
        for line in open_texts(sys.argv[1], source):
            record = json.loads(line)
            text = record["text"]
            checksum = zlib.crc32(text.encode("utf-8", "surrogatepass"))
            known = documents.pop((source, record["id"], checksum), None)
            if known is None:
                continue
            for row in rows_of(text, *known):
                print(json.dumps(row))
    if documents:
        names = ", ".join(name for _, name, _ in list(documents)[:5])
        sys.exit("not there, or not as they were labelled: " + names)


if __name__ == "__main__":
    main()
