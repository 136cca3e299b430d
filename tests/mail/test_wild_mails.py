"""Mails as the world sends them, in eight languages: the answer to each was decided before it was tried."""

from __future__ import annotations

import time
from datetime import date
from email import message_from_bytes
from email.header import Header

import pytest

from pipeline.mail.incoming.bounces import Failure
from pipeline.mail.incoming.classify import MailKind, needs_whole
from pipeline.mail.incoming.dates import return_date
from pipeline.mail.incoming.meetings import MeetingAct, meeting_in
from pipeline.mail.incoming.texts import plain_text
from tests.mail import mails
from tests.mail.test_meetings import NEW_YORK, calendar
from tests.mail.test_no_reply import ADA, IN_THREAD, LETTER, THURSDAY, background, read, written
from tests.peers.letters import contact


def encoded(subject: str) -> str:
    return Header(subject, "utf-8").encode()


def said(text: str, subject: str = "Re: Your work", *headers: str, sender: str = ADA.email) -> bytes:
    return written(sender, encoded(subject), text, IN_THREAD, *headers)


# Without any header that marks them: known by their words alone.
NOTES = {
    "en, no access": ("Thank you for your email. I'm out of the office this week with no email access and will return on Monday, November 30. For immediate assistance, contact Jo Miller.", "2026-11-30"),
    "en, leave": ("I am currently on parental leave until 1 March 2027. Please direct questions to my colleague.", "2027-03-01"),
    "en, traveling": ("I'm traveling through December 4 and will be slow to respond.", "2026-12-04"),
    "en, ordinal": ("I am on vacation and will be back on the 30th.", "2026-11-30"),
    "de, erst wieder": ("Vielen Dank für Ihre Nachricht. Ich bin erst am 7. Dezember wieder im Büro. Ihre E-Mail wird nicht weitergeleitet.", "2026-12-07"),
    "de, befinde mich": ("Ich befinde mich bis einschließlich 11.12. im Urlaub. In dringenden Fällen wenden Sie sich bitte an das Sekretariat.", "2026-12-11"),
    "de, ab Dienstag": ("Guten Tag, ich bin zurzeit außer Haus und ab Dienstag wieder erreichbar.", "2026-12-01"),
    "fr, congé": ("Bonjour, je suis actuellement en congé maternité jusqu'au 15 mars 2027. En mon absence, merci de contacter Mme Roux.", "2027-03-15"),
    "fr, absente du bureau": ("Absente du bureau ce jour, je prendrai connaissance de votre message à mon retour le 30/11.", "2026-11-30"),
    "es, vacaciones": ("Hola, estaré de vacaciones desde el 23 de noviembre hasta el 4 de diciembre, ambos inclusive. Un saludo.", "2026-12-04"),
    "es, no disponible": ("Gracias por su mensaje. No estaré disponible hasta el lunes 30 de noviembre. Para urgencias, llame a recepción.", "2026-11-30"),
    "it, ferie": ("Grazie per il messaggio. Sarò in ferie fino al 7 dicembre compreso. Per urgenze rivolgersi alla segreteria.", "2026-12-07"),
    "it, fuori sede": ("Sono fuori sede e rientrerò in ufficio martedì 1 dicembre.", "2026-12-01"),
    "pt, ausente": ("Olá, estou ausente do escritório até 11/12. Em caso de urgência contacte a secretaria.", "2026-12-11"),
    "pt, férias": ("Encontro-me de férias, regresso a 7 de dezembro.", "2026-12-07"),
    "nl, verlof": ("Bedankt voor uw bericht. Ik ben met verlof t/m 4 december en lees mijn mail niet. Voor dringende zaken: receptie.", "2026-12-04"),
    "nl, afwezig": ("Momenteel ben ik afwezig. Vanaf maandag ben ik weer bereikbaar.", "2026-11-30"),
    "nl, beste": ("Beste,\n\nIk ben afwezig tot en met 4 december. Uw mail wordt niet doorgestuurd.\n\nMet vriendelijke groet\nAda", "2026-12-04"),
    "ja, お世話": ("お世話になっております。\n12月4日まで休暇をいただいております。\nご返信が遅れますことをご了承ください。", "2026-12-04"),
    "ja, 休暇": ("お問い合わせありがとうございます。誠に勝手ながら、11月26日から12月4日まで休暇をいただいております。戻り次第ご連絡いたします。", "2026-12-04"),
    "ja, 出張": ("ただいま出張中のため、返信が遅れる場合がございます。30日（月）に戻ります。", "2026-11-30"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_a_note_without_a_mark(name: str) -> None:
    text, back = NOTES[name]
    found = read(said(text))
    assert (found.kind, found.return_date and found.return_date.isoformat()) == (MailKind.AUTOMATIC, back)


MARKED = [
    "[Auto-Reply] Your work", "Auto Response: Your work", "Out-of-Office: Your work", "Re: Out of office", "Abwesenheitsmeldung",
    "Abwesend: Ihre Arbeit", "Message d'absence : Votre travail", "Absence du bureau", "Mensaje automático: Su trabajo",
    "Fuera de la oficina", "Avviso di assenza", "Fuori ufficio: R: Il Suo lavoro", "Mensagem automática: Seu trabalho",
    "Fora do escritório", "Afwezigheidsmelding", "Automatisch bericht: Uw werk", "【不在】Re: お仕事", "不在通知", "【自動応答】お仕事",
]  # fmt: skip


@pytest.mark.parametrize("subject", MARKED)
def test_a_note_by_its_subject(subject: str) -> None:
    assert read(said("…", subject)).kind is MailKind.AUTOMATIC


PEOPLE = {
    "en, travels": "I'll be traveling until December 7 but let's talk after that.",
    "en, was away": "Sorry for the slow reply, I was on vacation. Thursday works.",
    "en, out and free": "I am out of the office until Wednesday. Thursday at 10 works for me, my number is below.",
    "en, away and willing": "I'm away until the 7th with limited access to mail, so please try me the week after.",
    "de, Dienstreise": "Ich bin bis zum 4.12. auf Dienstreise. Am Montag um 10 Uhr passt es mir gut.",
    "fr, déplacement": "Je suis en déplacement jusqu'à vendredi. Je vous propose mardi à 14 h.",
    "es, viaje": "Estoy de viaje hasta el viernes; le propongo hablar el martes.",
    "it, viaggio": "Sono in viaggio fino a venerdì, possiamo sentirci martedì.",
    "pt, viagem": "Estou em viagem até sexta. Podemos falar na terça-feira às 10h.",
    "nl, vakantie": "Ik ben met vakantie tot 4 december, maar dinsdag daarna kan ik u spreken.",
    "ja, 出張": "12月4日まで出張中ですが、その後でしたらお会いできます。",
}


@pytest.mark.parametrize("name", PEOPLE)
def test_somebody_away_who_answers(name: str) -> None:
    assert read(said(PEOPLE[name])).kind is MailKind.REPLY


# Away, and nothing else would mark an answer but that they say something to somebody.
ANSWERS = [
    "Sam - I'm on vacation until Jan 4. Get in touch then and we'll set something up.",
    "I am on leave until March. After that, gladly.",
    "Sorry, I'm away through Friday. Next Tuesday 3 pm is fine.",
    "I'm away through Friday. Tuesday would be good.",
    "I am currently out of the office until Dec 14, but my colleague Bo Lee knows more than I do; write to him.",
    "I am out of the office until December 14. My colleague Bo Lee knows more about it.",
    "I am out of office until the 14th, so the call this week will not work. Try the week after.",
    "I will be traveling until Dec 14. Ring my office for an appointment after that.",
    "Sam, I am traveling until the 14th. Ask me again then and we will find a time.",
    "Dear Ms. Rivera, I am on holiday until 5 January; please write to me again then. Best, Ada Okafor",
    "Dear Ms. Rivera, I am on holiday until 5 January.",
    "I'm out of the office until Monday\n\nWednesday would suit\n\nAda",
    "I am on leave until March and am willing to help. It is a good field.",
    "I'm on vacation until Jan 4. Best, Ada\n\nP.S. Ring on the 5th.",
    "Ich bin bis 14.12. im Urlaub. Melden Sie sich danach noch einmal.",
    "Ich bin bis Freitag im Urlaub. Am Montag geht es.",
    "Liebe Frau Rivera, ich bin bis 14. Dezember im Urlaub.",
    "Je suis absente jusqu'au 14 décembre, rappelez-moi ensuite.",
    "Je suis en déplacement jusqu'au 4. Mardi est libre.",
    "Estoy de vacaciones hasta el 4. El martes está bien.",
    "Sono in ferie fino al 4. Martedì va bene.",
    "Estou de férias até o dia 4. Terça está bem.",
    "Ik ben met vakantie tot 4 december. Dinsdag is goed.",
    "I'm on sabbatical leave until June, but the department would welcome you.",
    "On vacation until Dec 7, back in touch soon.",
    "I'm away until Monday and returning your call on Tuesday.",
    "I'm out of the office until the 7th. Back on the 8th at my desk, drop in.",
    "I'm travelling until Friday; limited access but I did enjoy your note.",
    "I am on leave until March. You should contact Bo Lee, who does what you want to do.",
    "I am out of the office until Monday. I will answer your questions on my return, they are good ones.",
    "I'm on holiday until Jan 5. Remind my assistant in the new year.",
    "I'm away until the 12th. Send two dates.",
    "I am on leave until Dec 9. Nobody here takes visitors until June.",
    "I am on leave until Dec 9. Unfortunately the board has stopped visits until spring.",
    "I am out of the office until Dec 9. Sorry, our team is frozen through June.",
    "I am out of the office until Dec 9. Monday the 14th is good until noon.",
    "I am on leave until Dec 9. Thank you for writing, but this is not for me until I retire.",
    "I am on leave until Dec 9; through Bo Lind you reach the head of nursing.",
    "I am on leave until Dec 9. Urgent: send your resume.",
    "I am on leave until Dec 9. Urgent work keeps me from more.",
    "I am on leave until Dec 9. Please contact HR about openings.",
    "I am on leave until Dec 9. Please email my assistant Joan about a slot.",
    "I am on leave until Dec 9. Please direct your questions on nursing to Bo Lind.",
    "I am on leave until Dec 9. We need assistance in the wards.",
    "I am out of the office until Dec 9. I will return your call on Dec 10.",
    "Ich bin bis zum 9. Dezember im Urlaub. Hier nimmt bis zum Sommer niemand Besuch an.",
    "Je suis en congés jusqu'au 8 décembre. Personne ne reçoit ici jusqu'au printemps.",
    "Away on vacation until Jan 4. Delighted to help when back.",
    "I will be out of the office until Dec 14. Coffee on the 16th.",
    "I'm traveling until Thursday. The 9th works.",
    "I am unavailable until January, which is a pity. Interesting background.",
    "I'm on leave until Feb. Honestly I doubt that I can add much.",
    "Ich bin bis zum 7. Dezember im Urlaub. Die Woche darauf passt.",
    "Ich bin bis Freitag auf Dienstreise. Ihr Brief hat mich gefreut.",
    "Ich bin ab dem 7. Dezember wieder im Büro. Kommen Sie vorbei.",
    "Je suis absente jusqu'au 4 décembre. Le 7 me convient.",
    "Estoy fuera de la oficina hasta el lunes. Escríbame el martes.",
    "Sono assente fino al 4. Mi scriva la settimana dopo.",
    "Estou ausente até segunda. Escreva-me na terça.",
    "Ik ben afwezig tot 4 december. Mail mij de week erna.",
    "4日まで出張中です。5日以降でお時間をいただければ幸いです。",
    "12月4日まで不在です。その翌週にお越しください。",
    "I'm on vacation until Jan 4, looking forward to hearing from you in the new year.",
    "I'm out of the office until Monday. Looking forward to it.",
    "Traveling through Friday. My calendar is open the week of the 14th.",
    "I'm on leave until March, sorry. Good luck with the search.",
    "I'm away until Monday. Interesting letter.",
    "I am out of the office until January. Please write again in the new year.",
    "I'm on holiday until the 5th. My assistant Bo will set up a time.",
    "I am on vacation until December 7. I suggest Tuesday.",
    "I'm out of office this week, returning Monday. Would be delighted.",
    "Currently on leave, returning in March. Ask Bo Lee instead.",
    "I'm traveling until the 14th and would welcome a call on the 15th.",
    "I'm out of the office until Monday and will answer at length.",
    "I am on leave through January. It is a shame, I liked what you wrote.",
    "I'm away until Friday. Call the week after.",
    "I'm OOO until Monday. Works for me otherwise.",
    "On leave until March 1. Count me in.",
    "I'm away until the 10th. Come by on the 11th.",
    "I am out of the office until Dec 14. I'll ring you on the 15th.",
    "I'm on vacation until Jan 4. I will call you when I return.",
    "I am out of the office until the 14th but my door is open.",
    "Ich bin bis 14.12. im Urlaub. Ab dem 15. habe ich Zeit.",
    "Ich bin bis Montag nicht im Büro. Ihr Anliegen interessiert mich.",
    "Ich bin bis 14.12. auf Dienstreise und rufe Sie an, wenn ich wieder da bin.",
    "Je suis en vacances jusqu'au 4. Votre parcours m'intéresse.",
    "Estoy de vacaciones hasta el 4. Me interesa su perfil.",
    "Sono in ferie fino al 4. La chiamo al rientro.",
    "Ik ben met vakantie tot 4 december. Ik bel u als ik terug ben.",
    "I'm on leave until March 1, and I'd rather you asked Bo Lee.",
    "I am out of the office until Monday. I return your kind wishes.",
    "I'm away until Monday; urgent or not, I answer every letter.",
    "Thanks for your email. I am traveling through Friday. Please contact my assistant Jane Doe to arrange a time.",
    "Thank you for your message. I am on vacation until December 14. Please reach out to my assistant Jane (jane@example.org) to schedule something for the week I return.",
    "I'm out of the office until Monday. Please contact Jane Doe at jane@example.org to set up an appointment.",
    "I am out of the office until Dec 14. Contact Jane for an appointment.",
    "I will be out of the office until the 14th. Please contact us again in January.",
    "I'm away through Friday. Any time next week until Thursday works.",
    "I am on vacation until the 14th. Returning on the 15th, open on the 16th through the 18th.",
    "I am unavailable for interviews until after the holidays.",
    "I'm away until the 12th, but my colleague Bill Fox will respond to your questions.",
]  # fmt: skip


@pytest.mark.parametrize("text", ANSWERS)
def test_whoever_says_more_than_that_they_are_away_has_answered(text: str) -> None:
    assert read(said(text)).kind is MailKind.REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Sorry for the automatic reply that you got last week. Come by on Thursday.",
        "You probably got my automatic response. I am back now; Thursday at noon is good.",
        "Apologies, that was an automated reply. My assistant will find a time.",
        "This is not an automated message, I promise. Come by on Thursday.",
        "Désolée pour le message automatique. Passez jeudi.",
        "Disculpe mi respuesta automática. Venga el jueves.",
        "Scusi la mia risposta automatica. Passi giovedì.",
        "Desculpe a resposta automática. Passe na quinta.",
        "Excuses voor het automatische bericht. Kom donderdag langs.",
    ],
)
def test_whoever_speaks_of_an_automatic_reply_that_came_before_has_answered(text: str) -> None:
    assert read(said(text)).kind is MailKind.REPLY


