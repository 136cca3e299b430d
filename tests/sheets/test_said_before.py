"""What a column of one's own says of letters, cell by cell: of this person or of somebody else, done or still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.model.texts import spelled
from pipeline.sheets.columns.remarks import begins_with, by_word
from pipeline.sheets.columns.remarkwords import REMARKS
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from tests.books import make_book, person

TODAY = date(2026, 11, 27)
SILENT: Mapping[str, Sequence[str]] = {
    "Status": (
        "Waiting on intro from Bob", "Waiting for Bob to introduce me", "Waiting on Bob's intro", "Waiting on Bob",
        "Waiting for her email address from Bob", "Awaiting referral", "Awaiting contact details", "waiting for a warm intro",
        "Need address, waiting on Bob", "Texted Bob for her number", "Emailed Bob to ask for intro", "Talked to Bob", "Thanked Bob",
        "Sent by Bob", "Letter from Bob Oct 3", "email from Bob 10/3", "Email address from Bob, Nov 3", "Talked to Bob about her",
        "Her boss emailed me", "Bob emailed me 10/3", "Tried to find email", "No answer needed",
        "Not yet contacted, waiting on intro", "Email once Bob replies", "Intro requested from Bob",
        "Met: at fair", "Met at HIMSS", "Met Bob 10/20", "Met at fair 10/3", "Met Oct 3 at career fair", "Met 10/3 career fair", "Met via Anna 10/3", "Letter drafted 10/3",
        "New", "Prospect, high", "To contact", "to be contacted", "Open - Not Contacted", "Not reached out yet", "never contacted", "Draft ready",
        "Need her email", "Call in January", "email next week", "Connected", "A", "1st degree", "noch nicht", "noch anschreiben", "por contactar",
        "pas encore", "N/A", "tbd", "-", "0", "Emailed Carmen for intro", "warm / friend", "next up",
    ),
    "Correspondence": (
        "Called off", "Met", "Emailed me the job ad", "wrote the book on triage", "Waiting to opt in", "Opted out of the newsletter",
        "No further contact info", "Deceased husband's firm",
    ),
    "Email status": ("Verified", "Valid", "Guessed"),
    "Lead status": ("Working", "Qualified"),
    "Action": ("Talked to Bob", "Emailed Bob", "Called Bob", "Reached out to Bob for intro", "Wrote to Bob for an intro"),
    "Contact notes": (
        "talked to Bob about parking", "Called the front desk", "spoke with her assistant", "met at Bob's party", "Interviewed on TV",
        "Replied fast to Bob", "met at fair 2019", "Letter drafted 10/3",
        "Wrote on urban housing for the Globe", "wrote on night shifts",
    ),
    "Remarks": (
        "Said to be very kind", "Says on her blog to write short emails", "Happy to help students, per alumni page", "Willing to talk to students",
        "Rejected a partnership offer", "Passed the bar in 2010", "Refused to sell the firm", "Accepted a job at the county in May",
        "Agreed with my view in the comments", "Promised land tattoo", "Asked good questions at the seminar", "Too busy season: April",
        "Had lunch with Dad every Friday", "Had coffee with Bob about her", "Had a great talk on permits at the conference",
        "We chatted briefly about hiking at the block party", "Saw her at the gym", "Saw them in concert", "Came back from Peru in June",
        "Told Carol that he is looking for interns", "Told me at the fair that they like Python people", "Gave me his card at the fair",
        "Introduced me to fly fishing", "Gave us a tour of the plant in high school", "Interview with her in the alumni magazine 10/3",
        "Meetings all day Monday", "Call her on Monday", "Thank you note to Carol", "Letter of recommendation from Prof. Gil",
        "Left a message of hope in his book", "Spoke at graduation", "Talked to students about careers, Oct 2019", "Tried teaching first",
        "Called back to active duty in 2020", "In touch with half the industry", "Waiting for answer from Carol", "Can't find her email",
        "Doesn't like to talk about politics", "Does not use LinkedIn", "Answered questions on the panel", "Answers all emails",
        "Answered right away when Carol wrote", "He talked to Tom about me", "She asked Tom for my resume", "She replied to Carol",
        "He replied to a post of mine", "Jim told him I would call", "Dana emailed him about me, he knows I may write",
        "Has my old job", "Send my resume along later", "Will like my portfolio", "Bob has read my resume", "Hired me at the Y", "Helped me with my thesis", "Mentor in the alumni program, said ok to be contacted",
        "They said they'd be hiring", "Wrote her master's on wetlands", "Met at the fair\nWorks on stream restoration\nAsk about GIS",
        "Hat ein Buch geschrieben", "Noch nicht geschrieben", "Frau Weber hat ihm von mir erzählt", "Hat mit meinem Vater telefoniert",
        "Mit meiner Schwester gesprochen", "Todavía no le he escrito", "Me lo recomendó la profesora Gil", "Me dijo Marta que es amable",
        "Pas encore contacté", "A écrit un livre sur l'eau", "A refusé la Légion d'honneur", "Elle a demandé un congé",
    ),
    "Outreach stage": (
        "Haven't contacted", "No contact yet", "Ready to send", "Research needed", "Looking for email", "Drafting email", "Find email",
        "Warm intro needed", "Will email", "Email to send", "Reach out", "Phase 0", "Next week", "Uncontacted lead", "Preparing",
        "Considering", "Just found", "No address yet", "Letter in draft", "In preparation",
        "Noch nicht kontaktiert", "Anzuschreiben", "Por escribir", "À faire", "À appeler", "Rien encore",
    ),
    "Relationship status": ("talked at conference years ago", "Met at conference"),
    "History": ("wrote the book on triage", "wrote a book in 2019", "Met years ago"),
    "Step": ("First email",),
    **dict.fromkeys(("Met", "Met on", "Date met", "Coffee"), ("at fair", "x", "2026-10-20")),
    "Opted out": ("no", "-"),
    "OK to contact": ("Yes", "Not known"),
    "Contact person": ("Sent by Bob", "Called Bob", "Monday by phone"),
    "Mail stop": ("Sent 4", "Letter 4"),
    "Mail code": ("Sent 4",),
    "Follow up by": ("Dec 4 by email", "email Dec 4", "12/4 by phone"),
    "Follow-up date": ("email Dec 4", "Friday by phone"),
    "Preferred contact method": ("Phone (Mon 3-5) by phone", "Email, Monday mornings", "Phone, Mon 3-5", "email Tue-Thu"),
    "Best contact method": ("Phone Tuesday", "phone 9-5"),
    "Contact hours": ("Phone Mon 3-5", "Mon-Fri 9-5 phone"),
    "Contact origin": ("Called me at the fair", "email 10/3"),
}  # fmt: skip
ASKED: Mapping[str, Sequence[str]] = {
    "Status": (
        "Emailed", "Emailed 10/3", "Sent 11/4", "Letter sent", "Followed up", "Called", "Called, left message", "Left voicemail 10/3",
        "LM 10/3", "Talked", "Talked to him", "Spoke with her 10/3", "Talked to Anna", "Talked to Dr. Lima", "Talked to Ana's assistant",
        "Waiting on reply", "Waiting to hear back", "Waiting on intro call with her", "Waiting for intro from Ana to her boss",
        "Waiting on intro; emailed her 10/3", "Waiting on intro, no reply", "No reply", "Replied", "She replied", "Thanked her",
        "Emailed 10/3, waiting for intro to her boss", "Bob introduced us, emailed 10/3", "Intro by Bob 10/1 - emailed 10/3",
        "Met at fair. Emailed.", "Emailed. Will call", "Emailed Will follow up Monday", "Emailed May 3", "Emailed Bob and Ana",
        "Emailed Bob, cc Ana", "Emailed David 11/3", "LinkedIn message to Sandy 11/3", "11/3 emailed Sandy", "Email to Sandy 11/3", "Letter to Ms. Okafor Nov 3", "E-mail to Prof. Sandy Okafor 11/3", "Met her 10/20 and emailed her in May", "Met her 10/20 at the fair and emailed her", "Emailed Bob's friend Ana 10/3", "Talked to Bob; emailed her 10/3", "Talked to Bob, she replied",
        "Emailed via Bob", "Emailed me first, emailed back 10/3", "Contacted by phone", "Emailed by me 10/3", "10/3 emailed", "Oct 3 called", "Sent by mail 11/4",
        "3 Oct: emailed, no reply", "10/3 - emailed", "Sat 10/3 emailed", "on 10/3 I emailed", "Met 10/20", "Met her 10/20", "Met in person", "Met for coffee 10/20",
        "Had coffee Oct 20", "pinged", "First email out", "1st email", "2nd email", "Letter drafted and sent 10/3",
        "Talked years ago, emailed 10/3", "Emailed 10/3, wrote the book on triage",
        "Not interested", "declined", "said no", "No", "no thanks", "turned me down", "Waiting", "waiting (mailed 11/23)", "Meeting 12/3", "scheduled",
        "interview done", "Met", "had coffee", "thank you sent", "2nd mail out", "bounced", "ghosted", "never replied", "got a reply", "said yes",
        "agreed to meet", "on hold", "not now", "maybe later", "don't bother", "left company", "Called off", "Interested", "in progress", "pending",
        "call back in January", "needs follow up", "to email again", "done", "✔", "x", "abgesagt", "kein Interesse", "telefoniert",
        "warte auf Antwort", "hablé con ella", "no le interesa", "esperando respuesta", "contactada 3/11", "連絡済み", "wrote the book on triage",
        "asked to wait " * 12,
    ),
    "Notes": (
        "Not interested", "said no", "declined to talk", "she declined 10/3", "turned me down", "never replied", "ghosted me", "no thanks",
        "got a reply", "agreed to meet", "thank you sent", "email bounced", "kein Interesse", "abgesagt", "no le interesa", "angeschrieben 3.11.",
        "Replied", "she replied", "Called", "called, no answer", "Friend of Bob. Not interested", "Alumna; said no 10/3",
        "Friend of Bob's, in the choir\nCalled her 10/3", "She leads the night shift at Quay " * 5 + ". Emailed 11/3, no reply.",
    ),
    "Remarks": (
        "I've written to her twice", "Connected on LinkedIn and wrote a short note", "Called twice", "Called 3x", "Called her in June",
        "Tried to call, line busy", "Her voicemail is full", "Talked on the phone for 20 min", "We talked about permits for half an hour",
        "Had coffee with her 9/14", "Had a great chat over Zoom", "Great conversation about licensing", "Our call was cut short",
        "Met with her at her office", "We've met twice", "Sat down with her for an hour", "Informational interview done",
        "Interviewed her in August", "Interview held 8/12", "Interview was great", "Sent thank-you card", "Thanked her by email",
        "Need to send thank you", "Owe her a thank you", "He answered right away", "She replied: too busy until Christmas",
        "Wrote back: happy to talk", "She rang me back", "Got a nice email back", "Heard from her 10/9", "Haven't heard back",
        "Waiting for her reply", "Waiting to hear from him", "Said he can't help", "Says she's swamped", "Hasn't replied",
        "Never got back to me", "Doesn't answer my emails", "Turned me down politely", "Doesn't want to talk", "Unable to meet",
        "Told me to check back in the spring", "Said to call again after the holidays", "Asked me to call back in December",
        "Promised to send me two names", "Gave me the name of Jim Olsen", "Introduced me to Jim", "Referred me to Ray Lopez",
        "Sent me to HR", "Will get back to me", "Owes me a reply", "Ignored my email", "She will be glad to meet me on Thursday",
        "Appointment Dec 2 at 3", "Scheduled call for Monday", "Had to reschedule", "Agreed to a phone call", "Accepted, will meet in person",
        "My email came back undeliverable", "Bounced back, wrong address", "Followed up 10/10", "Second email sent 10/14", "In touch since spring",
        "We email regularly", "Put me off till January", "Hung up on me", "Rejected", "Worked at EPA. I called her in June and she said no",
        "Mail geschickt, keine Antwort", "Habe mit ihr telefoniert", "Hat abgesagt", "Gespräch am 12.9. war sehr nett",
        "Ihm am Montag eine Mail geschrieben", "Nicht erreicht, Nachricht hinterlassen", "Hat sich nicht gemeldet",
        "Le escribí el 3 de octubre", "Sin respuesta", "Hablé con ella por teléfono", "Me contestó que está muy ocupado", "Correo enviado",
        "Tomamos un café el 14/9", "Me dijo que llame en enero", "Je lui ai écrit le 3 octobre", "Pas de réponse", "Appelée, laissé un message",
        "Elle m'a répondu", "Mail envoyé", "On s'est parlé au téléphone", "A refusé", "Relancé le 12/10", "Vue à son bureau le 9/9",
    ),
    "Response": ("No", "none yet", "pending", "positive", "1", "nein", "said she would think"),
    "Result": ("left voicemail", "LM", "pinged", "rejected", "nothing yet", "coffee"),
    "Contacted?": ("waiting for her answer", "abgesagt", "meeting 12/3"),
    "Pipeline": ("met", "replied"),
    "Kontaktstatus": ("getroffen", "erledigt"),
    "Contact status": ("done",),
    "Outreach progress": ("2 of 3",),
    "Person contacted": ("Emailed", "Called 10/3"),
    "Status code": ("Emailed",),
    "Outreach notes": ("No reply", "Left message 10/3", "Called 10/3, LM", "Spoke with her 10/3", "talked to her", "Oct 3 called her"),
    "Outcome": ("left voicemail",),
    **dict.fromkeys(("Last touch", "Date envoi", "Fecha de contacto", "Data di invio", "Sendt den", "Дата отправки", "送信日"), ("2026-10-20",)),
    "Contact notes": (
        "Wrote on Oct 3", "wrote on LinkedIn", "Sent on Monday", "mailed on the 3rd", "wrote on 10/3", "Sent on Fri",
        "Met 10/20", "met her for coffee 10/20", "Emailed 10/3", "10/3 emailed", "Met at fair, emailed her 10/3", "Sent letter 11/4",
    ),
    "Contact log": ("10/3 emailed", "Emailed 10/3", "email 10/3"),
    "Preferred contact method": ("email 10/3", "LinkedIn 2026-10-03", "E-mail, no reply"),
    "Follow up by": ("Followed up 10/3", "Emailed 10/3", "email, no reply"),
    "Follow up": ("email 10/3",),
    "Action": ("Email to Sandy 11/3", "Emailed 10/3", "Talked to her 10/3", "Called Ana"),
    "Channel": ("email 10/3", "Emailed"),
}  # fmt: skip
WROTE_FIRST = (
    "Emailed me first", "Emailed me", "She emailed me first", "Wrote to me first", "Contacted me 10/3", "Messaged me on LinkedIn",
    "Ana emailed me", "email from Ana 10/3", "Emailed by Ana", "Called me after the fair", "Reached out to me",
)  # fmt: skip


AT_REST: Mapping[str, Sequence[str]] = {
    "Status": (
        "opted out", "Unsubscribed", "No further contact", "not to be contacted", "asked not to be contacted", "deceased", "Passed away 2025",
        "OK to contact: No", "Not OK to contact", "Opted out of all email",
    ),
    "Contact notes": ("Asked not to be contacted", "Deceased"),
    "Comments": (
        "Asked to be left alone", "She asked me not to write again", "Wants no more emails", "Asked to be removed from my list", "Leave alone",
        "Told me to stop emailing", "Don't bother him again", "Will keinen Kontakt mehr", "No quiere que le escriba más", "Ne veut plus être contacté",
    ),
    "Notes": ("Alumna. Do not contact", "Opted out", "moved to Spain, asked not to be contacted"),
    "Opted out": ("x", "Yes", "2026-01-03"),
    "Email opt out": ("Yes",),
    "Unsubscribed": ("Yes",),
    "No further contact": ("x",),
    "Deceased": ("x",),
    "OK to contact": ("No", "n", "No, please"),
    "Can contact?": ("no",),
}  # fmt: skip


def problems(tmp_path: Path, header: str, cells: Sequence[str]) -> list[str]:
    people = [
        person("Ana", "Lima", **{"Email": f"ana{n}@example.org", header: c}) for n, c in enumerate(cells)
    ]
    book = make_book(
        tmp_path / "networking.xlsx", people, extra_columns=() if header in ("Channel", "Notes") else [header]
    )
    contacts, found = read_contacts(read_book(book).tables["Contacts"], (), TODAY)
    asked = {p.contact_id: p.message for p in found if "is blank, and " in p.message}
    return [asked.get(c.id, "") for c in contacts]


@pytest.mark.parametrize("header", SILENT)
def test_a_plan_a_place_or_somebody_else_holds_no_first_letter(header: str, tmp_path: Path) -> None:
    cells = SILENT[header]
    told = problems(tmp_path, header, cells)
    assert {cell: said for cell, said in zip(cells, told, strict=True) if said} == {}


@pytest.mark.parametrize("header", ASKED)
def test_what_says_that_one_wrote_or_talked_is_asked_about(header: str, tmp_path: Path) -> None:
    cells = ASKED[header]
    told = problems(tmp_path, header, cells)
    asked = "that you wrote to them, or talked", "says that you met. If you talked"
    assert [c for c, t in zip(cells, told, strict=True) if not any(a in t for a in asked)] == []


@pytest.mark.parametrize("header", AT_REST)
def test_what_says_not_to_write_is_asked_about_as_a_hold(header: str, tmp_path: Path) -> None:
    cells = AT_REST[header]
    told = problems(tmp_path, header, cells)
    assert [c for c, t in zip(cells, told, strict=True) if "says not to write to them" not in t] == []


def test_who_wrote_first_is_asked_about_as_a_reply_that_is_owed(tmp_path: Path) -> None:
    told = problems(tmp_path, "Status", WROTE_FIRST)
    asked = "that they wrote to you, or called. Type the day here"
    assert [c for c, t in zip(WROTE_FIRST, told, strict=True) if asked not in t] == []
    assert all(t.startswith("Replied on is blank") for t in told)


@pytest.mark.parametrize(
    ("first", "last"), [("Robert", "Ruiz"), ("R.", "Ruiz"), ("Bobby", "Fox"), ("", "Ruiz"), ("Beth", "Fox")]
)
def test_who_may_be_called_so_is_asked_about(first: str, last: str, tmp_path: Path) -> None:
    row = person("Ana", "Lima", **{"First name": first, "Last name": last, "Status": "Talked to Bob"})
    book = make_book(tmp_path / "networking.xlsx", [row], extra_columns=["Status"])
    _, found = read_contacts(read_book(book).tables["Contacts"], (), TODAY)
    assert any("that you wrote to them, or talked" in p.message for p in found)


def test_a_cell_that_says_something_is_not_called_blank(tmp_path: Path) -> None:
    said = "She emailed me 10/3"
    row = person("Ana", "Lima", **{"Replied on": said, "Status": said})
    book = make_book(tmp_path / "networking.xlsx", [row], extra_columns=["Status"])
    _, found = read_contacts(read_book(book).tables["Contacts"], (), TODAY)
    assert [p.message for p in found if "is blank, and " in p.message] == []
    assert any("is not a date" in p.message for p in found)


def test_of_a_note_whose_day_nobody_knows_a_day_near_it_will_do(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, "Notes", ["Had lunch with her in spring"])
    assert told == (
        "Last contact is blank, and Notes (Contacts!AI2) says that you wrote to them, or talked. "
        "Type the day here (about when will do), or “never” if you never did."
    )


def test_each_kind_of_sentence_in_a_remark_tells_its_example() -> None:
    alone = {kind: by_word([group._replace(kinds=(kind,))]) for group in REMARKS for kind in group.kinds}
    assert len(alone) > 100
    assert [kind for kind, index in alone.items() if not begins_with(spelled(kind.example), index)] == []


@pytest.mark.parametrize(
    "typed",
    [
        "never", "Never.", "NO", "none", "nie", "Nunca", "jamais", "not yet", "-", "–", "n/a", "No, never", "noch nie", "aún no", "pas encore", "never contacted", "I never did",
        "never wrote to them", "haven't yet", "No contact yet",
    ],
)  # fmt: skip
def test_what_people_type_who_never_wrote_is_an_answer(typed: str, tmp_path: Path) -> None:
    row = person("Ana", "Lima", **{"Last contact": typed, "Notes": "Had lunch with her in spring"})
    contacts, found = read_contacts(
        read_book(make_book(tmp_path / "a.xlsx", [row])).tables["Contacts"], (), TODAY
    )
    assert found == ()
    assert (contacts[0].last_contact, contacts[0].in_doubt) == (None, ())


@pytest.mark.parametrize(
    "typed",
    ["?", "unknown", "pending", "see notes", "no reply", "never replied", "not interested", "No thanks", "Mai", "never called", "no longer there"],
)  # fmt: skip
def test_what_may_be_of_a_letter_that_went_is_no_such_answer(typed: str, tmp_path: Path) -> None:
    row = person("Ana", "Lima", **{"Last contact": typed})
    contacts, found = read_contacts(
        read_book(make_book(tmp_path / "a.xlsx", [row])).tables["Contacts"], (), TODAY
    )
    assert contacts[0].in_doubt == ("last_contact",)
    assert any(p.message.startswith("Last contact holds") for p in found)
