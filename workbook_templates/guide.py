"""The Guide sheet: text that a tired person can follow."""

from __future__ import annotations

import textwrap

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.importing.guide import EXAMPLES_LOOK, FIRST_TIME, TITLE
from pipeline.letters.phrases import MY_PHRASES, PHRASES, Phrase
from workbook_templates import look, tables

LEAD = "Thoughtful people tend to be remembered people."


def _phrase(phrase: Phrase) -> tuple[str, str]:
    """Tell what a phrase must read like, from the description by which it is checked."""
    sheet = "Settings" if phrase.attr in MY_PHRASES else "Contacts"
    begin = f"Begin with “{phrase.asked}”. " if phrase.asked else ""
    lines = (
        f"{begin}It stands after “{phrase.opening}”.",
        *(f"    {example}" for example in phrase.examples),
        f"Not: {', '.join(f'“{text}”' for text in phrase.never)}. {phrase.more}".strip(),
    )
    return f"{phrase.cell} ({sheet})", "\n".join(lines)


# Each chapter: a heading, then paragraphs; a pair is a term and what it means.
CHAPTERS: tuple[tuple[str, tuple[str | tuple[str, str], ...]], ...] = (
    (
        "What this workbook is for",
        (
            "You find the right work by talking with people who do it. You ask for information, advice and referrals, never for a job."
            " Each day the program works out whom to write to, phone and thank, and drafts the letters.",
        ),
    ),
    (
        "The first time",
        tuple((str(number), text) for number, text in enumerate(FIRST_TIME, 1)),
    ),
    (
        "Every day",
        (
            (
                "1",
                "Open the day: double-click Start.cmd (Windows) or start.command (macOS), or type “remembered open”."
                " Your browser shows what is due; Today and Drafts are filled in here. Nothing is sent by that.",
            ),
            (
                "2",
                "Record what happened, there or on Contacts (then save and close): a call, a reply, an interview, what you learned, what they offered.",
            ),
            (
                "3",
                "Do what Today says, from the top: thank, answer, phone, then write to new people. Print the sheets in hand (“remembered sheets”).",
            ),
            (
                "4",
                "Read the letters and approve them, on the page or on Drafts. One that you change is yours, and is never drafted again.",
            ),
            (
                "5",
                "Send, on the page. What you approved goes once, and its date is written here.",
            ),
            "After days away the page begins with what still matters, and lets the rest go in one step. “remembered coach” tells how the search stands.",
        ),
    ),
    (
        "Phrases",
        (
            "These cells go into letters as they stand. Write a piece of a sentence, without capital and period."
            " Where one is blank, the letter shows […] until you fill it in.",
            *map(_phrase, PHRASES.values()),
        ),
    ),
    (
        "The sheets",
        (
            ("Today", "What is due, the oldest first. “Go to” leads to the person's row."),
            ("Contacts", "Your people, a row each. The + above a column opens what is folded behind it."),
            ("Drafts", "The letters to review, with what the checks found."),
            ("History", "Every letter, call, reply and interview."),
            ("Dashboard", "How the search is going, in four charts."),
            (
                "Fields",
                "What you expect of a field, beside what people told you there."
                " Asked for your Verdict, choose Keep, Doubt, or Drop: then nobody new there is written to.",
            ),
            (
                "Applications",
                "What you applied for. From 10 on, its results stand beside those of your letters.",
            ),
            ("Questions", "What to ask. Those with Yes under Mine come onto your sheets."),
            ("Rules", "The days between steps. Change a number, and the program follows."),
            ("Settings", "Who you are, your goals, your days off, how letters are sent. Never a password."),
        ),
    ),
    (
        "Colors",
        (
            ("A blue header", "Yours to fill in. Click on a cell, and a note says what belongs there."),
            ("A grey header", "The program's. Change only a sending date that is wrong."),
            ("Orange", "Late."),
            ("Red", "Blocked, failed or wrong: the row says why."),
            ("Green", "Approved, ready to go."),
            EXAMPLES_LOOK,
        ),
    ),
    (
        "When you fill in Contacts",
        (
            (
                "Dates",
                "2026-12-03, or 2026-12-03 14:30. Type over the older one: History keeps all.",
            ),
            (
                "Call result",
                "Put off: they would rather not meet. Put off - talked then: but they talked on that very call."
                " Call later: they said when; fill in Call again on.",
            ),
            ("Interview held", "Fill it in afterwards: it brings up the thank-you."),
            (
                "They offered",
                "What they promised to do. The thank-you names it; after ten business days one gentle reminder is drafted, unless Offer kept on has a date.",
            ),
            ("On hold", "Yes, or a date: the person is left alone until then."),
            (
                "Sorting and columns",
                "Sort, filter, insert and delete as you like; add columns of your own.",
            ),
        ),
    ),
    (
        "What the program never does",
        (
            "Send a letter that you have not approved word for word, ask for a job, put a resume with a letter that asks for a meeting,"
            " write the same letter twice, change a cell, column or sheet of yours.",
        ),
    ),
    (
        "When something is wrong",
        (
            ("Problem", "What is wrong in a row, and what to do. The other rows go on."),
            (
                "The workbook is open",
                "Close it in Excel; until then what the program writes waits.",
            ),
            (
                "It went wrong",
                "“remembered undo” takes back the last write; the folder backups has those before.",
            ),
            ("Why is this due?", "“remembered explain NAME” says by which rule and which facts."),
        ),
    ),
)

