"""Whoever asks not to be written to again: known by their own words, in whatever language, and by nothing that only sounds so."""

from __future__ import annotations

import pytest

from pipeline.mail.incoming.background import Mail
from pipeline.mail.incoming.meaning import understood
from pipeline.mail.incoming.wishes import asks_rest
from pipeline.rules.details import subject_of, wants_rest, written_by
from tests.mail.test_no_reply import ADA, ARRIVED, IN_THREAD, background, read, written

ASKED = [
    "Please do not contact me again.",
    "Please don't write to me again, thanks",
    "Please do not contact me\nagain.",
    "Never contact me again",
    "Don’t contact me any more",
    "Please don't e-mail me.",
    "Do not contact us.",
    "Stop emailing me!",
    "I do not wish to be contacted.",
    "I don't want to be contacted.",
    "I'd rather not be contacted again.",
    "No more emails please.",
    "Leave me alone.",
    "Remove me from your list.",
    "please remove me",
    "Take me off your mailing list",
    "Please delete my details from your records.",
    "Kindly unsubscribe me from this.",
    "unsubscribe",
    "Bitte schreiben Sie mir nicht mehr.",
    "Bitte nicht mehr kontaktieren.",
    "Ne me contactez plus.",
    "No me escriba más.",
    "Non mi scriva più.",
    "Não me contacte mais.",
    "Mail mij niet meer.",
]
NOT_ASKED = [
    "Please don't hesitate to contact me again.",
    "Please don't contact me by phone; mail is better.",
    "Do not write to me at this address; use the other one.",
    "Please do not call me before Monday.",
    "Don't contact me again until January.",
    "I'll ask them to remove me from the panel, so Tuesday works.",
    "To unsubscribe, click here",
    "No more letters than three, I hope",
    "I don't want to be contacted by recruiters, but you are welcome.",
    "Please do not email me on weekends.",
    "Could you remove me from Thursday's list? Friday suits.",
    "No further contact details are needed; call me.",
    "Nein, am Montag nicht mehr, aber schreiben Sie mir gern.",
]


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_to_be_left_alone(text: str) -> None:
    assert asks_rest(f"Dear Sam,\n\n{text}\n\nAda")


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_so(text: str) -> None:
    assert not asks_rest(f"Dear Sam,\n\n{text}\n\nAda")


@pytest.mark.parametrize(
    ("sender", "text", "detail", "by"),
    [
        (ADA.email, "Gladly.", "Re: Your work", ""),
        (ADA.email, "Please remove me.", "Re: Your work; asks not to be written to", ""),
        ("Jo <jo@pa.example.net>", "Gladly.", "Re: Your work; from jo@pa.example.net", "jo@pa.example.net"),
        (
            "Jo <jo@pa.example.net>",
            "Please remove her.\nLeave us alone.",
            "Re: Your work; from jo@pa.example.net; asks not to be written to",
            "jo@pa.example.net",
        ),
    ],
)
def test_history_keeps_who_wrote_and_what_they_ask_and_none_of_their_words(
    sender: str, text: str, detail: str, by: str
) -> None:
    mail = read(written(sender, "Re: Your work", text, IN_THREAD))
    found = understood([Mail(mail, "<h@example.org>", "m", ARRIVED)], background(ADA), {}, [], [])
    [event] = found.events
    assert (event.detail, written_by(event), subject_of(event)) == (detail, by, "Re: Your work")
    assert wants_rest(event) == detail.endswith("written to")
    assert found.said == {"<h@example.org>": text.partition("\n")[0]}
    assert found.lines[0].startswith(f"Ada Okafor ({by}), reply" if by else "Ada Okafor, reply")