@pytest.mark.parametrize(
    "text",
    [
        "You are receiving this automated reply because nobody reads mail here.",
        "Note: automated response. We read mail on Mondays.",
        "Ceci est un message automatique. Nous lisons le lundi.",
        "Esta es una respuesta automática. Leemos el lunes.",
        "Questo è un messaggio automatico. Leggiamo il lunedì.",
        "Esta é uma resposta automática. Lemos na segunda.",
        "Dit is een automatisch bericht. Wij lezen op maandag.",
        "I got an automated reply from the list; this is an automatic message, too.",
    ],
)
def test_what_says_of_itself_that_a_program_wrote_it_is_believed(text: str) -> None:
    assert read(said(text)).kind is MailKind.AUTOMATIC


@pytest.mark.parametrize(
    "text",
    [
        "I got your message. My number is 555-0101.",
        "We got your message. My number is 5550101.",
        "Your note was received. The office number is (312) 555-0101.",
        "Your note was received. Number of the desk: 312-555-0101.",
        "Your note has been received with interest; COVID-19 keeps us home, so telephone on Thursday.",
        "We have registered you for Tuesday at the front desk; room [204].",
        "Your visit has been registered with security: gate #112.",
        "Your name was registered at the door, ask for extension (4021).",
        "We have received many such notes, yours first. My office is [1204].",
        "We have received the prize (2024) and have a party on Friday: come!",
        "Wir haben Ihre Nachricht erhalten; kommen Sie am Dienstag in Zimmer (312).",
        "Hemos recibido su mensaje: venga el martes a la sala (204).",
    ],
)
def test_a_number_to_call_is_no_ticket(text: str) -> None:
    assert read(said(text)).kind is MailKind.REPLY


