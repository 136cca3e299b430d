"""What people plainly type into cells that stand in our sentences: offers, reasons and positions that ask for nothing."""

from __future__ import annotations

from tests.letters.phrase_sentences import GOOD, phrases

_OFFERS = """
to take me along for a day
to introduce me to Sam
to introduce me to the head of planning
to send me the report on night shifts
to send me the job descriptions of the two roles
to send me a link to the recording
to show me around the plant
to show me how the timetable is made
to show me what a shift is like
to let me sit in on a design review
to let me shadow you for a day
to let me come along to the spring conference
to let me try the machine myself
to bring me along to the next meeting of the guild
to have me visit the warehouse in Gresham
to have me along on a delivery round
to put me in touch with two planners you know
to read my portfolio
to look over my resume
to look at my resume with me
to lend me your copy of the handbook
to forward me the syllabus
to mention me to the dean
to call your friend at the port
to write a few lines to your sister in Dayton
to ask around at the chamber of commerce
to think of two more people I could talk with
to answer questions by mail whenever I have them
to meet again in the spring
to have lunch when you are next in town
to walk me through the budget
to invite me to the open day
to get me a seat at the council hearing
to add me to the mailing list of the guild
to give me a tour of the press room
to give me an hour in January
to give me the names of two people in Duluth
to give my name to the editor
to pass my name on to Ana Ruiz
to pass on my questions to your team
to take me to the trade fair
to open a few doors
to keep me up to date about the new wing
to vouch for me with the archive
to host me for an afternoon
a day in your shop
lunch
"""
_POSITIONS = """
a hotel operations manager in {town}
a bookkeeper in {town}
a senior at {town} High School
a paralegal in {town}, nine years now
an accountant from {town}
a student in {town}
the night manager of a hotel in {town}
a recent graduate living in {town}
a retired Navy mechanic from {town}
a warehouse lead in {town}
"""
_REASONS = """
because {firm} got rid of plastic wrap under your lead
because {firm} opened a walk-in clinic under you
because of how you brought {firm} through the flood
because you came to {town} from teaching
because of your talk in {town} in May
because you have been at {firm} since it was founded
because of what {firm} does for apprentices
because you joined {firm} as an intern and now run it
because you built the training program at {firm}
because {firm} answers every letter it gets
"""
FIRMS = (
    ("Portland Freight Committee", "Portland"),
    ("Portland State University", "Portland"),
    ("Columbus Metropolitan Library", "Columbus"),
    ("Boston Children's Hospital", "Boston"),
    ("Ridgeline Foods", "Ridgeline"),
)
"""Firms that share a town's word, or are called by the first of theirs."""
NAMES = (
    "Tom Reed",
    "Ana Ruiz and Bo Berg",
    "Kenji Nakamura",
    "Dr. Lena Holm",
    "Grace Hope",
    "Will Post",
    "Mark Case",
    "Frank",
    "Sam Worker",
    "Jean-Luc Picard",
    "Mary Ann O'Neill",
    "Bill Page",
)


def _lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


def _good(attr: str) -> list[str]:
    return [text for known, text in phrases(GOOD) if known == attr]


CELLS: dict[str, list[str]] = {
    "they_offered": [*_lines(_OFFERS), *_good("they_offered")],
    **{attr: _good(attr) for attr in ("why_this_person", "thank_them_for", "position", "purpose")},
}
"""By attribute."""
OF_FIRMS: dict[str, list[tuple[str, str]]] = {
    attr: [(line.format(firm=firm, town=town), firm) for line in _lines(table) for firm, town in FIRMS]
    for attr, table in (("position", _POSITIONS), ("why_this_person", _REASONS))
}
"""By attribute: what speaks of a firm or its town, and the firm."""
