"""Letters that the user sends: opened in their own mail, made into files, printed; and what became of each."""

from __future__ import annotations

import mimetypes
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Response, abort, request, send_file

from pipeline.day.apply import run_day
from pipeline.day.enclosure import enclosure_contents
from pipeline.day.sending import Wish, send_approved
from pipeline.letters.outbox import exported_files
from pipeline.model import Status
from pipeline.model.errors import FAILED, UserError
from pipeline.review.acts import day_in, shown_in
from pipeline.review.pages.sendpage import CHANGED, list_page
from pipeline.review.sendlist import (
    SendForm,
    SendLine,
    line_of,
    read_listed,
    send_list,
    still_as_shown,
)

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

FILE = "file"
_WORD = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def send_open(window: Window, code: str) -> Served:
    """Claim a letter, and only then hand it on: from here on it stands as exported."""
    line, way = _line(window, code), request.form.get("in", "")
    draft = window.session.draft(code)
    if draft.status is not Status.EXPORTED:
        wish = Wish({line.code: shown_in(request.form)}, now=True, as_files=way == FILE)
        try:
            _export(window, wish)
        except UserError as stop:
            return _refused(window, stop), 409
    if way == FILE:
        return window.to(f"/send?said=filed&of={line.code}")
    return window.page(
        "sendopen.html",
        "send",
        line=line,
        link=line.link(way),
        opened_before=draft.status is Status.EXPORTED,
        enclosure=window.session.world().enclosure,
    )


def send_make(window: Window) -> Served:
    """Make the files of a list, or its posted letters to print: exactly those that were shown."""
    try:
        _make(window, read_listed(request.form.get("shown", "")))
    except UserError as stop:
        return _refused(window, stop), 409
    return window.to("/send?said=made#opened")


def send_sent(window: Window, code: str) -> Served:
    """Record a letter as sent by the user, or one in doubt as gone."""
    session, shown = window.session, shown_in(request.form)
    try:
        if session.draft(code).status is Status.CHECK:
            session.resolve(code, "sent", shown=shown)
        else:
            session.sent_by_me(code, day_in(session, request.form, "on"), shown=shown)
    except UserError as stop:
        return _refused(window, stop), 409
    _write(window)
    return window.to(f"/send?said=sent&of={code.upper()}")


def send_release(window: Window, code: str) -> Served:
    """Let a letter in doubt go again."""
    try:
        window.session.resolve(code, "release", shown=shown_in(request.form))
    except UserError as stop:
        return _refused(window, stop), 409
    _write(window)
    said = "released" if _is_approved(window, code) else "back"
    return window.to(f"/send?said={said}&of={code.upper()}")


def _is_approved(window: Window, code: str) -> bool:
    drafts = window.session.decision().review.drafts
    return any(d.letter.code == code.upper() and d.status is Status.APPROVED for d in drafts)


def send_all_sent(window: Window) -> Served:
    """Record all that was opened as sent, each on the day of its opening."""
    try:
        opened = send_list(window.session.decision()).unasked
        if not still_as_shown(read_listed(request.form.get("shown", "")), [o.line for o in opened]):
            raise UserError(CHANGED.format("recorded"), exit_code=FAILED)
        for one in opened:
            window.session.sent_by_me(one.line.code, one.on, shown=one.line.shown)
    except UserError as stop:
        return _refused(window, stop), 409
    _write(window)
    return window.to("/send?said=all-sent")


def send_enclosure(window: Window, code: str) -> Served:
    """Give just the file that goes along with this letter, as it was when that was approved."""
    draft, world = window.session.draft(code), window.session.world()
    if not draft.letter.enclosures:
        abort(404)
    [(name, content), *_] = enclosure_contents(draft.letter.enclosures, world.enclosure)
    return _download(name, content)


def send_made_file(window: Window, code: str) -> Served:
    """Give the file that was made of this letter."""
    window.session.draft(code)
    made = exported_files(window.session.world().place.ready, code.upper())
    return _download(made[0].name, made[0].read_bytes()) if made else abort(404)


def _download(name: str, content: bytes) -> Response:
    kind = _WORD.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)


def _line(window: Window, code: str) -> SendLine:
    return line_of(window.session.draft(code), window.session.decision())


def _export(window: Window, wish: Wish) -> None:
    """Export as `send` does. Raises UserError where nothing may go, and naming the letters that were held."""
    sent = send_approved(
        window.session.workbook,
        window.session.today,
        window.session.now,
        wish,
        ask=lambda _question: False,
        progress=lambda _done, _of, _outcome: None,
    )
    held = [o for o in sent.outcomes if o.outcome != "exported"]
    if held:
        raise UserError(" ".join(f"{o.name}: {o.detail}" for o in held), exit_code=FAILED)


def _write(window: Window) -> None:
    """Let the workbook say it, too; where it can't be written now, the next run does."""
    session = window.session
    with suppress(UserError):
        run_day(session.workbook, session.today, session.now())


def _make(window: Window, found: SendForm) -> None:
    """Make what a form's list says. Raises UserError where the list is not as it was shown, or a letter was held."""
    now = send_list(window.session.decision(), ahead=found.ahead)
    if not any(lines and still_as_shown(found, lines) for lines in (now.to_files, now.to_print)):
        raise UserError(CHANGED.format("made"), exit_code=FAILED)
    _export(window, found.wish)


def _refused(window: Window, stop: UserError) -> str:
    return list_page(window, alert=str(stop))