def test_a_users_name_that_is_a_word_too_makes_no_answer_of_a_note() -> None:
    note = said("I am out of the office and will return on Monday.")
    for_will = note.replace(f"To: {mails.ME}".encode(), b"To: Will Rivera <will.rivera@example.com>")
    assert read(for_will).kind is MailKind.AUTOMATIC
    named = for_will.replace(b"I am out", b"Will, I am out")
    assert read(named).kind is MailKind.REPLY


@pytest.mark.parametrize("text", ANSWERS)
def test_a_header_that_marks_a_note_is_believed_whatever_it_says(text: str) -> None:
    assert read(said(text, "Re: Your work", "Auto-Submitted: auto-replied")).kind is MailKind.AUTOMATIC
    assert read(said(text, "Automatic reply: Your work")).kind is MailKind.AUTOMATIC


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Absent-minded me", "Sorry, I forgot to answer. Of course."),
        ("On leave", "Sorry for the silence. Coffee on Friday."),
        ("Out of office lunch", "Join us for lunch on Friday."),
        ("Away from my desk", "Ok to talk, 555-0123"),
        ("Out of office visit", "There is a nice cafe near the lab."),
        ("Abwesend", "Entschuldigung, das ging unter. Ja."),
    ],
)
def test_a_subject_that_speaks_of_absence_over_an_answer(subject: str, text: str) -> None:
    assert read(said(text, subject)).kind is MailKind.REPLY
    assert read(said(text, subject, "Auto-Submitted: auto-replied")).kind is MailKind.AUTOMATIC


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("On leave", "I am on leave until 1 March 2027.\n\nKind regards\nAda Okafor\nHead of the Example Clinic\n555-0142"),
        ("Re: Your work", "Hello,\n\nI am out of the office until December 7.\nFor urgent matters, contact Bo Lee.\n\nAda Okafor\nExample Clinic"),
        ("Re: Your work", "Thanks for your message! I am on PTO through Dec 14 and will reply when I get back."),
        ("Re: Your work", "I am currently out of the office and will return on Monday, December 14. If you need immediate assistance, please contact Bo Lee at bo.lee@example.org or 555-0142. Thank you."),
        ("Re: Your work", "Hello, thank you for your email. I am on vacation from Dec 1 through Dec 12 and will have limited access to email. I will respond to your message as soon as possible upon my return."),
        ("Re: Your work", "I'm out of the office until 12/14. For urgent matters, please email the front desk."),
        ("Re: Your work", "I am out of the office from November 23, 2026 through December 4. If your message is urgent, please contact Bo Lee for assistance."),
        ("Re: Your work", "I'm out of the office until 12/14. Our office is closed until January 4. I will return your message when I am back."),
        ("Re: Your work", "Ich bin im Urlaub, bis zum 9. Dezember. In dringenden Fällen wenden Sie sich bitte an Bo Lee."),
        ("Re: Your work", "Thank you for your message. I am away from the office until Tuesday, December 1st."),
        ("Re: Your work", "I am on maternity leave until March 1, 2027. In my absence, please contact Bo Lee."),
        ("Re: Your work", "Ich bin bis zum 14.12.2026 nicht im Büro und kann Ihre Nachricht daher nicht lesen. In dringenden Fällen wenden Sie sich bitte an Herrn Lee. Mit freundlichen Grüßen Ada Okafor"),
        ("Re: Your work", "Bonjour, je suis absente du bureau jusqu'au 14 décembre inclus. En cas d'urgence, veuillez contacter l'accueil. Cordialement"),
        ("Re: Your work", "I am out of the office today with no access to email. I will be back on Monday, November 30th."),
        ("Re: Your work", "Thanks for your email. I'm on vacation through December 4th and will respond when I return. Please contact our front desk for urgent matters."),
        ("Re: Your work", "I am out of the office until December 7. I will respond to your questions when I return."),
        ("Re: Your work", "I am traveling through December 4 and will be back again on the 7th. Urgent matters: contact us at desk@example.org."),
        ("Re: Your work", "I am on leave until January 4. Due to my travel schedule I have limited access to email."),
        ("Re: Your work", "Ich bin derzeit im Urlaub und ab dem 14. Dezember wieder erreichbar. Ihre Nachricht wird nicht weitergeleitet."),
        ("Re: Your work", "Je suis en congés jusqu'au 4 décembre. En cas d'urgence, merci de contacter le secrétariat."),
        ("Re: Your work", "Estoy de vacaciones hasta el 4 de diciembre. Para asuntos urgentes contacte con recepción. Saludos"),
        ("Re: Your work", "Sarò assente fino al 4 dicembre. Per urgenze contattare la segreteria. Cordiali saluti"),
        ("Re: Your work", "Estarei ausente até 4 de dezembro. Em caso de urgência, contacte a recepção. Atenciosamente"),
        ("Re: Your work", "Ik ben tot en met 4 december afwezig. Voor dringende zaken kunt u contact opnemen met de receptie. Met vriendelijke groet"),
        ("Ikke til stede: Your work", "Jeg er på ferie til 14. december."),
        ("Frånvaro: Your work", "Jag är på semester."),
        ("Autosvar: Your work", "Jag är på semester till den 14 december."),
        ("Automatisk svar: Your work", "Jeg er på ferie til 14. desember."),
        ("Automaattinen vastaus: Your work", "Olen lomalla 14.12. asti."),
        ("Odpowiedź automatyczna: Your work", "Jestem na urlopie do 14 grudnia."),
        ("Automatická odpověď: Your work", "Jsem na dovolené do 14.12."),
        ("Автоматический ответ: Your work", "Я в отпуске до 14 декабря."),
        ("Otomatik Yanıt: Your work", "14 Aralıka kadar izindeyim."),
        ("自动答复: Your work", "我正在休假。"),
    ],
)  # fmt: skip
def test_a_note_that_says_nothing_else(subject: str, text: str) -> None:
    assert read(said(text, subject)).kind is MailKind.AUTOMATIC


