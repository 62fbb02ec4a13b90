#!/usr/bin/env python3
"""Draw gold and output at random, odd on purpose: for parity.sh.

usage: draw.py KIND SEED GOLD SYSTEM; KIND is articles or transcripts

Texts mix scripts, combining marks, digits of many kinds and quotation marks;
ranges overlap, nest, repeat, are reversed or reach behind the text.
"""
import json
import random
import sys

PIECES = (
    list("abcdefgh  XYZ..,;") + ["said ", "says", "ask", "İ", "\u212a", "é",
    "e\u0301", "½", "Ⅷ", "٣", "中", "〇", "𝟙", "𐄇", "ß", "Σ", "_", "-", "’",
    "'", "\"", "“", "”", "«", "\n", "\u00a0", "\u200d", "\ufffd", "👍", "ªº",
    "deny ", "wrote ", "remarks", "telling ", "Quoted ", "(", ")"]
)
NAMES = ["Ann Roe", "ROE", "roe (unnamed)", "Roe (Ohio)", "Li Moumou", "",
         "O’Hara", "O'Hara", "É. Élan", "é. élan", "(a) b", "x-y", "Σ Σ"]
SIDES = ["us", "china", "other", None, ""]


def text(r):
    return "".join(r.choice(PIECES) for _ in range(r.randrange(1, 160)))


def pair(r, end, ordered=False):
    begin = r.randrange(0, end + 1)
    stop = begin + r.choice([0, 1, 3, 8, 20, 40])
    if ordered:
        return [begin, min(stop, end)]
    return [stop, begin] if r.random() < 0.05 else [begin, stop]


def pairs(r, end, most):
    return [pair(r, end) for _ in range(r.randrange(0, most))]


def article(r, name):
    body = text(r)
    gold, found = [], []
    for _ in range(r.randrange(0, 9)):
        gold.append({"source": pairs(r, len(body), 3),
                     "cue": pairs(r, len(body), 3),
                     "content": pairs(r, len(body), 4),
                     "actor": r.choice(NAMES), "side": r.choice(SIDES),
                     "tone": r.choice(["critical", "neutral"]),
                     "hard": r.random() < 0.3})
    for _ in range(r.randrange(0, 9)):
        # Half of the time near some gold, so that there are pairs.
        spans = pairs(r, len(body), 4)
        if gold and r.random() < 0.6:
            spans = [[b, e + r.randrange(0, 3)]
                     for b, e in r.choice(gold)["content"]]
        item = {"doc": name, "spans": spans,
                "speaker_span": r.choice([None, pair(r, len(body))])}
        for field, values in (("actor", NAMES + [None]), ("side", SIDES),
                              ("tone", ["critical", "neutral", None])):
            if r.random() < 0.8:
                item[field] = r.choice(values)
        found.append(item)
    return {"id": name, "text": body, "attributions": gold}, found


def transcript(r, name):
    body = text(r)
    turns = [{"speaker": r.choice(NAMES + [None]), "side": r.choice(SIDES),
              "span": pair(r, len(body), True)}
             for _ in range(r.randrange(0, 8))]
    found = [{"doc": name, "kind": r.choice(["transcript", "quoted"]),
              "spans": pairs(r, len(body), 4), "speaker": r.choice(NAMES + [None]),
              "side": r.choice(SIDES)} for _ in range(r.randrange(0, 8))]
    return {"id": name, "text": body, "turns": turns}, found


def main():
    kind, seed, gold_path, found_path = sys.argv[1:]
    r = random.Random(int(seed))
    draw = article if kind == "articles" else transcript
    with open(gold_path, "w", encoding="utf-8") as gold, \
            open(found_path, "w", encoding="utf-8") as found:
        for i in range(150):
            record, items = draw(r, f"d{i}" if i % 9 else i)
            print(json.dumps(record, ensure_ascii=i % 2 == 0), file=gold)
            for item in items:
                print(json.dumps(item), file=found)


main()
