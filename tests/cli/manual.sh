#!/bin/sh
# manual.sh - hold the manual page against the option tables.
#
#   manual.sh PROGRAM PAGE
#
# Every command and every option of each must stand in the page, and nothing
# else; what a command takes is read off its help, which the tables print.
set -u
program=$1 page=$2
failed=0

complain() {
    echo "manual: $1"
    failed=1
}

# Same words, one a line, in both?
same() {
    [ "$2" = "$3" ] && return
    complain "$1: the page has [$(echo $2)], the program [$(echo $3)]"
}

flags_in() {
    grep -o 'Fl -[a-z][a-z-]*' | sed 's/Fl -//' | sort -u
}

section() {
    sed -n "/^\.Sh $1/,/^\.Sh/p" "$page"
}

commands=$("$program" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
same commands "$(section COMMANDS | sed -n 's/^\.It Cm \([a-z]*\).*/\1/p')" \
    "$commands"

all=version
for command in $commands; do
    # An option stands at the start of its line, behind its letter if any.
    taken=$("$program" "$command" --help |
        sed -n 's/^  \(-[a-z], \|    \)--\([a-z-]*\).*/\2/p' | sort -u)
    [ -n "$taken" ] || complain "$command: help shows no options"
    told=$(section COMMANDS |
        sed -n "/^\.It Cm $command /,/^\.It Cm/p" |
        sed -n '/^Options:/,/^\.It/p' | flags_in)
    same "$command" "$told" "$taken"
    all="$all $taken"
done

defined=$(section OPTIONS | grep '^\.It Fl' |
    sed 's/^\.It Fl [a-z] , /.It /; s/^\.It Fl -\([a-z-]*\).*/\1/' | sort)
same options "$defined" "$(printf '%s\n' $all | sort -u)"

if command -v mandoc >/dev/null; then
    mandoc -Tlint -W warning "$page" || complain "mandoc finds faults"
else
    echo "manual: mandoc is not there, so the page was not linted"
fi
exit $failed
