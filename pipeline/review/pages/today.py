"""Today: what the day asks for, and what happened recorded where one sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

from pipeline.day.inhand import print_sheets, sheets_in_hand
from pipeline.day.noting import of_row
from pipeline.day.recording import Recorded
from pipeline.mail.ways import reads_replies
from pipeline.model.errors import UserError
from pipeline.review.asides import mercy_of, verdicts
from pipeline.review.letteraside import in_its_sentence
from pipeline.review.outcomes import cell_field
from pipeline.review.pages.letters import notices_above
from pipeline.review.pages.startpage import to_start
from pipeline.review.people import WHYS, waiting_for_why, whys
from pipeline.review.sentences import readable
from pipeline.review.todayview import groups_of, held_no_more, lacking_more, new_replies, waiting_entries
from pipeline.sheets.schema import SETTINGS, SETTINGS_SHEET

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.window import Served, Window

ACT_FROM = next(s.name for s in SETTINGS if s.attr == "act_from")


def today(window: Window) -> Served:
    """Show Today; where there is no workbook, where one begins."""
    if not window.has_workbook:
        return to_start(window)
    return today_page(window)


def sheets(window: Window) -> Served:
    """Give the day's sheets to print."""
    decision = window.session.decision()
    made = sheets_in_hand(decision, window.session.workbook)
    if not made:
        return window.to("/")
    return Response(print_sheets(made, decision.world)[0].read_bytes(), mimetype="application/pdf")


def let_rest_go(window: Window) -> Served:
    """Make the day of coming back the day to act from: what lies before it owes nothing any more."""
    world, found = window.session.world(), mercy_of(window.session.decision())
    if found is None or not found.may or request.form.get("shown") != found.shown:
        raise UserError("What is late changed since you saw this. Look at Today as it is now, then decide.")
    words = f"Act from {found.on}: what lies before it is let go"
    window.session.record(of_row(world, SETTINGS_SHEET.name, ACT_FROM, {"value": found.on}, words))
    return window.to("/?said=recorded")


def replies(window: Window) -> Served:
    """Look for replies now: a window that stays open would not see them before the next morning."""
    return today_page(window, said=readable(window.session.look_for_replies(), window.session.today))


def three_whys(window: Window) -> Served:
    """Ask for the next Whys."""
    decision = window.session.decision()
    waiting = waiting_for_why(decision)
    drafts = {d.letter.contact_id: d for d in decision.review.drafts}
    asked = cell_field("why_this_person", "")
    return window.page(
        "whys.html",
        "today",
        people=whys(decision),
        waiting=len(waiting),
        fields=[in_its_sentence(asked, drafts.get(c.id), decision) for c in waiting[:WHYS]],
    )


def _since(recorded: Recorded, decision: Decision) -> str:
    """Say what is to be known of something recorded: it waited, or the workbook holds it no more."""
    if recorded.open_in is not None:
        return "while the workbook was open"
    # A request of Drafts is cleared once it counts.
    gone = not recorded.lasting and held_no_more(decision, recorded.entry)
    return "the workbook says otherwise since" if gone else ""


def today_page(window: Window, **values: object) -> str:
    """Render Today."""
    session = window.session
    decision = session.decision()
    found, without_why = session.listing(decision), waiting_for_why(decision)
    return window.page(
        "today.html",
        "today",
        listing=found,
        people=bool(decision.world.contacts),
        groups=groups_of(decision, found),
        going_on=window.delivery.going_on,
        new_replies=new_replies(decision),
        why_count=len(without_why),
        to_look_at=len(decision.to_correct),
        lacking=lacking_more(decision, found, without_why),
        recorded=[
            (
                r.entry.number,
                readable(r.entry.words, session.today),
                _since(r, decision),
            )
            for r in session.recorded
        ],
        entries=waiting_entries(decision),
        mercy=mercy_of(decision),
        verdicts=verdicts(decision),
        in_hand=decision.has_sheets,
        latest=session.undoable,
        today=decision.world.today,
        reads_replies=reads_replies(decision.world.settings),
        day_off=decision.agenda.day_off,
        notices=[readable(n, session.today) for n in notices_above(decision) if n != decision.agenda.day_off],
        **values,
    )