@pytest.mark.parametrize(
    ("subject", "text", "kind"),
    [
        ("Read: Your work", "", MailKind.OTHER),
        ("Read: Your work", "read", MailKind.OTHER),
        ("Read: Your work", "Your message\n\n  To: Ada Okafor\n  Subject: Your work\n\nwas read on Thursday, November 26, 2026 9:00 AM.", MailKind.OTHER),
        ("Gelesen: Your work", "Ihre Nachricht an Ada Okafor wurde am 26.11.2026 gelesen.", MailKind.OTHER),
        ("Lu : Your work", "Votre message a été lu le 26/11/2026.", MailKind.OTHER),
        ("Read: Your work", "Yes, gladly.", MailKind.REPLY),
        ("Read: Your work", "I read your letter twice. Your message was read by all of us here, and we would like to see you on Tuesday at the clinic, in the afternoon, if that is all right.", MailKind.REPLY),
        ("Reading group", "", MailKind.REPLY),
    ],
)  # fmt: skip
def test_a_receipt_without_its_form(subject: str, text: str, kind: MailKind) -> None:
    assert read(said(text, subject)).kind is kind


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Ich bin vom 23.11. bis 27.11. nicht im Büro.", "2026-11-27"),
        ("Je serai absent du 23 au 27 novembre.", "2026-11-27"),
        ("Ausente del 23 al 27 de noviembre.", "2026-11-27"),
        ("Sono assente dal 23 al 27 novembre.", "2026-11-27"),
        ("Hasta el 27/11/2026.", "2026-11-27"),
        ("I will be out until the 30th.", "2026-11-30"),
        ("Out until 12/7.", "2026-12-07"),
        ("Je reviens le 7/12.", "2026-12-07"),
        ("Away from Dec 21 to Jan 2.", "2027-01-02"),
        ("Zurück am Mo, 30.11.", "2026-11-30"),
        ("Ich bin wieder da am Mittwoch.", "2026-12-02"),
        ("I return in a fortnight.", "2026-12-10"),
        ("Ik ben terug over drie weken.", "2026-12-17"),
        ("Volveré dentro de dos semanas.", "2026-12-10"),
        ("Tornerò tra una settimana.", "2026-12-03"),
        ("Je suis absent cette semaine, de retour mercredi prochain.", "2026-12-02"),
        ("2026年12月7日(月)から通常通り対応いたします。", "2026-12-07"),
        ("12/7より出社いたします。", "2026-12-07"),
        ("Call the desk at 555-0110, extension 12/7-A.", ""),
        ("In the office since 2019-03-01.", ""),
        ("I have been away since November 2 and am catching up.", ""),
    ],
)
def test_the_day_named(text: str, back: str) -> None:
    found = return_date(text, THURSDAY)
    assert (found.isoformat() if found else "") == back


