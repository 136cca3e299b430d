"""Mails as they really look: written from RFC 3464, 3834 and 5545 and from the headers known of each system."""

from __future__ import annotations

ME = "sam.rivera@example.com"
ADA = "ada.okafor@example.org"
OURS = "<remembered.abcdefghijklmnop@example.com>"
EASTERN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
"""The zone of New York as Windows programs write it; `name` is what they call it."""


def mail(*lines: str) -> bytes:
    return "\r\n".join(lines).replace("\n", "\r\n").replace("\r\r\n", "\r\n").encode()


RETURNED = f"""From: Sam Rivera <{ME}>
To: {ADA}
Subject: Your work at Example Clinic
Message-ID: {OURS}
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Dear Ada,

I will telephone on Thursday, December 10.
"""

GMAIL_DSN = mail(f"""Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: {ME}
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: {OURS}
In-Reply-To: {OURS}
X-Failed-Recipients: {ADA}
Message-ID: <65f0.gmr@mx.google.com>
Content-Type: multipart/report; boundary="00000abc"; report-type=delivery-status

--00000abc
Content-Type: multipart/related; boundary="00000abd"

--00000abd
Content-Type: text/plain; charset="UTF-8"

** Address not found **
Your message wasn't delivered to {ADA} because the address couldn't be found.

--00000abd--
--00000abc
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Arrival-Date: Mon, 23 Nov 2026 01:00:00 -0800 (PST)
X-Original-Message-ID: {OURS}

Final-Recipient: rfc822; {ADA}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.org. (192.0.2.1, the server for the domain example.org.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.

--00000abc
Content-Type: message/rfc822

{RETURNED}
--00000abc--
""")

EXCHANGE_DSN = mail(f"""From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>
To: {ME}
Subject: Undeliverable: Your work at Example Clinic
Message-ID: <c0ffee@AM0PR01MB0001.eurprd01.prod.exchangelabs.com>
In-Reply-To: {OURS}
References: {OURS}
Content-Language: en-US
X-MS-Exchange-Message-Is-Ndr:
Content-Type: multipart/report; report-type=delivery-status; boundary="_exch_"
MIME-Version: 1.0

--_exch_
Content-Type: multipart/alternative; differences=Content-Type; boundary="_alt_"

--_alt_
Content-Type: text/plain; charset="us-ascii"

Your message to {ADA} couldn't be delivered.
--_alt_--

--_exch_
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR01MB0001.eurprd01.prod.exchangelabs.com
Received-From-MTA: dns;mail.example.com
Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000

Original-Recipient: rfc822;{ADA}
Final-Recipient: rfc822;a.okafor@internal.example.org
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--_exch_
Content-Type: message/rfc822

{RETURNED}
--_exch_--
""")

POSTFIX_DSN = mail(f"""Return-Path: <>
From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {ME}
Auto-Submitted: auto-replied
Message-Id: <20261123090000.ABCDEF@mail.example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="ABC.1/mail.example.com"

--ABC.1/mail.example.com
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

This is the mail system at host mail.example.com.
<{ADA}>: host mx.example.org[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)

--ABC.1/mail.example.com
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com
X-Postfix-Queue-ID: ABCDEF
Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000 (UTC)

Final-Recipient: rfc822; {ADA}
Original-Recipient: rfc822;{ADA}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--ABC.1/mail.example.com
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

{RETURNED.partition(chr(10) * 2)[0]}

--ABC.1/mail.example.com--
""")

POSTFIX_DELAYED = POSTFIX_DSN.replace(b"Action: failed\r\nStatus: 5.1.1", b"Action: delayed\r\nStatus: 4.4.1")
SOMEBODY_ELSES_DSN = POSTFIX_DSN.replace(OURS.encode(), b"<other@example.com>")

QMAIL_BOUNCE = mail(f"""Return-Path: <>
From: MAILER-DAEMON@mail.example.net
To: {ME}
Subject: failure notice

Hi. This is the qmail-send program at mail.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.

<{ADA}>:
192.0.2.1 does not like recipient. Remote host said: 550 no such user

--- Below this line is a copy of the message.

{RETURNED}
""")