_TERM_LOOK = {
    "A blue header": (look.font(color="FFFFFF", bold=True), look.YOURS),
    "A grey header": (look.font(color="FFFFFF", bold=True), look.OURS),
    "Orange": (look.font(color=look.LATE, bold=True), look.LATE_SHADE),
    "Red": (look.font(color=look.BAD, bold=True), look.BAD_SHADE),
    "Green": (look.font(color=look.GOOD, bold=True), look.GOOD_SHADE),
    EXAMPLES_LOOK[0]: (look.font(color=look.MUTED, italic=True), "FFFFFF"),
}
_NARROW, _WIDE = 110, 140  # characters that fit on a line beside a term, and across both columns


def lay_out(sheet: Worksheet) -> None:
    """Write the chapters one below the other, with the two shades explained."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = look.LATE
    for letter, width in (("A", 3), ("B", 25), ("C", 92)):
        sheet.column_dimensions[letter].width = width
    sheet["B2"], sheet["B3"] = TITLE, LEAD
    sheet["B2"].font, sheet["B3"].font = (
        look.font(22, look.YOURS, bold=True),
        look.font(12, look.MUTED, italic=True),
    )
    sheet.row_dimensions[2].height, sheet.row_dimensions[3].height = 34, 20
    row = 5
    for heading, paragraphs in CHAPTERS:
        cell = sheet.cell(row, 2, heading)
        cell.font = look.font(14, look.YOURS, bold=True)
        sheet.cell(row, 2).border = sheet.cell(row, 3).border = look.UNDERLINE
        sheet.row_dimensions[row].height = 24
        row += 1
        for paragraph in paragraphs:
            _paragraph(sheet, row, paragraph)
            row += 1
        row += 1
    look.page(sheet, landscape=False)


def _paragraph(sheet: Worksheet, row: int, paragraph: str | tuple[str, str]) -> None:
    term, text = paragraph if isinstance(paragraph, tuple) else ("", paragraph)
    if term:
        head, body = sheet.cell(row, 2, term), sheet.cell(row, 3, text)
        head.font, head.alignment = (
            look.font(bold=True),
            look.TOP_RIGHT if term.isdigit() else look.TOP_LEFT_WRAPPED,
        )
        if term in _TERM_LOOK:
            head.font, head.fill = _TERM_LOOK[term][0], look.shade(_TERM_LOOK[term][1])
        wide = _NARROW
    else:
        body = sheet.cell(row, 2, text)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
        wide = _WIDE
    body.font, body.alignment = look.font(), look.TOP_LEFT_WRAPPED
    lines = sum(len(textwrap.wrap(line, wide)) for line in text.split("\n"))
    sheet.row_dimensions[row].height = tables.LINE * lines + 6
