"""What a column of one's own says of letters, cell by cell: of this person or of somebody else, done or still to come."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from pipeline.model.texts import spelled
from pipeline.sheets.columns import notyetwords
from pipeline.sheets.columns.contactstates import readers_of
from pipeline.sheets.columns.notyet import says_not_yet
from pipeline.sheets.columns.remarks import begins_with, by_word
from pipeline.sheets.columns.remarkwords import REMARKS
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from tests.books import at, make_book, person

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
    "Contact status": (
        "nope", "awaiting intro from Sam", "looking for email", "priority", "letter not mailed", "new", "haven't called", "To do", "queued",
        "have not reached out", "letter to go out Monday", "idea", "need address", "ready to email", "writing letter", "ask Sam",
        "working on letter", "started drafting", "first email pending", "can't find email", "nothing", "might contact", "email not sent",
        "started email", "bookmarked", "letter written, not sent", "reach out", "still researching", "Next batch", "soon", "haven't emailed",
        "later", "This week", "no email found", "should email", "geplant", "looking up address", "identified", "Not started", "no action yet",
        "next", "added to list 10/2", "next week", "going to email", "No action taken", "never wrote", "anschreiben", "wrote draft, haven't sent it",
        "draft in progress", "letter drafted", "need to email", "research first", "Not yet contacted", "planned", "Draft", "lead", "haven't written",
        "None yet", "wish list", "1st email: not yet", "wishlist", "want to email", "someday", "plan to write", "up next", "Awaiting intro",
        "following on LinkedIn", "Not sent", "in queue", "write", "Low priority", "not started yet", "send letter", "waiting on Sam's intro",
        "intro requested from Sam", "Sam to introduce", "looking for contact info", "Uncontacted", "found", "yet to be contacted",
        "reach out after conference", "will email", "message to send", "In prep", "Sam will introduce me", "letter done but not sent",
        "have not mailed it yet",
        "call not made", "first contact not made yet", "0 contacts", "zero calls so far", "no emails sent", "none written yet", "haven't tried", "not attempted",
        "didn't write", "did not email yet", "haven't had a chance", "haven't gotten around to it", "on my to-do list", "ToDo: email",
        "first draft done", "letter in progress", "don't have an address", "who is this?", "needs warm intro", "unassigned", "batch 3", "dream",
        "still new", "suggested by Tom", "from alumni list", "long shot", "noch nicht geschrieben", "muss noch schreiben", "in Planung",
        "Anschreiben vorbereiten", "zu erledigen", "demnächst", "nächste Woche", "next year", "Entwurf fertig", "A-Kandidat", "Wunschliste",
        "unbearbeitet", "à écrire", "pas encore fait", "plus tard", "más tarde", "no iniciado",
    ),
    "Correspondence": (
        "Called off", "Met", "Emailed me the job ad", "wrote the book on triage", "Waiting to opt in", "Opted out of the newsletter",
        "No further contact info", "Deceased husband's firm",
    ),
    "Email status": ("Verified", "Valid", "Guessed"),
    "Lead status": ("Working", "Qualified"),
    "Action": ("Talked to Bob", "Emailed Bob", "Called Bob", "Reached out to Bob for intro", "Wrote to Bob for an intro"),
    "Follow up": ("next week", "in 2 weeks", "no"),
    "Coffee": ("yes", "tbd", "black", "next week"),
    "Call": ("yes", "next week"),
    "Has email": ("yes",),
    "Active": ("yes", "very"),
    "Skip": ("no",),
    "Contact notes": (
        "talked to Bob about parking", "Called the front desk", "spoke with her assistant", "met at Bob's party", "Interviewed on TV",
        "Replied fast to Bob", "met at fair 2019", "Letter drafted 10/3",
        "Wrote on urban housing for the Globe", "wrote on night shifts",
    ),
    "Comments": (
        "Her firm did the stadium", "I admire her work on dams", "Her book came in the mail", "read her report twice",
        "called in sick a lot acc. to Sam", "her mother taught me French", "used to live on our street", "shares an office with Kim Ode",
        "parking behind the building", "new number from Sam 10/2", "team of five", "looking for interns, says the site",
        "spoke on a panel about floods", "won the city contract in May", "start with: loved your piece on dams", "keep it short",
        "wait for new resume", "could be too senior", "Sam thinks she'd talk to me", "doesn't like phone calls, Sam says",
        "Old colleague, haven't seen her in years", "Aunt's friend, a nurse", "Met at the expo 10/2, she runs the booth",
        "she judged my science project", "my dentist's partner", "rents from my uncle", "Our kids play hockey together",
        "I read her column every week", "I cited her paper in my thesis", "he reviewed the film for NPR", "has a YouTube channel",
        "They moved downtown in Aug", "firm merged 10/1", "set designer, film", "call number at library: QE 571", "email is on the card",
        "Dec 3 birthday", "away until Dec 3", "talks fast in videos", "asked tough questions at the hearing 9/9", "promised voters more parks",
        "accepted a chair at Yale", "agreed to the merger, per paper", "left the field in 2019", "gave $1M to the zoo", "laughs a lot on air",
        "forgotten pioneer of GIS", "thank her for the blog", "wish happy new year",
        "nice guy acc. to Jo", "very kind per Jo", "interesting career", "nursing -> SQL", "not hiring interns this year per website",
        "their site lists 3 openings", "deadline Jan 5", "turns 50 in Jan", "started Jan 5", "1 hr drive", "45 min by train", "2 dogs", "3 degrees",
        "2 names: goes by maiden name at work", "refers to himself as doc", "referral from Jo", "Jo suggested her", "Jo says try her",
        "Jo promised to call her", "via Jo", "intro via Jo pending", "Jo still has to email her", "draft of letter done", "questions ahead: see doc",
        "Qs: hours, pay", "attach portfolio", "mention portfolio link", "tell her about SQL", "tell him Jo sends regards", "bring up the port",
        "ask if she knows Al", "ask for names", "call in Jan.", "email in Jan", "try work email first", "vm box is under old name", "no phone",
        "NR = not rated", "secretary named Pam", "wife is on city council", "assistant dean", "resp. for 12 plants", "in charge of replies to press",
        "tries new things", "no-nonsense", "cold climate expert", "draft horse breeder", "story editor at the Globe", "wrote story on ports",
        "calls Ohio home",
        "sent 12 students to the Olympics of math", "had dinner at their house as a kid", "switched from nursing to IT at 42", "saw her TED talk",
        "New grant from NSF, 2.4M", "applied for their analyst job 8/1", "Kennt Sam vom Studium", "LinkedIn 2nd degree",
        "questions: budget, training, hours", "retired from the Navy", "escribirle en enero", "maternity leave thru March", "PhD Stanford 2009",
        "haven't written yet", "email may be old", "noch nicht geschrieben", "hold until spring", "don't call before 10", "plays tennis with Dad",
        "great sense of humor according to Sam", "Replies to everybody on Twitter, they say", "my doctor's wife", "new in the job since Sept",
        "read her thesis before writing", "reach out in Nov", "trabaja en el ayuntamiento desde 2019", "prima de Carmen", "my neighbor's sister",
        "email once portfolio is done", "ask for extension 12", "active on LinkedIn", "Read his article in the Times", "écrire après les vacances",
        "military, Lt Col", "they're hiring 3 analysts", "loves dogs", "Wrote the book on river restoration", "see her blog post on zoning",
        "manages the Reno office", "Quoted in the Chronicle 9/14", "mails a newsletter monthly", "saw her at church, didn't talk",
        "Was my mentor at the Y", "their firm just won the airport contract", "Nachbarin von Tante Inge", "plan to call after Labor Day",
        "Sam says she is lovely", "look up firm's annual report", "Maria gave me her name 9/12", "number not verified", "ask about night shifts",
        "never talked to her", "Cousin of Aunt Linda", "friendly acc. to Sam", "Vortrag am 3.11. in der VHS", "reply rate high acc. to forum",
        "sent to Congress in 2018", "follows me on Twitter", "met in the elevator at Dow once", "speaks German", "call her cell not the office",
        "tea blogger", "travels a lot", "back from leave 11/1", "got the Pulitzer", "wrote code for Mars rover", "named to 40 under 40",
        "hope for an intro to the mayor", "on the news 9/14", "went to camp together", "taught me to sail", "took over from Kim in May",
        "talk on 11/20, tickets $10", "busy until April 15", "Mom called her", "fixed my computer", "Q: how does she find clients?", "habla inglés",
        "commented on her post? no", "maybe she knows Kim", "hermana de Luis", "drove me to school", "no contact info on site",
        "helped us move in 2012", "lecture Thurs 7pm", "hired my brother", "thank-you speech went viral", "conférence le 3/10",
        "sat behind me in Econ", "assistant screens calls", "Applied to their company, never heard back", "Spoke at our church on 10/3",
        "saw her at church, didn't talk", "had dinner at their house as a kid",
    ),
    "Remarks": (
        "Zoom 10/3 webinar on ports", "letter 10 of the alphabet", "text 741741 to donate", "phone 01 23 45 67 89", "appel fixe 01 23 45 67 89",
        "we had the same professor", "we did the same program at Yale", "we talked at the block party", "visited her office site",
        "set up a lab in 2019", "having lunch with her team every Friday", "slow to answer reporters", "must thank Mom", "Nr. 10 Downing Street",
        "thanked by the mayor", "he wants us all to vote", "another try at the bar exam", "as requested by the council", "email answered fast per forum",
        "meeting the 10th graders weekly", "put my name on the door, ha: same name", "rescheduled Games", "asked for more money in court",
        "Anruf gut vorbereiten", "Brief sehr förmlich schreiben", "Gespräch gut vorbereiten", "Nachricht kurz halten", "Termin gut planen",
        "Letzte Woche in der Zeitung gesehen", "Diese Woche im Fernsehen gesehen", "Hat mir Onkel Fritz genannt", "hat mir meine Tante empfohlen",
        "war früher am Telefon bei der Auskunft",
        "Zusage vom Land für die Brücke", "kann wieder schreiben", "hat mir als Kind geholfen", "wir haben als Kinder Briefe geschrieben",
        "il m'a aidée en maths au lycée", "échange par Erasmus", "envoyé spécial à Rome", "vue en ligne", "on a fait nos études ensemble",
        "la llamé mi mentora", "Teams meeting room 10", "have meetings every week", "so I heard", "2 letters of the alphabet", "Watch out! Busy on Mondays", "me dio clase en la escuela", "me pasó su edad", "envié a mis hijos a su escuela", "nos llamamos igual",
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
    "Follow up": ("email 10/3", "done", "yes", "x", "✓"),
    "Coffee": ("done", "declined", "completed"),
    "Email 1": ("opened", "✓"),
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
    "Contact status": (
        "done",
        "will email me dates", "will send resume as she asked", "will introduce me to her boss", "will ask around", "will get back to me",
        "promised to introduce", "she will introduce me", "agreed to connect", "soll im Januar anrufen", "send note after talk",
        "email after our call", "intro call planned", "intro call pending", "first call due Monday", "still deciding", "still thinking",
        "no progress", "nothing heard", "undecided", "not sure yet", "à relancer", "à rappeler", "to thank", "to follow up", "por responder",
        "call back Monday", "waiting on her", "call agreed for Monday", "wants to talk", "wants to meet in Nov", "interested", "maybe in spring",
        "ask again in spring", "try again", "retry", "resend", "email again", "needs reminder", "written", "letter written", "letter done",
        "drafted reply", "reply drafted", "answer her", "write back", "send thank you", "send thank-you note", "send resume", "sent, not answered",
        "mailed, not emailed", "emailed, not called", "wrote, never answered", "not answered", "never answered", "letter not answered",
        "email not returned", "intro made", "introduced", "introduced by Sam, emailed", "met for coffee", "get her resume comments",
        "said to call Monday", "told to wait", "in discussion",
    ),
    "Notes": (
        "Called at work 10/3", "Talked in person 10/3", "Spoke in the hallway 10/3", "Called for an appointment 10/3", "Phoned for advice 10/3",
        "Applied and heard back from her 10/3", "Applied, got reply from her 10/3", "Applied - emailed her, no response",
        "Application emailed to her, no answer", "12/3 4:30pm, her office", "Dec 3 at 10:15am, the lab",
        "Not interested", "said no", "declined to talk", "she declined 10/3", "turned me down", "never replied", "ghosted me", "no thanks",
        "got a reply", "agreed to meet", "thank you sent", "email bounced", "kein Interesse", "abgesagt", "no le interesa", "angeschrieben 3.11.",
        "Replied", "she replied", "Called", "called, no answer", "Friend of Bob. Not interested", "Alumna; said no 10/3",
        "Friend of Bob's, in the choir\nCalled her 10/3", "She leads the night shift at Quay " * 5 + ". Emailed 11/3, no reply.",
    ),
    "Comments": (
        "Got through on the third ring, she was lovely", "He wants me to come by on Friday", "Emailed Tues., she's out till the 9th",
        "Her reply came within the hour", "Two voicemails so far", "thinks I'm overqualified", "reached her on the 2nd try",
        "told her I'd call after the 1st", "we clicked!", "Mailed her a thank-you w/ the article", "had my resume in front of her when I called",
        "zoom link sent, she confirmed", "canceled twice", "second meeting set for Dec 4", "wrote her a letter after the fire, she answered",
        "interview went great, see notes in folder", "she's checking with legal", "can shadow in Jan if insurance ok",
        "sent him a Happy New Year msg", "auto response: on leave", "Ran out of time, wants to continue in two weeks",
        "Answered all five of my questions", "invites me to the chapter dinner in Jan", "introduced me over email to the lab head",
        "We agreed I'd check in at Easter", "Hasn't sent the names yet - remind", "She's a no", "soft no, try in fall", "booked: Dec 3",
        "Dec 3 call", "Sent note thru website", "Wrote care of her publisher", "the gmail one bounced", "she reacted to my post, I wrote",
        "I called to thank her for the tour", "gave up on him after three tries", "stopped answering after Sept", "lost touch since our call",
        "caught up with her in Oct", "old colleague, we emailed in Sept about my plans", "Aunt's friend; I phoned, nice talk",
        "Met at fair, wrote next day, no answer",
        "quick chat in the hallway at her building, said email me", "bumped into him, told him I'd write", "saw her in her office",
        "talked after the seminar, gave me her card and said to write", "she offered to read my draft", "wants my resume",
        "needs my transcript, sent it", "asked what I want to do", "wondered why I left nursing", "told me straight: no jobs", "can't help",
        "didn't know anyone", "had no ideas", "no time till Jan", "cold on the phone", "nice on phone", "very kind, 1 hr", "45 min!",
        "gave me an hour", "got 3 names", "2 names from her: Jo, Al", "suggested Jo Park at the port", "said try the port",
        "told about opening at port", "will send job ad", "will think about it", "will call back", "will write when back", "said later",
        "maybe in Jan., she said", "call her Jan 5, promised her", "I promised her an update", "I said I'd send my draft", "sent draft",
        "sent her questions", "sent link to portfolio", "emailed link", "emailed Qs", "2x emailed", "3 tries", "no ans x2", "didnt pick up",
        "didnt reply", "no resp", "no rsp", "VM", "message w/ wife", "asst says email",
        "she called me from the airport!", "Gave him my card, he wrote back with a link", "Le escribí en septiembre, sin respuesta",
        "she'll ask around", "Shot him a note after the talk", "calendly 10/14 10am", "Sent LI msg Sept 4", "emailed her 9/12, no answer so far",
        "pinged him again last wk", "Sam connected us, we have yet to find a time", "We spoke briefly, she's changing jobs",
        "elle me rappelle après les vacances", "mail envoyé le 12/9, pas de réponse", "keep her posted", "unresponsive",
        "Had drinks, he offered to pass my name on", "Pinged 9/5", "intro email from Sam on 9/2, I replied all",
        "Interviewed her for my project 9/8", "offered to look over my resume", "Sent a card",
        "telefoniert 5.10., soll mich im Januar wieder melden", "Hablamos por teléfono, muy amable", "wants to hear how it goes", "phone tag",
        "I mailed him a packet in Sept.", "connected on LI and exchanged a few messages", "cancelled on me last minute, need to rebook",
        "He said he'd forward my letter to HR", "cold email 9/9", "had a call w/ her in June about consulting", "Coffee 10/3",
        "she emailed me the syllabus", "hung up on me lol", "I asked about the grant and she explained how it works",
        "requested a meeting through her scheduler", "met for tea, she told me about the opening at the county",
        "tried calling, number disconnected", "had a great chat over Zoom", "spoke to her voice mail", "call scheduled for 11/3 at 2pm",
        "asked her for a call, she said after the semester ends", "sent invite, pending", "great convo, follow up in 2 wks",
        "we've traded voicemails", "talked for 20 min on the phone, said to stay in touch", "replied within an hour!!",
        "met with her on Oct 8th, gave me 2 leads", "waiting for her to send me dates", "not responsive", "Nudge sent",
        "she will check with her boss and write again", "sent connection request w/ note", "will call me back", "hasn't called back",
        "need to thank her for the call", "Ghosted me", "letter came back, wrong address", "said no, too busy this quarter", "Mailed letter 8/28",
        "my email bounced", "last email: 8/19", "Told him I'm looking into urban planning", "Not interested in talking",
        "Je l'ai appelée le 3 octobre", "told me about the Denver office", "reached out to me after my post",
        "Heard back 9/20 - no openings but happy to talk", "Mail geschickt 12.9., noch keine Antwort", "spk 9/14 - good advice about certificates",
        "last spoke in May", "rang her Monday, engaged", "auf Mailbox gesprochen", "Good call. Ask about budget next time.",
        "Followed up twice, silence", "too busy now, try again in spring", "rescheduled twice, now Nov 17", "Loved talking to her!",
        "called his office, he was out", "we're meeting Dec 4 for coffee", "on a pris un café, très sympa", "auto-reply till 10/15",
        "booked a slot on her calendly", "exchanged emails 9/1-9/4", "will mir zwei Namen schicken", "Last contact June 2026",
        "invited me to shadow her for a day", "phone tag since 9/10", "passed my resume along to their HR", "me contestó enseguida",
        "she'll ping me after Thanksgiving", "Sent article on bees, she said thanks", "Asked for 20 mins of her time 9/27", "Zoom Thurs 3pm",
        "filled in their contact form 8/15", "ball in her court", "f/u 10/10", "answered 10/2, suggests a call", "never picks up",
        "he texted back: call me next week", "Angerufen am 3.9., nicht erreicht", "pointed me to the state job board", "meldet sich nach den Ferien",
        "bumped my email 9/20", "got passed to her deputy", "tried email + phone, zip", "hasn't gotten back", "number not in service",
        "Termin 4.11. 10 Uhr", "her line is always busy", "nos vimos el 3/10", "postcard from Maine sent", "names she gave: Lou, Rita",
        "owe her a coffee", "says planning is slow now", "gave her an update", "she accepted! next: msg", "sent me over to Jill in HR",
        "walked me through a day on the job", "\"happy to chat\" she wrote", "30 min call, lots of tips", "had comments on my resume",
        "tip from our chat: read the BLS pages", "he forwarded it to two people", "quick zoom, she had to run", "appel du 3/10, très utile",
        "no word since Aug", "replied she's retired now", "got her husband on the line", "her phone just rings", "her advice - join the chapter",
        "elle doit me recontacter", "bounced - try the other address", "applied her advice, wrote to tell her", "told to write again in spring",
        "offered to meet again", "went by his office twice", "Sie will sich melden", "accepted invite 9/2", "haven't heard a peep",
        "read my msg, no answer", "visited the plant 10/6, he showed me around", "toured w/ her", "ooo til 9/15", "check-in email 10/1",
        "she cc'd her colleague Rita", "confirmed for Wed", "tried again 9/20", "long talk abt her PhD",
        "habe sie angesprochen, sie schickt mir Unterlagen", "accepted my invite, then silence", "facetimed w/ him", "thx sent",
        "updated her on my search in Oct", "went over my resume with me", "talk is on for Friday", "thought my resume was fine",
        "dropped off resume", "chatted on LI", "she's free after the 15th, I'm to suggest a day", "handed me off to his assistant",
        "dropped off cookies, she laughed", "Mtg set for 11/9", "shadowed him", "had her on the phone for half an hr", "checked in 10/1", "nada",
    ),
    "Remarks": (
        "Zoom'd 10/3", "txt'd her 10/3", "WhatsApp'd him last week", "FaceTimed 10/9", "skyped in Feb", "interviewed 5/6", "Skype 4/2/2026",
        "TY email 10/3", "inmail 9/1", "N/R 9/12", "appt. 11/9 2:30", "sched. for 11/9", "replied: try again in spring", "try again in Jan.",
        "we talked about her move to Portland", "We've been emailing", "We had lunch at the Thai place", "Visited her office",
        "wouldn't talk to me", "forgot to ask about pay", "2 vms left", "so I emailed", "have appt w/ her 11/12", "will see her again in Nov.", "re-sent it", "info interview 9/9",
        "informational done", "Teams mtg 10/6", "Great chat! Will send names", "we are on for thursday", "should have asked about pay", "must still thank him", "thanked for card",
        "need to thank for lunch", "having lunch with her Monday", "seeing him the 14th", "as asked, bring the list on 11/12", "as he suggested",
        "asked for new date 11/20", "one more try in Dec", "he prefers I talk to HR", "email answered by her intern", "rescheduled from 9/30 to 10/8",
        "put my name in for the volunteer day", "she never did", "refers me to Rita", "info interview done", "waiting to hear",
        "AB besprochen", "Absage per Mail", "ich soll im Januar wieder anfragen", "hat mir zwei Namen genannt",
        "wir haben kurz gezoomt", "2x angerufen", "über XING angeschrieben", "Telefonat war sehr nett", "Brief vom 3.9.",
        "il m'a proposé un café", "rappelée deux fois", "on a discuté une heure", "vue en visio le 4/10",
        "échangé par mail", "envoyé un message sur LinkedIn", "entretien réseau fait le 9/9", "la llamé ayer", "lo contacté el 3/9",
        "me pasó dos nombres", "envié mi CV", "llamé dos veces", "nos escribimos en mayo", "videollamada 6/10",
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
        "Spoke by e-mail", "FUP 10/3", "It's on for Friday", "Monday 15 Uhr",
        "We email regularly", "Put me off till January", "Hung up on me", "Rejected", "Worked at EPA. I called her in June and she said no",
        "Mail geschickt, keine Antwort", "Habe mit ihr telefoniert", "Hat abgesagt", "Gespräch am 12.9. war sehr nett",
        "Ihm am Montag eine Mail geschrieben", "Nicht erreicht, Nachricht hinterlassen", "Hat sich nicht gemeldet",
        "zuletzt telefoniert 3.11.", "Letzte Woche getroffen", "nie geantwortet", "Rief gestern zurück", "War sehr nett am Telefon",
        "Le escribí el 3 de octubre", "Sin respuesta", "Hablé con ella por teléfono", "Me contestó que está muy ocupado", "Correo enviado",
        "Tomamos un café el 14/9", "Me dijo que llame en enero", "Je lui ai écrit le 3 octobre", "Pas de réponse", "Appelée, laissé un message",
        "Elle m'a répondu", "Mail envoyé", "On s'est parlé au téléphone", "A refusé", "Relancé le 12/10", "Vue à son bureau le 9/9",
    ),
    "Response": ("No", "none yet", "pending", "positive", "1", "nein", "said she would think"),
    "Result": ("left voicemail", "LM", "pinged", "rejected", "nothing yet", "coffee"),
    "Contacted?": ("waiting for her answer", "abgesagt", "meeting 12/3", "recently"),
    "Outreach status": (
        "haven't talked yet", "never met", "didn't write back", "did not reply", "not made it to lunch", "noch nicht erreicht", "suggested by her",
        "0 replies", "no calls please", "no time yet", "my turn", "call made, not answered", "draft in progress, emailed her before",
    ),
    "Pipeline": ("met", "replied"),
    "Kontaktstatus": ("getroffen", "erledigt"),
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
    "Action": ("Email to Sandy 11/3", "Emailed 10/3", "Talked to her 10/3", "Called Ana"),
    "Channel": ("email 10/3", "Emailed"),
}  # fmt: skip
WROTE_FIRST = (
    "Emailed me first", "Emailed me", "She emailed me first", "Wrote to me first", "Contacted me 10/3", "Messaged me on LinkedIn",
    "Ana emailed me", "email from Ana 10/3", "Emailed by Ana", "Called me after the fair", "Reached out to me",
)  # fmt: skip


AT_REST: Mapping[str, Sequence[str]] = {
    "Skip": ("x", "yes"),
    "Delete?": ("yes",),
    "Blacklisted": ("x",),
    "Active": ("no", "inactive"),
    "Aktiv": ("nein", "inaktiv"),
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


def test_each_kind_of_state_of_nothing_yet_tells_its_example() -> None:
    of_a_first = [(rf"{notyetwords.A_FIRST}(?:{k.pattern})", k) for k in notyetwords.OF_A_FIRST]
    others = [(k.pattern, k) for k in (*notyetwords.ALONE, *notyetwords.OF_OTHERS)]
    kinds = [*of_a_first, *others]
    assert [k.example for p, k in kinds if not re.fullmatch(p, spelled(k.example))] == []
    assert [k.example for _, k in kinds if not says_not_yet("Status", k.example)] == []


@pytest.mark.parametrize("header", SILENT)
def test_a_plan_a_place_or_somebody_else_holds_no_first_letter(header: str, tmp_path: Path) -> None:
    cells = SILENT[header]
    told = problems(tmp_path, header, cells)
    assert {cell: said for cell, said in zip(cells, told, strict=True) if said} == {}


@pytest.mark.parametrize("header", ASKED)
def test_what_says_that_one_wrote_or_talked_is_asked_about(header: str, tmp_path: Path) -> None:
    cells = ASKED[header]
    told = problems(tmp_path, header, cells)
    asked = (
        "that you wrote to them, or talked",
        "that you wrote to each other",
        "says that you met. If you talked",
    )
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


@pytest.mark.parametrize(
    ("struck", "is_asked"),
    [(("First name", "Last name"), True), (("First name",), False), (("Email", "Phone"), False)],
)
def test_whose_name_is_struck_through_is_asked_about_as_a_hold(
    struck: tuple[str, ...], is_asked: bool, tmp_path: Path
) -> None:
    path = make_book(tmp_path / "networking.xlsx", [person("Ana", "Lima"), person("Bo", "Ek")])
    book = load_workbook(path)
    for header in struck:
        book["Contacts"][at(header, 3).partition("!")[2]].font = Font(strike=True)
    book.save(path)
    contacts, found = read_contacts(read_book(path).tables["Contacts"], (), TODAY)
    cell = at("First name", 3)
    said = (
        f"On hold is blank, and First name ({cell}) is struck through. Type Yes here, or the date until"
        " which they rest; else No."
    )
    assert [p.message for p in found if "struck" in p.message] == ([said] if is_asked else [])
    assert [bool(c.unreadable) for c in contacts] == [False, is_asked]


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
        f"Last contact is blank, and Notes ({at('Notes', 2)}) says that you wrote to each other, or talked. "
        "Type the day here (about when will do), or “never” if you never did."
    )


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Notes", "applied and " * 2_700), ("Status", "she " * 8_000), ("Thank you?", "she " * 8_000)],
)
def test_a_cell_as_long_as_excel_has_it_takes_no_time(header: str, cell: str) -> None:
    began = time.process_time()
    readers_of(header, (cell,), states=True).day(cell)
    assert time.process_time() - began < 2


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
