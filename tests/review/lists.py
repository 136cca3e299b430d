"""Files that people begin with: a list of one's own in Excel, and exports of other programs."""

from __future__ import annotations

import io
from collections.abc import Sequence

from tests.books import given

LINKEDIN = (
    'Notes:\n"Some people keep their address to themselves."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ines,Marlow,https://www.linkedin.com/in/ines,,Harbor Museum,Curator,14 Nov 2026\n"
    "Odo,Brandt,https://www.linkedin.com/in/odo,odo.brandt@example.org,Brandt Press,Editor,2 May 2024\n"
    "Petra,Quill,https://www.linkedin.com/in/petra,petra@example.org,Harbor Museum,Registrar,3 May 2024\n"
)
ROSA = {
    "name": "Rosa Linden",
    "email": "rosa@example.net",
    "phone": "555-0142",
    "position": "a senior at Lakeside College",
    "field": "museum education",
    "purpose": "to learn how museums teach children",
}
"""Who begins, as the page asks for it."""
HEADERS = ("Name", "Firm", "Position", "Mail", "Tel", "Why", "How we met")


def own_list(people: int = 35, *, headers: Sequence[str] = HEADERS, why: str = "", extra: str = "") -> bytes:
    """Make an Excel list with a title above it, and columns headed as people head them; `extra` names a second sheet."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = "People"
    page.append(["People I know, since September"])
    page.append([])
    page.append(list(headers))
    for n in range(people):
        first = given(n)
        mail = f"{first.lower()}@example.org"
        page.append(
            [
                f"{first} Hartwell",
                f"{first} and Partners",
                "Planner",
                mail,
                f"555-01{n % 100:02}",
                why,
                "at school",
            ]
        )
    if extra:
        other = book.create_sheet(extra)
        other.append(["Name", "Email", "Company"])
        other.append(["Zoe Marsh", "zoe@example.org", "Marsh Works"])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