def receipt(report: str, subject: str) -> bytes:
    return mails.mail(
        f"From: {ADA.email}", f"To: {mails.ME}", f"Subject: {encoded(subject)}", IN_THREAD,
        f"Content-Type: multipart/report; report-type={report}; boundary=b", "",
        "--b", "Content-Type: text/plain", "", "Read on Thursday.", "--b",
        "Content-Type: message/disposition-notification", "", "Disposition: manual-action; displayed", "--b--",
    )  # fmt: skip


@pytest.mark.parametrize(
    "report", ["disposition-notification", '"disposition-notification"', "Disposition-Notification"]
)
@pytest.mark.parametrize("subject", ["Lu : Your work", "Leído: Your work", "Not read: Your work"])
def test_receipts(report: str, subject: str) -> None:
    assert read(receipt(report, subject)).kind is MailKind.OTHER


FORWARDS = ["Fwd: Your work", "FW: Your work", "FW： Your work", "TR : Votre travail", "WG: Your work", "RV: Su trabajo", "I: Il Suo lavoro",
            "ENC: Seu trabalho", "Doorst: Uw werk", "転送: お仕事", "Re: Fwd: Your work", "[EXT] Fwd: Your work"]  # fmt: skip


@pytest.mark.parametrize("subject", FORWARDS)
def test_forwards_are_asked_about(subject: str) -> None:
    assert read(said("See below.", subject)).kind is MailKind.UNSURE


TICKETS = {
    "Zendesk": ("Re: Your work", "##- Please type your reply above this line -##\n\nYour request (12345) has been received and is being reviewed by our team."),
    "OTRS": ("[Ticket#2026112610000012] Eingangsbestätigung", "Vielen Dank für Ihre Anfrage. Sie wurde unter der oben genannten Nummer registriert."),
    "GLPI": ("[GLPI #0012345] Nouveau ticket", "Votre demande a bien été enregistrée."),
    "Spanish": ("Solicitud #4455 recibida", "Su solicitud ha sido registrada con el número 4455."),
    "Italian": ("[Richiesta n. 8812] Il Suo lavoro", "La Sua richiesta è stata presa in carico."),
    "Portuguese": ("Chamado 99812 aberto", "Seu chamado foi registrado com sucesso."),
    "Dutch": ("[#20261] Uw vraag", "Wij hebben uw vraag in goede orde ontvangen."),
    "Japanese": ("【受付番号:12345】お問い合わせ", "お問い合わせを受け付けました。"),
    "Jira": ("HELP-1234 Your work", "Just confirming that we got your request. We're on it."),
    "Freshdesk": ("Ticket Received - Your work", "A ticket has been created and assigned the number 5512. A representative will follow up with you."),
}  # fmt: skip


@pytest.mark.parametrize("name", TICKETS)
def test_tickets(name: str) -> None:
    subject, text = TICKETS[name]
    assert read(said(text, subject, sender="helpdesk@lab.example.org")).kind is MailKind.AUTOMATIC
    assert read(said("Gladly, call me on Tuesday at ten.", subject)).kind is MailKind.REPLY


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (written('"Okafor, Ada" <ada77@gmail.com>', "Hello"), MailKind.UNSURE),
        (written('"Dr. Ada Okafor, PhD" <ada77@gmail.com>', "Hello"), MailKind.UNSURE),
        (written("Ada B. Okafor <ada77@gmail.com>", "Hello"), MailKind.UNSURE),
        (written("ADA OKAFOR <ada77@gmail.com>", "Hello"), MailKind.UNSURE),
        (written("Ada Smith <ada77@gmail.com>", "Hello"), MailKind.OTHER),
        (written("Bo Okafor <bo@gmail.com>", "Hello"), MailKind.OTHER),
        (written("front@example.org", "Your letter"), MailKind.UNSURE),
        (written("x@sub.lab.example.org", "Your letter"), MailKind.UNSURE),
        (written("x@notexample.org", "Your letter"), MailKind.OTHER),
        (written(ADA.email, "Re: Your work at Example Clinic", "Yes.", "List-Id: <lab.example.org>"), MailKind.REPLY),
        (written(ADA.email.upper(), "", "Yes.", IN_THREAD), MailKind.REPLY),
        (written(f"Ada <{ADA.email}>", "RE: [EXTERNAL] Your work", "Yes.", IN_THREAD, "Precedence: list"), MailKind.REPLY),
    ],
)  # fmt: skip
def test_from_elsewhere(raw: bytes, kind: MailKind) -> None:
    assert read(raw).kind is kind


def test_registries() -> None:
    for domain, near, far in (
        ("dept.museum.co.uk", "museum.co.uk", "other.co.uk"),
        ("cs.college.ac.jp", "college.ac.jp", "other.ac.jp"),
    ):
        known = background(contact(0, id="ADA", email=f"ada@{domain}"))
        assert read(written(f"desk@{near}", "Your letter"), known).kind is MailKind.UNSURE
        assert read(written(f"desk@{far}", "Your letter"), known).kind is MailKind.OTHER


def html(body: str) -> bytes:
    return mails.mail(
        f"From: {ADA.email}",
        f"To: {mails.ME}",
        "Subject: Re: Your work",
        IN_THREAD,
        "Content-Type: text/html; charset=utf-8",
        "",
        body,
    )


