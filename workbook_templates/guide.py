"""The Guide sheet: text that a tired person can follow."""

from __future__ import annotations

import textwrap

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.letters.phrases import MY_PHRASES, PHRASES, Phrase
from workbook_templates import look, tables

TITLE = "Guide"
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
            "You find the right work by talking with people who do it, and ask for information, advice and referrals, never for a job."
            " The program works out each day whom to write to, phone and thank, and drafts the letters. You read every letter before it goes.",
        ),
    ),
    (
        "The first time",
        (
            (
                "1",
                "Settings: put your own name, e-mail address and the other grey values in place of the invented ones."
                " As long as one of them stands there, no letter goes to real people.",
            ),
            (
                "2",
                "Look around. The grey, slanted rows on Contacts are samples, people out of old novels. They are never really written to."
                " Try the whole way with them.",
            ),
            (
                "3",
                "Add your first real people to Contacts, each in a row of their own below the samples."
                " From then on the samples stay silent. Delete their rows whenever you like.",
            ),
        ),
    ),
    (
        "Every day",
        (
            (
                "1",
                "Open the day: double-click Start.cmd (Windows) or start.command (macOS), or type “make open” or “remembered open”. It shows in your browser what is due,"
                " and fills in Today and Drafts here. It never sends by itself, and opening it twice does no harm.",
            ),
            (
                "2",
                "Record there what happened: a call and its result, a reply, an interview date, what you learned. Or write it into Contacts, save and close.",
            ),
            (
                "3",
                "Do what Today says, from the top: thank, answer, phone, then write to new people. “remembered sheets” prints what to have in hand for calls and interviews.",
            ),
            (
                "4",
                "Read the letters, on the page Letters. Or read them on Drafts: change Subject and Text as you like, then choose Approve."
                " A letter that you changed is yours and is never drafted again.",
            ),
            (
                "5",
                "Send, on the page Send. What you approved goes out once, and its date is written here."
                " On weekends and holidays the next business day's letters can be read and approved; they go on their day.",
            ),
        ),
    ),
    (
        "Phrases",
        (
            "These cells go into letters exactly as you write them. Write each as a piece of a sentence, without a capital and without a period."
            " One that a letter cannot do without, and that you leave blank, shows there as […], to be filled in before you approve.",
            *map(_phrase, PHRASES.values()),
        ),
    ),
    (
        "The sheets",
        (
            (
                "Today",
                "What is due, the oldest first. Its day stands at the right; “Go to” leads to the person's row.",
            ),
            ("Contacts", "Your people, a row each. The + above a column opens what is folded behind it."),
            ("Drafts", "The letters to review, with what the checks found in them."),
            ("History", "Every letter, call, reply and interview, a row each."),
            ("Dashboard", "How the search is going, in four charts that follow what you fill in."),
            (
                "Fields",
                "Where it is decided: what you expected of each field, and what people told you, in your words. At the right each has a link to its cell."
                " Fill in What I expect of it before the first talk, and Verdict when you are asked. Drop: nobody new is written to there.",
            ),
            (
                "Applications",
                "What you applied for, if you do. From 10 on, Dashboard and “remembered coach” set beside your letters what came of it.",
            ),
            (
                "Questions",
                "What to ask. Choose Yes under Mine, and a question comes onto your call and interview sheets.",
            ),
            ("Rules", "How many days lie between the steps. Change a number, and the program follows it."),
            (
                "Settings",
                "Who you are, your goals, your days off, and how letters are sent. Never a password.",
            ),
        ),
    ),
    (
        "Colors",
        (
            (
                "A blue header",
                "The column is yours to fill in. Click on a cell, and a note says what belongs there.",
            ),
            (
                "A grey header",
                "The column is the program's. Leave these cells, unless a sending date in them is wrong.",
            ),
            ("Orange", "Late."),
            ("Red", "Blocked, failed or wrong: the row says why."),
            ("Green", "Approved, and ready to go."),
            ("Grey and slanted", "A sample, or an invented setting."),
        ),
    ),
    (
        "When you fill in Contacts",
        (
            ("Dates", "Type them as 2026-12-03. An interview can have a time: 2026-12-03 14:30."),
            (
                "The latest only",
                "Called on, Interview on and Replied on hold the latest; just type over the older one. History keeps them all.",
            ),
            (
                "Call result",
                "Put off means that they would rather not meet; Put off - talked then, that they talked on that very call."
                " Call later means that they said when: fill in Call again on.",
            ),
            (
                "Interview held",
                "Fill it in afterwards. That is what brings up the thank-you letter, due within a day.",
            ),
            ("On hold", "Yes, or a date, and the person is left alone until then."),
            (
                "Sorting and columns",
                "Sort, filter, insert and delete rows as you like. Add columns of your own: they are kept, and your letters can use them.",
            ),
        ),
    ),
    (
        "What the program does, and what it never does",
        (
            (
                "It does",
                "Work out what is due; draft letters; check each for what a letter must not say; send what you approved, once; write down what was done;"
                " keep twenty backups of this workbook.",
            ),
            (
                "It never",
                "Sends a letter that you have not approved word for word. Asks anyone for a job. Puts a resume with a letter that asks for a meeting."
                " Writes to the same person twice by mistake. Changes a cell that is yours, or touches a sheet or column that you added.",
            ),
        ),
    ),
    (
        "When something is wrong",
        (
            (
                "Problem",
                "It says on Contacts what is wrong in a row and what to do. The other rows go on.",
            ),
            (
                "The workbook is open",
                "Close it in Excel before you run the day, else what the program writes waits for the next run.",
            ),
            (
                "It went wrong",
                "“remembered undo” brings back the workbook as it was before the last write; the folder backups beside it has the last twenty.",
            ),
            ("Why is this due?", "“remembered explain NAME” tells which rule says so, and from which facts."),
        ),
    ),
)

_TERM_LOOK = {
    "A blue header": (look.font(color="FFFFFF", bold=True), look.YOURS),
    "A grey header": (look.font(color="FFFFFF", bold=True), look.OURS),
    "Orange": (look.font(color=look.LATE, bold=True), look.LATE_SHADE),
    "Red": (look.font(color=look.BAD, bold=True), look.BAD_SHADE),
    "Green": (look.font(color=look.GOOD, bold=True), look.GOOD_SHADE),
    "Grey and slanted": (look.font(color=look.MUTED, italic=True), "FFFFFF"),
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
