#!/usr/bin/env python3
"""Whether every figure of a scorer stands in the program's JSON, equal.

usage: same.py SCORER.json PROGRAM.json
"""
import json
import sys


def differences(theirs, ours, place=""):
    for key, value in theirs.items():
        if isinstance(value, dict):
            yield from differences(value, ours.get(key, {}), place + key + ".")
        elif ours.get(key) != value:
            yield f"{place}{key}: scorer {value}, program {ours.get(key)}"


scorer, program = (json.load(open(p, encoding="utf-8")) for p in sys.argv[1:])
found = list(differences(scorer, program))
for line in found:
    print(line)
sys.exit(bool(found) or not scorer)