SHAPES = {
    "attachment only": mails.mail(f"From: {ADA.email}", f"To: {mails.ME}", "Subject: Re: Your work", IN_THREAD, "Content-Type: application/pdf", "Content-Transfer-Encoding: base64", "", "JVBERi0="),
    "signed": mails.mail(f"From: {ADA.email}", f"To: {mails.ME}", "Subject: Re: Your work", IN_THREAD, "Content-Type: multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\"", "", "--b", "Content-Type: text/plain", "", "Gladly.", "--b", "Content-Type: application/pkcs7-signature", "", "x", "--b--"),
    "html": html("<p>Gladly, call me.</p><blockquote>I am out of the office until December 7</blockquote>"),
    "unknown charset": written(ADA.email, "Re: Your work", "Gladly.", IN_THREAD).replace(b"utf-8", b"x-none"),
    "two senders": mails.mail(f"From: Ada <{ADA.email}>, Desk <desk@lab.example.org>", f"To: {mails.ME}", "Subject: Re: Your work", IN_THREAD, "", "Gladly."),
    "top of a quoted absence": said("Gladly, after my holiday.\n\nOn Mon, Nov 23, 2026 Sam Rivera <sam.rivera@example.com> wrote:\n> I am out of the office until December 7."),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_odd_shapes_of_a_reply(name: str) -> None:
    assert read(SHAPES[name]).kind is MailKind.REPLY


def test_an_html_note_quoting_our_letter_in_outlooks_way() -> None:
    body = '<p>I am out of the office until December 7.</p><div id="divRplyFwdMsg"><b>From:</b> Sam<br><b>Sent:</b> Monday<br>I will call on December 20.</div>'
    found = read(html(body))
    assert (found.kind, found.return_date) == (MailKind.AUTOMATIC, date(2026, 12, 7))


def bounce(
    text: str,
    *,
    sender: str = "Mail Delivery Subsystem <mailer-daemon@mail.example.net>",
    more: tuple[str, ...] = (),
) -> bytes:
    return mails.mail(
        f"From: {sender}",
        f"To: {mails.ME}",
        "Subject: Undelivered",
        "Message-ID: <b@mail.example.net>",
        *more,
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
    )


def dsn(fields: str, kind: str = "message/delivery-status", human: str = "It did not arrive.") -> bytes:
    return mails.mail(
        "From: MAILER-DAEMON@mail.example.net", f"To: {mails.ME}", f"Subject: {encoded('Unzustellbar: Your work')}", "Message-ID: <b@mail.example.net>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "Content-Type: text/plain; charset=utf-8", "", human,
        "--b", f"Content-Type: {kind}", "", "Reporting-MTA: dns; mail.example.net", "", fields, "", "--b--",
    )  # fmt: skip


BOUNCES = {
    "Gmail, words only": (bounce(f"Delivery to the following recipient failed permanently:\n\n     {ADA.email}\n\n550 5.1.1 no such user", more=(f"X-Failed-Recipients: {ADA.email}",)), Failure.WRONG),
    "Exchange, words only": (bounce(f"Your message to {ADA.email} couldn't be delivered.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'", sender="postmaster@example.net"), Failure.WRONG),
    "qmail, nothing returned": (bounce(f"Hi. This is the qmail-send program.\n\n<{ADA.email}>:\n192.0.2.1 failed after I sent the message.\nRemote host said: 552 mailbox full"), Failure.AGAIN),
    "spam refused, words only": (bounce(f"<{ADA.email}>: host mx.example.org said: 554 5.7.1 Service unavailable; blocked using list"), Failure.REFUSED),
    "German": (dsn(f"Final-Recipient: rfc822; {ADA.email}\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 Postfach ist voll", human="Die Nachricht konnte nicht zugestellt werden."), Failure.AGAIN),
    "French": (dsn(f"Final-Recipient: RFC822;{ADA.email.upper()}\nAction: Failed\nStatus: 5.1.1\nDiagnostic-Code: smtp;550 Utilisateur inconnu", human="Le message n'a pas pu être remis."), Failure.WRONG),
    "international": (dsn(f"Final-Recipient: utf-8; {ADA.email}\nAction: failed\nStatus: 5.1.1", "message/global-delivery-status"), Failure.WRONG),
    "Chinese, words only": (bounce(f"抱歉，您的邮件被退回来了。\n收件人：{ADA.email}\n退信原因：邮件无法送达。", sender="postmaster@example.com"), Failure.WRONG),
    "Swedish, words only": (bounce(f"Det gick inte att leverera ditt meddelande till:\n{ADA.email}", sender="postmaster@example.net"), Failure.WRONG),
    "Polish, words only": (bounce(f"Nie można dostarczyć wiadomości do:\n{ADA.email}", sender="postmaster@example.net"), Failure.WRONG),
    "Russian, words only": (bounce(f"Ваше письмо не может быть доставлено: {ADA.email}"), Failure.WRONG),
    "Exchange, HTML alone": (bounce(f"<p>Ihre Nachricht an <b>{ADA.email}</b> konnte nicht zugestellt werden.</p><p>550 5.1.10 RecipientNotFound</p>", sender="postmaster@example.net").replace(b"text/plain", b"text/html"), Failure.WRONG),
    "answers ours, names nobody": (bounce("Your message couldn't be delivered. 550 5.1.1 no such user", more=(f"In-Reply-To: {LETTER}",)), Failure.WRONG),
    "answers ours, and only gives a number": (bounce("Our office is open again: call 555-0110 or 450 0111.", sender="postmaster@example.net", more=(f"In-Reply-To: {LETTER}",)), None),
    "delayed": (dsn(f"Final-Recipient: rfc822; {ADA.email}\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Mon, 30 Nov 2026 09:00:00 +0000"), Failure.DELAYED),
    "policy": (dsn(f"Final-Recipient: rfc822; {ADA.email}\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Message rejected"), Failure.REFUSED),
    "delivered": (dsn(f"Final-Recipient: rfc822; {ADA.email}\nAction: delivered\nStatus: 2.0.0"), Failure.ARRIVED),
    "relayed": (dsn(f"Final-Recipient: rfc822; {ADA.email}\nAction: relayed\nStatus: 2.0.0"), Failure.ARRIVED),
    "somebody else": (dsn("Final-Recipient: rfc822; jo@example.net\nAction: failed\nStatus: 5.1.1"), None),
    "another mail to them": (bounce(f"<{ADA.email}>: 550 5.1.1 unknown\n\nMessage-ID: <picnic@example.com>"), None),
    "says nothing of failing": (bounce(f"Welcome to your new mailbox. We have told {ADA.email}.", sender="postmaster@example.net"), None),
}  # fmt: skip


@pytest.mark.parametrize("name", BOUNCES)
def test_bounces(name: str) -> None:
    raw, failure = BOUNCES[name]
    found = read(raw)
    if failure is None:
        assert found.kind is MailKind.OTHER
        return
    no_bounces = {Failure.DELAYED: MailKind.DELAYED, Failure.ARRIVED: MailKind.ARRIVED}
    assert found.kind is no_bounces.get(failure, MailKind.BOUNCE)
    assert found.report is not None
    assert (found.report.failure, found.report.original_id, found.contact_id) == (failure, LETTER, "ADA")


@pytest.mark.parametrize(
    ("start", "when"),
    [
        (";TZID=Europe/Berlin:20261203T150000", "2026-12-03 09:00"),
        (";TZID=GMT Standard Time:20261203T143000", "2026-12-03 09:30"),
        (';TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20261203T150000', "2026-12-03 09:00"),
        (";TZID=(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome\\, Stockholm\\, Vienna:20261203T150000", "2026-12-03 09:00"),
        (";TZID=India Standard Time:20261203T200000", "2026-12-03 09:30"),
        (';TZID="Pacific Standard Time":20261203T063000', "2026-12-03 09:30"),
        (";TZID=AUS Eastern Standard Time:20261204T013000", "2026-12-03 09:30"),
        (";TZID=GMT-0500:20261203T093000", "2026-12-03 09:30"),
        (";TZID=UTC+1:20261203T150000", "2026-12-03 09:00"),
        (";TZID=UTC:20261203T143000", "2026-12-03 09:30"),
        (";TZID=tzone://Microsoft/Utc:20261203T143000", "2026-12-03 09:30"),
        (";TZID=/freeassociation.sourceforge.net/America/New_York:20261203T093000", "2026-12-03 09:30"),
        (";TZID=/freeassociation.sourceforge.net/Tzfile/America/New_York:20261203T093000", "2026-12-03 09:30"),
        (";TZID=/mozilla.org/20050126_1/America/Argentina/Buenos_Aires:20261203T113000", "2026-12-03 09:30"),
        (";TZID=US/Eastern:20261203T093000", "2026-12-03 09:30"),
        (";TZID=Eastern:20261203T093000", "2026-12-03 09:30"),
        (";TZID=Eastern Time:20261203T093000", "2026-12-03 09:30"),
        (";TZID=Mitteleuropa:20261203T093000", "2026-12-03 09:30 (Mitteleuropa time)"),
        (";VALUE=DATE-TIME;TZID=Europe/London:20261203T143000", "2026-12-03 09:30"),
        (";TZID=europe/london:20261203T143000", "2026-12-03 09:30"),
        (";TZID=Customized Time Zone 1:20261203T093000", "2026-12-03 09:30 (Customized Time Zone 1 time)"),
    ],
)  # fmt: skip
def test_zones(start: str, when: str) -> None:
    found = meeting_in(message_from_bytes(calendar(start)), NEW_YORK)
    assert found is not None
    assert found.said() == when


def test_a_custom_zone_is_what_the_calendar_says_of_it() -> None:
    zone = mails.EASTERN.format(name="tzone://Microsoft/Custom")
    found = meeting_in(
        message_from_bytes(calendar(";TZID=tzone://Microsoft/Custom:20261203T093000", zone=zone)), NEW_YORK
    )
    assert found is not None
    assert found.said() == "2026-12-03 09:30"


FROM_GOOGLE = (
    "Sender: Google Calendar <calendar-notification@google.com>",
    f"Reply-To: Ada Okafor <{ADA.email}>",
)


def through_google(method: str, more: str = "", sequence: int = 0) -> bytes:
    raw = calendar(":20261203T143000Z", method, more=more, sequence=sequence, headers=FROM_GOOGLE)
    return raw.replace(
        f"From: Ada Okafor <{mails.ADA}>".encode(), b"From: Ada Okafor <calendar-notification@google.com>"
    ).replace(mails.ADA.encode(), ADA.email.encode())


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        (through_google("REQUEST"), MeetingAct.INVITES),
        (through_google("REQUEST", sequence=1), MeetingAct.MOVES),
        (through_google("CANCEL", sequence=2), MeetingAct.CANCELS),
        (through_google("COUNTER", f"ATTENDEE:mailto:{ADA.email}\n"), MeetingAct.PROPOSES),
        (through_google("REPLY", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ADA.email}\n"), MeetingAct.ACCEPTS),
        (through_google("REPLY", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ADA.email}\n"), MeetingAct.DECLINES),
    ],
)  # fmt: skip
def test_a_meeting_sent_in_their_name(raw: bytes, act: MeetingAct) -> None:
    found = read(raw)
    assert (found.kind, found.contact_id, found.meeting and found.meeting.act) == (
        MailKind.MEETING,
        "ADA",
        act,
    )


def test_our_own_acceptance_or_another_persons_is_no_meeting_of_theirs() -> None:
    mine = calendar(
        ":20261203T143000Z", "REPLY", more=f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{mails.ME}\n"
    ).replace(f"From: Ada Okafor <{mails.ADA}>".encode(), f"From: {mails.ME}".encode())
    assert read(mine).kind is MailKind.OWN
    other = (
        calendar(":20261203T143000Z")
        .replace(mails.ADA.encode(), b"bo@shop.example.net")
        .replace(b"Ada Okafor", b"Bo")
    )
    assert read(other).kind is MailKind.OTHER


NOTE, REPLY, NOTHING, ASKED = MailKind.AUTOMATIC, MailKind.REPLY, MailKind.OTHER, MailKind.UNSURE
MORE: list[tuple[bytes, MailKind, str | None]] = [
 (said("I will be out of the office starting 11/23/2026 and will not return until 12/07/2026. I will respond to your message when I return."), NOTE, "2026-12-07"),
 (said("Hi, I'm OOO until Monday. Ping Jo for anything urgent."), NOTE, "2026-11-30"),
 (said("Thanks for reaching out! I'm on annual leave and back in the office Monday 7th December. Cheers"), NOTE, "2026-12-07"),
 (said("I am attending a conference this week and will have limited access to email until Wednesday."), NOTE, "2026-12-02"),
 (said("Sehr geehrte Damen und Herren, ich bin derzeit nicht erreichbar. Ab dem 14.12.2026 bin ich wieder für Sie da."), NOTE, "2026-12-14"),
 (said("Danke für Ihre Mail. Bis 4.12. bin ich im Urlaub, Mails werden nicht weitergeleitet."), NOTE, "2026-12-04"),
 (said("Je suis en congés du 23/11 au 04/12. Pour toute urgence, merci de vous adresser au standard."), NOTE, "2026-12-04"),
 (said("Bonjour, je suis en vacances et de retour le lundi 7 décembre."), NOTE, "2026-12-07"),
 (said("Me encuentro fuera de la oficina hasta el 07/12/2026. Responderé a mi regreso."), NOTE, "2026-12-07"),
 (said("Estoy de vacaciones. Vuelvo el 9 de diciembre."), NOTE, "2026-12-09"),
 (said("Sono assente dall'ufficio e rientro il 9 dicembre. Per comunicazioni urgenti: segreteria."), NOTE, "2026-12-09"),
 (said("Sarò in ferie dal 27/11 al 06/12 compresi, senza accesso alla posta."), NOTE, "2026-12-06"),
 (said("Estarei ausente até o dia 10 de dezembro e responderei assim que possível."), NOTE, "2026-12-10"),
 (said("Agradeço o seu contato. Estou em férias e retorno no dia 14/12."), NOTE, "2026-12-14"),
 (said("Ik ben niet op kantoor tot en met 11 december. Uw e-mail wordt niet doorgestuurd."), NOTE, "2026-12-11"),
 (said("Wegens vakantie ben ik afwezig; ik ben terug op 14-12-2026."), NOTE, "2026-12-14"),
 (said("本日は不在にしております。11月30日以降にご返信いたします。"), NOTE, "2026-11-30"),
 (said("年末年始休暇をいただいております。2027年1月5日より通常業務となります。"), NOTE, "2027-01-05"),
 # persons
 (said("Got your letter, thanks. I'm in Boston until Friday. Ring me Monday morning, 555-0142."), REPLY, None),
 (said("Unfortunately I am on leave until January and can't meet, but my colleague Jo might talk with you."), REPLY, None),
 (said("I'm travelling until the 4th. Would the 8th suit?"), REPLY, None),
 (said("Vielen Dank für Ihren Brief. Leider bin ich bis zum 10. Dezember im Urlaub. Danach gern."), REPLY, None),
 (said("Merci pour votre lettre. Je suis absente jusqu'au 4, mais appelez mon assistante pour fixer un rendez-vous."), REPLY, None),
 (said("Gracias por su carta. Estoy de viaje hasta el 4; llámame el lunes."), REPLY, None),
 (said("Grazie della Sua lettera. Sono fuori sede fino al 4, mi telefoni lunedì."), REPLY, None),
 (said("Obrigada pela carta. Estou em viagem até dia 4, ligue-me na segunda."), REPLY, None),
 (said("Dank voor uw brief. Ik ben met vakantie tot 4 december; bel mij daarna."), REPLY, None),
 (said("お手紙ありがとうございます。4日まで出張中ですので、来週お電話ください。"), REPLY, None),
 (said("No."), REPLY, None),
 (said("Not interested, please don't write again."), REPLY, None),
 (said("Thank you for contacting me. I no longer work in this field and can't help."), REPLY, None),
 (said("We have received your letter and Dr. Okafor would like to see you on Tuesday.", "Re: Your work [ref 2026]"), REPLY, None),
 # tickets
 (said("Thank you for contacting us. This is an automated response confirming the receipt of your ticket. Ticket ID: 7781."), NOTE, None),
 (said("Ihre Anfrage ist bei uns eingegangen. Ihre Vorgangsnummer lautet 4455-21."), NOTE, None),
 (said("Nous avons bien reçu votre demande n° 5512 et la traiterons dans les meilleurs délais."), NOTE, None),
 (said("Hemos registrado su consulta con el número de caso 88123."), NOTE, None),
 (said("お問い合わせを受け付けました。受付番号は12345です。"), NOTE, None),
 (said("Uw aanvraag met nummer 20261 is in behandeling genomen."), NOTE, None),
 # out of thread from the contact
 (written(ADA.email, "On leave next month", "Before I go I'd love to talk. Can you call?"), REPLY, None),
 (written(ADA.email, "Absence", "Sorry I missed your call; call me tomorrow."), REPLY, None),
 (written("Ada Okafor <ada@lab.example.org>", "Accepted: Talk", "Ada has accepted"), REPLY, None),
 (written("Okafor Ada <ada.o@gmail.com>", "Ihr Brief"), ASKED, None),
 (written("Ádá Ökafor <ada.o@gmail.com>", "hello"), ASKED, None),
 (written("Mary Ada-Okafor <m@gmail.com>", "hello"), ASKED, None),
 (written("noreply@lab.example.org", "Newsletter", "Buy.", "List-Unsubscribe: <mailto:x@lab.example.org>", "Precedence: bulk"), NOTHING, None),
 (said("Undeliverable? I got your letter twice, did you mean that?"), REPLY, None),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "kind", "back"), MORE)
