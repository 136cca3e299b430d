"""Letters by post, as Word documents in business-letter form, ready to print and sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.model import Contact, Letter, Settings
from pipeline.model.dates import day_month, month_day
from pipeline.model.errors import FAILED, UserError
from pipeline.model.texts import spelled
from pipeline.paper.formats import letter_paper

SIGNATURE_LINES = 3
_CLOSING = re.compile(r"[^.!?:;]{2,40},")


class PostedLetter(NamedTuple):
    """The blocks of a business letter, top to bottom; within a block the lines stay together."""

    sender: tuple[str, ...]
    day: str
    recipient: tuple[str, ...]
    paragraphs: tuple[str, ...]
    closing: str
    signed: tuple[str, ...]
    enclosed: str


def lay_out(letter: Letter, contact: Contact, settings: Settings, today: date) -> PostedLetter:
    """Lay a letter out, word for word as approved (R3): only the address blocks, the date and room to sign come in. Pure."""
    paragraphs, closing, signed = _split(letter.body, settings.name)
    names = ", ".join(letter.enclosures)
    return PostedLetter(
        sender=(
            *_lines(settings.name),
            *_lines(settings.address),
            *_lines(settings.phone),
            *_lines(settings.email),
        ),
        day=f"{month_day(today)}, {today.year}"
        if letter_paper(settings.holiday_country)
        else f"{day_month(today)} {today.year}",
        recipient=_recipient(contact),
        paragraphs=paragraphs,
        closing=closing,
        signed=signed,
        enclosed=f"{'Enclosure' if len(letter.enclosures) == 1 else 'Enclosures'}: {names}" if names else "",
    )


def make_posted(letter: Letter, contact: Contact, settings: Settings, today: date, target: Path) -> None:
    """Write a letter as .docx. Raise UserError where the file can't be written."""
    posted = lay_out(letter, contact, settings, today)
    document = _document(posted, settings, today)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        document.save(str(target))
    except OSError as e:
        raise UserError(
            f"{target} can't be written ({e.strerror}). If it is open in Word, close it there, and try again.",
            exit_code=FAILED,
        ) from e


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _recipient(c: Contact) -> tuple[str, ...]:
    """Put name, position and organization above the address, unless the address has them already."""
    address = _lines(c.address)
    there = {spelled(line) for line in address}
    return (
        *(line for line in (c.name, c.position, c.organization) if line and spelled(line) not in there),
        *address,
    )


def _split(body: str, name: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Find the closing ("Sincerely,") among the last lines, and what is signed under it; without one all is text."""
    lines = body.strip().splitlines()
    for i in range(len(lines) - 1, max(0, len(lines) - 9), -1):
        if _CLOSING.fullmatch(lines[i].strip()):
            return _paragraphs(lines[:i]), lines[i].strip(), _lines("\n".join(lines[i + 1 :])) or _lines(name)
    return _paragraphs(lines), "", ()


def _paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    blocks = re.split(r"\n\s*\n", "\n".join(line.rstrip() for line in lines))
    return tuple(block.strip() for block in blocks if block.strip())


def _drop_foreign_parts(document: Any) -> None:
    """Leave out the picture and the program's name of the template that the library begins with."""
    relations = document.part.package.rels
    for key in [
        k for k, r in relations.items() if r.reltype.endswith(("/thumbnail", "/extended-properties"))
    ]:
        del relations[key]


def _document(posted: PostedLetter, settings: Settings, today: date) -> Any:
    from docx import Document
    from docx.shared import Inches, Pt

    document = Document()
    _drop_foreign_parts(document)
    section = document.sections[0]
    width, height = (8.5, 11.0) if letter_paper(settings.holiday_country) else (8.27, 11.69)
    section.page_width, section.page_height = Inches(width), Inches(height)
    section.left_margin = section.right_margin = Inches(1.1)
    section.top_margin = section.bottom_margin = Inches(1)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Georgia", Pt(11)
    style.paragraph_format.line_spacing, style.paragraph_format.space_after = 1.15, Pt(0)
    about = document.core_properties
    about.author, about.title, about.comments = settings.name, "Letter", ""
    about.created = about.modified = datetime(today.year, today.month, today.day)

    _block(document, posted.sender, after=18)
    _block(document, [posted.day], after=18)
    _block(document, posted.recipient, after=18)
    for paragraph in posted.paragraphs:
        _block(document, [paragraph], after=9)
    if posted.closing:
        _block(document, [posted.closing], after=11 * 1.3 * SIGNATURE_LINES, with_next=True)
    _block(document, posted.signed, with_next=bool(posted.enclosed))
    if posted.enclosed:
        _block(document, [posted.enclosed], before=18)
    return document


def _block(
    document: Any, lines: Sequence[str], *, before: float = 0, after: float = 0, with_next: bool = False
) -> None:
    """Add lines as one paragraph, set from right to left where its first letter is."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    if not lines:
        return
    text = "\n".join(lines)
    paragraph = document.add_paragraph()
    run = paragraph.add_run(
        "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    )
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.keep_together = Pt(before), Pt(after), len(lines) > 1
    form.keep_with_next, form.widow_control = with_next, True
    if _right_to_left(text):
        paragraph._p.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"),
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:rPr",
            "w:sectPr",
        )
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _right_to_left(text: str) -> bool:
    """Tell whether the first letter of a strong direction runs from right to left (UAX 9, P2)."""
    strong = next((d for d in map(unicodedata.bidirectional, text) if d in ("L", "R", "AL")), "L")
    return strong != "L"
