#!/bin/sh
# Train the shipped models: the same data, the same bytes.
#
#   models/train.sh PROGRAM DATA FOLDER extract      learned extraction
#   models/train.sh PROGRAM DATA FOLDER tone side target
#                                                    what judges its statements
#
# PROGRAM is demarche, DATA the folder of labelled data, FOLDER takes the models.
# C is what the search found that `train` does without --c. Sides are surer than
# tones: more is wanted of those that are not sent to review.
set -eu

program=$1
data=$2
folder=$3
shift 3

judge() {
    task=$1
    shift
    "$program" train --quiet --task "$task" --min-df 5 --seed 1 "$@" \
        --note "statements/train.ndjson; see models/data/README.md" \
        -o "$folder/$task.model" "$data/statements/train.ndjson"
}

extract() {
    "$program" train --quiet --task extract --seed 1 \
        --note "polnear/train.ndjson; see models/data/README.md" \
        -o "$folder/extract.model" "$data/polnear/train.ndjson"
}

for task; do
    case $task in
    tone) judge tone --c 1 --accuracy 0.85 ;;
    side) judge side --c 1 --accuracy 0.95 ;;
    target) judge target --c 0.5 --accuracy 0.85 --solver liblinear \
        --null none --with side ;;
    extract) extract ;;
    esac
done
