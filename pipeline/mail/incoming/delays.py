"""Whether a mail server's words, in eight languages, say that it goes on trying, or that somebody looks at the mail first."""

from __future__ import annotations

import re
from email.message import Message

from pipeline.mail.incoming.texts import decoded, one_line, plain_text

# The server goes on trying, in eight languages; some write it as plain text only.
_DELAYED = re.compile(
    r"warning (?:message )?only|(?:not|n['’]t) (?:need|have) to re-?send|(?:not|n['’]t) yet (?:been )?deliver|not (?:been )?delivered yet|not reach\b.{0,60}\byet\b"
    r"|(?:has been|is|was|being) delayed|delay reason|still (?:being retried|undelivered|trying)|non-fatal (?:delivery )?errors?|delivery attempts will continue"
    r"|will (?:keep (?:on )?trying|continue (?:to try|trying)|try again|retry|be (?:re-?tried|re-?attempted))|could not send message for past"
    r"|(?:bisher|bislang|noch) nicht (?:zugestellt|ausgeliefert|übermittelt)|weiter(?:hin)? versucht|weitere zustellversuche (?:werden|erfolgen|folgen)|(?:ist|wurde|wird) verzögert|verzögert sich"
    r"|pas encore (?:été |pu être )*(?:remis|livré|distribué)|(?:a été|est) retardée?|nouvelles tentatives|(?:aún|todavía) no (?:se )?(?:ha|pudo)|(?:ha sido|está) retrasad|seguirá (?:intentando|reintentando)"
    r"|non è (?:stato )?ancora|ancora consegnat|(?:è|stato) ritardat|nuovi tentativi|ainda não (?:foi|pôde)|(?:foi|está) atrasad|continuar\w* (?:a tentar|tentando)"
    r"|nog niet (?:bezorgd|afgeleverd)|(?:is|wordt) vertraagd|opnieuw geprobeerd|配信が遅れ|遅延して|再試行(?:し|され)ます|まだ配信され",
    re.IGNORECASE | re.DOTALL,
)
_DELAYED_SUBJECT = re.compile(
    r"^\W*(?:(?:warning|warnung|avertissement|attention|aviso|avviso|waarschuwing)\W+(?:.*(?:delay|could not send|undelivered|verzöger|retard|retras|ritard|atras|vertrag))"
    r"|(?:delayed mail|(?:message |mail )?delivery (?:is )?delayed|delivery status notification \(delay\)|(?:zustellung|nachricht) verzögert))",
    re.IGNORECASE,
)
# Said of what is over: "will be returned" and "sarà eliminato" announce it.
_GAVE_UP = re.compile(
    r"(?:ha(?:s|ve)|['’]ve) given up|giving up|gave up|(?:is|are) (?:a )?permanent|permanent fatal|failed permanently|(?:will|can) (?:not|no longer) be re-?tried|will not (?:retry|try again)"
    r"|deleted from (?:the )?queue|(?<!will be )returned to sender|no (?:further|more) (?:delivery )?attempts (?:will be|were|have been) made|expired in (?:the )?queue|message (?:has )?expired"
    r"|\b(?:message|mail|it)\b(?:(?!\b(?:if|when|until|unless|before|once|case)\b)[^.;:]){0,60} (?:has|have|was)(?: now| then| finally| therefore)*(?: been)?(?: now)?"
    r" (?:(?:removed|deleted) from (?:the )?queue|discarded|dropped|purged|returned (?:to (?:you|the sender)\b|as undeliver))"
    r"|\b(?:wurde|ist|konnte|hat|haben)\b(?:(?!\bw[ie]rde?n?\b)[^.;]){0,40} (?:endgültig|aufgegeben)|\bendgültiger fehler|ist nun fehlgeschlagen|(?:zustell\w+ (?:wurde|ist)|(?:wurde|ist) (?:der|die) zustell\w+) (?:\w+ )?abgebrochen|keine weiteren (?:zustell)?versuche (?:mehr )?(?:unternommen|gemacht|erfolg|statt)"
    r"|(?<!sera )définiti[fv]|(?:été|puis) abandonn|aucune (?:nouvelle|autre) tentative (?:de \w+ )?(?:ne sera|n['’]a)|(?<!será )(?<!sarà )definitiv|(?<!sarà )(?<!verrà )(?:eliminat|rimoss)[oa] dalla coda"
    r"|\b(?:se ha|ha sido|fue) (?:descartad|devuelt|eliminad)|kon uiteindelijk niet|\b(?:foi|e) (?:devolvid|descartad)",
    re.IGNORECASE,
)
_FAILED_SUBJECT = re.compile(
    r"^\W*(?:undeliver|mail delivery failed|returned\b|failure notice|delivery (?:failure|status notification \(failure\))|(?:nachricht |mail )?unzustellbar|onbestelbaar|non remis|échec de (?:la )?remise|non recapitabile)",
    re.IGNORECASE,
)
# Before it: what would happen later.
_IF = re.compile(
    r"\b(?:if|when|until|unless|before|once|in case|(?:after|by) (?:that|then|this|which)|thereafter|danach|dann|falls|wenn|sollte|bis|si|se|indien|als)\b[^.]{0,80}$",
    re.IGNORECASE,
)
# Below it stands the copy of our letter, whose words are not the server's.
_COPY = re.compile(
    r"(?im)^[ \t#*-]*(?:this is a copy of (?:the|your) message|original message|below this line|(?:return-path|message-id|from):\s)"
)
# Kept back for somebody to look at: neither arrived nor failed.
_HELD = re.compile(
    r"quarantin|quarantän|quarantaine|cuarentena|held for (?:review|approval|moderation)|await(?:s|ing) (?:moderator |moderation|approval|review)",
    re.IGNORECASE,
)
_UNDELIVERED = re.compile(
    r"(?:could ?n['’o]t|cannot|can['’]t|was ?n['’o]t|was not|not been|unable to|failed to)\b.{0,20}\bdeliver|undeliver|(?:been|was) (?:rejected|refused|returned|deleted|discarded|blocked)",
    re.IGNORECASE,
)


def says_delayed(mail: Message) -> bool:
    """Tell whether the server still tries to deliver, and has not given up."""
    subject, said = decoded(mail.get("Subject")), _said(mail)
    if _FAILED_SUBJECT.match(subject) or _gave_up(said):
        return False
    return _DELAYED_SUBJECT.match(subject) is not None or _DELAYED.search(said) is not None


def says_held(mail: Message) -> bool:
    """Tell whether the mail waits for somebody who releases it, and was not refused."""
    said = _said(mail)
    return _HELD.search(said) is not None and not (_UNDELIVERED.search(said) or _gave_up(said))


def _gave_up(said: str) -> bool:
    return any(not _IF.search(said[: found.start()]) for found in _GAVE_UP.finditer(said))


def _said(mail: Message) -> str:
    """Return the server's own words, on one line, without the copy of our letter."""
    text = plain_text(mail)[:5000]
    copy = _COPY.search(text)
    return one_line(text[: copy.start()] if copy else text)
