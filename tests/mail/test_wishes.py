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
    "Please take me off your list.",
    "Please remove my email from your database.",
    "Kindly remove me from your contact list.",
    "I am not interested. Please do not email me again.",
    "Not interested, do not contact me.",
    "Don't ever contact me again!",
    "Please stop contacting me.",
    "Please cease all contact.",
    "Please cease contacting me.",
    "I would appreciate it if you did not contact me again.",
    "I ask that you not contact me again.",
    "Please refrain from contacting me.",
    "Please refrain from sending me further emails.",
    "Do not send me any more emails.",
    "Please don't send me anything else.",
    "Please do not reach out to me again.",
    "We kindly ask you not to contact us any further.",
    "Please delete my address.",
    "UNSUBSCRIBE",
    "Unsubscribe me please!",
    "STOP",
    "I do not want any further contact.",
    "I don't wish to receive further emails from you.",
    "I no longer wish to be contacted.",
    "Please lose my number.",
    "Bitte löschen Sie meine Daten.",
    "Bitte kontaktieren Sie mich nicht mehr.",
    "Bitte sehen Sie von weiteren Anfragen ab.",
    "Merci de ne plus me contacter.",
    "Veuillez me retirer de votre liste.",
    "Por favor, no me contacte más.",
    "Per favore non mi contatti più.",
    "Neem geen contact meer met mij op.",
    "Please stop contacting me about this.",
    "Please stop calling me.",
    "I'd prefer that you not write to me.",
    "Never call me again.",
    "Mail me niet meer.",
    "I never asked you to e-mail me. Do not contact me.",
    "Please don't contact me again. Don't call me, either.",
    "Nehmen Sie mich bitte aus dem Verteiler.",
    "Mi cancelli dalla lista.",
    "Quíteme de su lista.",
    "I am asking you not to contact me again.",
    "Do not call or write again.",
    "Please cease and desist.",
    "Stop writing.",
    "Ne m'écrivez plus.",
    "Merci de ne plus m’écrire.",
    "Ich möchte keine weiteren E-Mails erhalten.",
    "Delete my data.",
    "Löschen Sie bitte meine Adresse aus Ihrer Datenbank.",
    "Bitte streichen Sie mich von Ihrem Verteiler.",
    "Entfernen Sie mich.",
    "Supprimez-moi, s'il vous plaît.",
    "Enlevez-moi de vos fichiers.",
    "Elimíneme de su base de datos, por favor.",
    "Por favor, deme de baja.",
    "Mi cancelli, per favore.",
    "Mi rimuova dal vostro database.",
    "Retire-nos dos seus contatos.",
    "Verwijder mij uit uw bestand.",
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
    "Don't email me, call me at 555-0101 tomorrow.",
    "Please do not reply to this address; write to ada@example.org.",
    "I am out of the office; do not contact me until Monday.",
    "Please contact me again in January.",
    "Never mind, I was wrong: Tuesday it is.",
    "I can't be contacted this week.",
    "Please remove the attachment; our filter blocks it.",
    "I asked them to take me off the night shift.",
    "Stop by any time.",
    "Do not send a resume; just come.",
    "Please don't send me your resume yet.",
    "No more letters needed: call me.",
    "Nobody should write to me in German.",
    "Don't write to me, write to my assistant Jo.",
    "I will not be contacted by HR before June, so Friday suits.",
    "If you want to stop, write STOP.",
    "Let's stop emailing and talk on the phone!",
    "Let me unsubscribe you from the boring part: come Tuesday.",
    "Please delete my previous message; I meant Wednesday.",
    "We were asked not to contact clients. You are none, so do call.",
    "Our policy is not to be contacted by vendors, but you may call me.",
    "Please don't call me. E-mail is best.",
    "Please don't e-mail me; call me at 555-0134 instead.",
    "Don't e-mail me! Call me any time.",
    "Do not phone me. I am happy to meet on Thursday at 3.",
    "Please stop calling me Dr. Fox, Ann is fine.",
    "My assistant will not leave me alone. Happy to talk Thursday.",
    "I don't want to lose my number two at the office, but happy to talk.",
    "I have no further requests.",
    "Wir haben keine weiteren Anfragen.",
    "I'd ask you not to write or call again until June.",
    "I wondered if you did not mail me.",
    "Nehmen Sie mich bitte in CC.",
    "Bitte nehmen Sie mich in Ihren Verteiler auf.",
    "Mi tolga una curiosità: quando può venire?",
    "Quíteme una duda: ¿cuándo puede venir?",
    "Streichen Sie mich den Dienstag; Mittwoch passt.",
    "Streichen Sie mich bitte am Dienstag aus dem Kalender.",
    "Nehmen Sie mich von der Konferenz aus mit.",
    "Entfernen Sie uns die Stühle, dann passt der Raum.",
    "Löschen Sie meine Adresse nicht, ich schreibe gern wieder.",
    "Pouvez-vous me retirer de la réunion de mardi ?",
    "Retirez-moi du rendez-vous de mardi et mettez-moi jeudi.",
    "Quíteme de una duda: ¿viene el martes?",
    "Bórreme la cita del martes.",
    "Mi cancelli dal calendario di martedì, meglio giovedì.",
    "Mi tolga da un dubbio: viene martedì?",
    "Remova-me da reunião de terça; quinta está bem.",
    "Verwijder mij van dinsdag, woensdag kan wel.",
    "Please take me off the guest list for Tuesday; Thursday is better.",
    "Remove me from the waiting list, I got a seat; see you there.",
    "You can take me off the list of speakers and we talk at four.",
    "Gladly, Tuesday at ten.\n\nExample Clinic\n\nUnsubscribe",
    "Directions:\nTake the 12.\nSTOP\nWalk back a block.",
    "Gladly.\n\nIf you are not the intended recipient, please delete this and do not contact us.",
    "Gladly.\n\nThis e-mail is confidential; if it is not for you, do not contact me.",
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