READ_RECEIPT = mail(f"""From: Ada Okafor <{ADA}>
To: {ME}
Subject: Read: Your work at Example Clinic
References: {OURS}
Content-Type: multipart/report; report-type=disposition-notification; boundary="mdn"
Auto-Submitted: auto-replied

--mdn
Content-Type: text/plain

Your message was read.
--mdn
Content-Type: message/disposition-notification

Final-Recipient: rfc822; {ADA}
Disposition: manual-action/MDN-sent-manually; displayed
--mdn--
""")

GMAIL_REPLY = mail(f"""From: Ada Okafor <{ADA}>
Date: Mon, 23 Nov 2026 10:00:00 -0500
Message-ID: <CAFx1=abc+def@mail.gmail.com>
Subject: Re: Your work at Example Clinic
In-Reply-To: {OURS}
References: {OURS}
To: Sam Rivera <{ME}>
Content-Type: multipart/alternative; boundary="000000000000aa"

--000000000000aa
Content-Type: text/plain; charset="UTF-8"

Dear Sam, do call me on Thursday.

On Mon, Nov 23, 2026 at 9:00 AM Sam Rivera <{ME}> wrote:
> I will telephone on Thursday, December 10.
--000000000000aa
Content-Type: text/html; charset="UTF-8"

<div>Dear Sam, do call me on Thursday.</div>
--000000000000aa--
""")

OUTLOOK_REPLY = mail(f"""From: "Okafor, Ada" <{ADA.upper()}>
To: {ME}
Subject: AW: Your work at Example Clinic
Thread-Topic: Your work at Example Clinic
Thread-Index: AQHaAAAA==
X-Auto-Response-Suppress: DR, OOF, AutoReply
Auto-Submitted: no
Message-ID: <AM0PR01MB0002@AM0PR01MB0002.eurprd01.prod.outlook.com>
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

Gern, rufen Sie mich an. Gr=FC=DFe
""")

REPLY_OUTSIDE_THE_THREAD = mail(
    f"From: Ada <{ADA}>", f"To: {ME}", "Subject: a thought", "Message-ID: <n1@example.org>", "", "Call me."
)
REPLY_FROM_PRIVATE_ADDRESS = mail(
    "From: Ada <ada.private@example.net>",
    f"To: {ME}",
    "Subject: Re: Your work",
    f"In-Reply-To: {OURS}",
    "",
    "Yes.",
)
COLLEAGUE = mail(
    "From: Front Desk <desk@example.org>",
    f"To: {ME}",
    "Subject: Your letter to Dr. Okafor",
    "",
    "She is away.",
)
LIST_POST = mail(
    f"From: Ada <{ADA}>",
    f"To: {ME}",
    "Subject: [news] hello",
    "List-Id: <news.example.org>",
    "Precedence: bulk",
    "",
    "News.",
)
STRANGER = mail("From: Shop <shop@example.net>", f"To: {ME}", "Subject: sale", "", "Buy.")
OWN = mail(
    f"From: Sam Rivera <{ME}>",
    f"To: Ada <{ADA}>",
    "Subject: hello",
    "Message-ID: <own1@example.com>",
    "",
    "Hi Ada.",
)
FORGED_DSN = mail(
    "From: Mailer-Daemon <x@example.net>",
    f"To: {ME}",
    "Subject: failure",
    "",
    "no letter of yours is in here",
)
BROKEN = b"From: =?utf-8?q?broken <\r\nSubject: =?xx?q?=ff?=\r\nTo: \r\nMessage-ID: <a b>\r\nContent-Type: multipart/report\r\n\r\n--x"


def absence(subject: str, text: str, *headers: str, charset: str = "utf-8", html: bool = False) -> bytes:
    """Make an absence note as Exchange and Gmail send it, quoting our letter below."""
    head = [
        f"From: Ada Okafor <{ADA}>",
        f"To: {ME}",
        f"Subject: {subject}",
        f"In-Reply-To: {OURS}",
        f"References: {OURS}",
        *(headers or ("Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All")),
        f"Content-Type: text/{'html' if html else 'plain'}; charset={charset}",
        "Content-Transfer-Encoding: 8bit",
        "",
    ]
    quoted = f"\r\n\r\nOn Mon, Nov 23, 2026 at 9:00 AM Sam Rivera <{ME}> wrote:\r\n> I will telephone on Thursday, December 10.\r\n"
    return "\r\n".join(head).encode() + b"\r\n" + (text + ("" if html else quoted)).encode(charset)


