#!/bin/sh
# Train the two shipped models: the same data, the same bytes.
#
#   models/train.sh PROGRAM STATEMENTS FOLDER
#
# PROGRAM is demarche, STATEMENTS the labelled rows, FOLDER takes the models.
# C is what the search found that `train` does without --c. Sides are surer than
# tones: more is wanted of those that are not sent to review.
set -eu

train() {
    "$1" train --quiet --task "$4" --c "$5" --min-df 5 --seed 1 \
        --accuracy "$6" --note "statements/train.ndjson; see models/data/README.md" \
        -o "$3/$4.model" "$2"
}

train "$1" "$2" "$3" tone 1 0.85
train "$1" "$2" "$3" side 1 0.95
