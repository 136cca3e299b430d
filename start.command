#!/bin/sh
# Remembered, for a double click on macOS (it runs on Linux too): sets up once, then works out the day,
# opens the review page, and asks before anything is sent.

cd "$(dirname "$0")" || exit 1
BOOK=${REMEMBERED_WORKBOOK:-networking.xlsx}
PYTHON=.venv/bin/python
trap : INT # Ctrl+C ends the review page, not the rest of the day

finish() {
    printf '\n%s\n' "$1"
    printf 'Press Return to close this window. '
    read -r _
    exit "$2"
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

set_up() {
    FOUND=$(find_python) || finish "Remembered needs Python 3.11 or newer: get it from https://www.python.org/downloads/, then start this again." 1
    echo "Setting up, once; this takes a minute."
    if ! { "$FOUND" -m venv .venv && "$PYTHON" -m pip install --quiet --disable-pip-version-check -e .; }; then
        finish "The setup did not finish: check that you are on the internet, then start this again." 1
    fi
    cp pyproject.toml .venv/.setup && touch .venv/.ready
}

# What was set up is kept until the list of what is needed changes.
if ! { [ -x "$PYTHON" ] && cmp -s pyproject.toml .venv/.setup; }; then
    set_up
fi

if [ ! -e "$BOOK" ] && [ ! -d backups ] && [ ! -d outbox ]; then
    "$PYTHON" -m pipeline init "$BOOK" || finish "The workbook was not made: see above." 1
fi

"$PYTHON" -m pipeline daily -w "$BOOK" || finish "What is said above tells what to do; then start this again." 1
"$PYTHON" -m pipeline review -w "$BOOK" || finish "What is said above tells what to do; then start this again." 1

printf '\nSend what you approved now? Type y and press Return; anything else leaves it for later: '
ANSWER=
read -r ANSWER
case $ANSWER in
[yY] | [yY][eE][sS])
    "$PYTHON" -m pipeline send -w "$BOOK" --yes || finish "Not everything went: what is said above tells what to do." 1
    finish "That is all for today." 0
    ;;
*) finish "Nothing was sent. What you approved stays approved." 0 ;;
esac
