#!/bin/sh
# Train the shipped models: the same data, the same bytes.
#
#   models/train.sh PROGRAM DATA FOLDER extract      learned extraction
#   models/train.sh PROGRAM DATA FOLDER tone side target
#                                                    what judges its statements
#
# PROGRAM is demarche, DATA the folder of labelled data, FOLDER takes the models.
# C is the best of cross-validation. Tone is learned with the names of the two
# sides swapped, too, so that it does not lean on who is named. Sides are surer
# than tones: more is wanted of those that are not sent to review.
set -eu

program=$1
data=$2
folder=$3
shift 3

note='statements/train.ndjson; see models/data/README.md'
more=$(mktemp)
trap 'rm -f "$more"' EXIT

judge() {
    task=$1
    shift
    "$program" train --quiet --task "$task" --min-df 5 --seed 1 "$@" \
        -o "$folder/$task.model" "$data/statements/train.ndjson"
}

# Tone learns from more statements, in which side and target gain nothing.
tone() {
    "$(dirname "$0")"/labelled.py "$data" >"$more"
    judge tone --solver liblinear --c 0.25 --accuracy 0.85 --swap us,china \
        --also "$more" \
        --note "statements/train.ndjson, labels.tsv; see models/data/README.md"
}

extract() {
    "$program" train --quiet --task extract --seed 1 \
        --note "polnear/train.ndjson; see models/data/README.md" \
        -o "$folder/extract.model" "$data/polnear/train.ndjson"
}

for task; do
    case $task in
    tone) tone ;;
    side) judge side --c 1 --accuracy 0.95 --note "$note" ;;
    target) judge target --c 0.5 --accuracy 0.85 --solver liblinear \
        --null none --with side --note "$note" ;;
    extract) extract ;;
    esac
done