def test_more_of_each(raw: bytes, kind: MailKind, back: str | None) -> None:
    found = read(raw)
    assert (found.kind, found.return_date and found.return_date.isoformat()) == (kind, back)


def markup(body: str) -> bytes:
    html = b"Content-Type: text/html; charset=utf-8"
    return said(body).replace(b"Content-Type: text/plain; charset=utf-8", html)


@pytest.mark.parametrize(
    "around",
    [
        "<head><title>Reply</title></head>{}",
        "<!--[if gte mso 9]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]--><!-- a > b -->{}",
        '<div style="display: none">preview</div>{}',
        "<div>[External email: use caution]</div>{}",
        "<p>CAUTION: This email originated from outside of the organization. Do not click links.</p>{}",
        "<p>ACHTUNG: externe E-Mail</p>{}",
    ],
)
def test_what_nobody_sees_or_a_gateway_adds_is_not_how_a_mail_begins(around: str) -> None:
    assert read(markup(around.format("<p>Come on Friday.</p>"))).first_line == "Come on Friday."


@pytest.mark.parametrize("line", ["External examiners come on Friday.", "Caution: the stairs are steep."])
def test_what_only_sounds_like_a_gateway_is_how_a_mail_begins(line: str) -> None:
    assert read(said(line)).first_line == line


