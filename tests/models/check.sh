#!/bin/sh
# The shipped models are what their recipe makes of their data, to the byte.
# usage: check.sh PROGRAM SOURCE_FOLDER; 77 says skipped: the data is not here, or
# no python3 to join labels with texts.
set -eu

program=$1
source=$2
data=$source/../shared/data
if [ ! -r "$data/statements/train.ndjson" ]; then
    echo "skipped: $data is not here"
    exit 77
fi
python3 -c 'import lzma' 2>/dev/null || { echo "skipped: no python3"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$source/models/train.sh" "$program" "$data" "$folder" extract tone side target
for task in extract tone side target; do
    cmp "$folder/$task.model" "$source/models/data/$task.model"
done
