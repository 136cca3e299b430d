#!/bin/sh
# Remembered, for a double click on macOS (it runs on Linux too): sets up once, works out the day, and opens it in one
# window in the browser. Where there is no workbook yet, the window shows how to begin. Nothing is asked here.

cd "$(dirname "$0")" || exit 1
BOOK=${REMEMBERED_WORKBOOK:-networking.xlsx}
PYTHON=.venv/bin/python
export REMEMBERED_STARTED=start.command
trap : INT # Ctrl+C ends the window, and what it has to write still is

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

# What stops the day is said here and in the window, where it can be put right.
if [ -e "$BOOK" ]; then
    "$PYTHON" -m pipeline daily -w "$BOOK" </dev/null
    echo
fi

"$PYTHON" -m pipeline open -w "$BOOK" || finish "What is said above tells what to do; then start this again." 1
printf '\nThat is all for today. This window can be closed.\n'