ABSENCES = {
    "Exchange, ISO date": (
        absence("Automatic reply: Your work", "I am out of the office until 2026-12-05."),
        "2026-12-05",
    ),
    "Gmail vacation, month first": (
        absence(
            "Out of Office Re: Your work",
            "I'll be back on December 5th, 2026.",
            "Auto-Submitted: auto-replied",
            "Precedence: bulk",
            "X-Autoreply: yes",
        ),
        "2026-12-05",
    ),
    "day first, no year": (
        absence("Automatic reply", "Away, returning Monday 7 December. For urgent matters call 555-0110."),
        "2026-12-07",
    ),
    "from and to": (
        absence("Automatic reply", "I am away from Nov 20 to Dec 4 with no access to mail."),
        "2026-12-04",
    ),
    "over the new year": (absence("Automatic reply", "I return on January 4."), "2027-01-04"),
    "numbers, month first": (absence("Automatic reply", "I will return 12/05/2026."), "2026-12-05"),
    "German, dots": (
        absence("Automatische Antwort: Ihre Arbeit", "Ich bin bis zum 04.12.2026 nicht im Büro."),
        "2026-12-04",
    ),
    "German, month's name": (
        absence("Abwesenheitsnotiz", "Ab dem 7. Dezember bin ich wieder für Sie da."),
        "2026-12-07",
    ),
    "German, short, Latin-1": (
        absence(
            "Automatische Antwort",
            "Ich bin vom 30.11. bis 9.12. abwesend. Schöne Grüße",
            charset="iso-8859-1",
        ),
        "2026-12-09",
    ),
    "French": (
        absence("Réponse automatique : Votre travail", "Je suis absente jusqu'au 4 décembre 2026 inclus."),
        "2026-12-04",
    ),
    "French, slashes": (absence("Réponse automatique", "De retour au bureau le 05/12/2026."), "2026-12-05"),
    "HTML only": (
        absence(
            "Automatic reply", "<html><body><p>I am out until <b>December 8</b>.</p></body></html>", html=True
        ),
        "2026-12-08",
    ),
    "no date": (absence("Automatic reply", "I am travelling and will answer when I can."), ""),
    "a date long past": (absence("Automatic reply", "I was away until 3 March 2020."), ""),
    "only the quoted letter has a date": (absence("Automatic reply", "I am away."), ""),
    "auto-generated, nothing else": (
        absence("Thank you for your message", "We will answer soon.", "Auto-Submitted: auto-generated"),
        "",
    ),
    "an impossible date": (absence("Automatic reply", "Back on 31.02.2027 or 45/99/2026."), ""),
}


def invitation(
    start: str,
    *,
    method: str = "REQUEST",
    headers: tuple[str, ...] = (),
    place: str = "Room 4\\, Main Street",
) -> bytes:
    """Make an invitation as Google Calendar and Outlook send it."""
    return mail(f"""From: Ada Okafor <{ADA}>
To: {ME}
Subject: Invitation: Talk
Message-ID: <inv-{abs(hash(start)) % 1000}@example.org>
{chr(10).join(headers) or "X-Mailer: none"}
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset="UTF-8"

Talk
--inner
Content-Type: text/calendar; charset="UTF-8"; method={method}

BEGIN:VCALENDAR
PRODID:-//Example//Calendar//EN
VERSION:2.0
METHOD:{method}
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART{start}
DTEND:20261203T160000Z
ORGANIZER;CN=Ada Okafor:mailto:{ADA}
UID:abc@example.org
SUMMARY:A talk with a summary so long that it
  is folded
LOCATION:{place}
END:VEVENT
END:VCALENDAR
--inner--
--outer--
""")
