#!/bin/sh
# features.sh PROGRAM SOURCE_DIR [TASK...] - what each name space of n-grams is
# worth, and what becomes of scores under swapped names, as tables in Markdown
# for docs/FEATURES.md. Tasks are tone and side unless told. It takes minutes.
# 77 says skipped: the data is not here.
set -eu
program=$1 rows=$2/../shared/data/statements/train.ndjson
shift 2
[ $# -gt 0 ] || set -- tone side
[ -r "$rows" ] || { echo "skipped: $rows is not here"; exit 77; }

figures=$(mktemp)
trap 'rm -f "$figures"' EXIT

# evaluate TASK OPTION... - into $figures; one solver and one C for all, so
# that nothing but the features differs
evaluate() {
    task=$1
    shift
    "$program" evaluate --task "$task" --solver liblinear --c 0.25 --min-df 5 \
        --quiet --format csv "$@" "$rows" >"$figures"
}

# read_figures AWK-ARGUMENT...
read_figures() {
    tr -d '\r"' <"$figures" | awk -F , "$@"
}

# A row a name space, that which is worth most first.
worth() {
    evaluate "$1" --without each
    echo "| $1, learned without | macro-F1 | 95 % | differs by | 95 % | p |"
    echo "| --- | --- | --- | --- | --- | --- |"
    read_figures '
        $1 == "all" && $3 == "macro_f1" {
            printf "| nothing | %.3f | %.3f–%.3f | | | |\n", $4, $5, $6
        }
        $1 != "without" { next }
        $3 == "macro_f1" {
            whole[$2] = sprintf("%.3f | %.3f–%.3f", $4, $5, $6)
        }
        $3 == "macro_f1_difference" {
            differs[$2] = sprintf("%+.4f | %+.4f to %+.4f", $4, $5, $6)
            order[$2] = $4
        }
        $3 == "p" {
            p = $4 < 0.0001 ? "< 0.0001" : sprintf("%.4f", $4)
            printf "%.6f\t| %s | %s | %s | %s |\n", order[$2], $2,
                whole[$2], differs[$2], p | "sort -n | cut -f 2"
        }'
}

# swap NAME OPTION... - a row of each kind of rows
swap() {
    name=$1
    shift
    evaluate tone --swap us,china "$@"
    read_figures -v name="$name" '
        $1 == "all" && $3 == "macro_f1" { f1 = $4 }
        $1 != "swap" { next }
        $3 == "rows" { rows = $4 }
        $3 == "before" { before = $4 }
        $3 == "after" { after = $4 }
        $3 == "change" { change = sprintf("%+.3f | %+.3f to %+.3f", $4, $5, $6) }
        $3 == "size" { size = $4 }
        $3 == "relabelled" {
            printf "| %s | %.3f | %s | %d | %+.3f | %+.3f | %s | %.3f | %d |\n",
                name, f1, $2, rows, before, after, change, size, $4
        }'
}

for task; do
    worth "$task"
    echo
    [ "$task" = tone ] || continue
    echo "| learned from | macro-F1 | rows naming | rows | before | after | change | 95 % | size | other label |"
    echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    swap "rows as they are"
    swap "swapped copies, too" --learn-swapped
    echo
done
