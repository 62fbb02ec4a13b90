#!/bin/sh
# run.sh - run the commands of a .test file, and compare what they print.
#
#   run.sh FILE.test FOLDER-OF-THE-PROGRAM
#
# A test is a line that begins with "$ " and is given to sh as it stands. Behind
# it stand what is expected: "> " a line of standard output, "2> " a line of
# standard error, "? " the exit status, which is 0 where none is told. Lines
# that begin with "#", and empty ones, are for the reader. The commands of a
# file run one after the other in one empty folder; $DATA holds tests/data.
set -u

test_file=$(realpath "$1")
PATH=$(realpath "$2"):$PATH
DATA=$(realpath "$(dirname "$0")/../data")
export PATH DATA
LC_ALL=C.UTF-8 TERM=dumb
export LC_ALL TERM
unset NO_COLOR

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/expected" "$folder/seen" "$folder/work"
cd "$folder/work" || exit 1

failed=0 command='' line_number=0 command_line=0

# Run the command that was read, and hold it against what was expected.
check() {
    [ -n "$command" ] || return 0
    sh -c "$command" >../seen/out 2>../seen/err </dev/null
    echo $? >../seen/status
    for part in out err status; do
        cmp -s ../expected/$part ../seen/$part && continue
        echo "$test_file:$command_line: $part differs (- expected, + seen)"
        diff -u ../expected/$part ../seen/$part | tail -n +4
        failed=1
    done
}

begin() {
    check
    command=$1 command_line=$line_number
    : >../expected/out
    : >../expected/err
    echo 0 >../expected/status
}

while IFS= read -r line || [ -n "$line" ]; do
    line_number=$((line_number + 1))
    case $line in
    '$ '*) begin "${line#'$ '}" ;;
    '> '*) printf '%s\n' "${line#'> '}" >>../expected/out ;;
    '>') echo >>../expected/out ;;
    '2> '*) printf '%s\n' "${line#'2> '}" >>../expected/err ;;
    '? '*) echo "${line#'? '}" >../expected/status ;;
    '#'* | '') ;;
    *)
        echo "$test_file:$line_number: not understood: $line"
        failed=1
        ;;
    esac
done <"$test_file"
check
[ "$line_number" -gt 0 ] || failed=1
exit $failed