def test_a_signed_mail_begins_with_its_words() -> None:
    signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nGladly.\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----"
    assert read(said(signed)).first_line == "Gladly."


@pytest.mark.parametrize(
    "start", ["<!--", "<style>", "<div style=display:none>", "<div display:none", "<div "]
)
def test_markup_that_never_closes_takes_no_time(start: str) -> None:
    began = time.process_time()
    plain_text(message_from_bytes(markup(start * (80_000 // len(start)))))
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("subject", "text", "kind"),
    [
        ("Recall: Re: Your work", "Ada Okafor would like to recall the message, “Re: Your work”.", MailKind.OTHER),
        ("Rückruf: AW: Your work", "Ada Okafor möchte die Nachricht „AW: Your work“ zurückrufen.", MailKind.OTHER),
        ("Recall: your question", "I recall your question from the fair. Come on Friday.", MailKind.REPLY),
    ],
)  # fmt: skip
def test_what_only_takes_a_mail_back_is_no_answer(subject: str, text: str, kind: MailKind) -> None:
    assert read(said(text, subject)).kind is kind


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ((), MailKind.UNSURE),
        (("List-Unsubscribe: <https://forms.example.com/u>",), MailKind.OTHER),
        (("List-Id: <x.example.com>",), MailKind.OTHER),
    ],
)
def test_what_a_service_passes_on_is_asked_about_where_answers_go_to_the_contact(
    headers: tuple[str, ...], kind: MailKind
) -> None:
    raw = written(
        "Forms <web@forms.example.com>", "A message", "Call me.", f"Reply-To: {ADA.email}", *headers
    )
    found = read(raw)
    assert (found.kind, found.contact_id) == (kind, "ADA" if kind is MailKind.UNSURE else "")
    assert headers or needs_whole(message_from_bytes(raw), background(ADA).known())
