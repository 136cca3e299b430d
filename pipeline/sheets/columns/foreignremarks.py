"""What remarkwords says, in German, Spanish and French, without accents: patterns. Data alone."""

from __future__ import annotations


def alternatives(*patterns: str) -> str:
    """Join patterns, any of which may be found; the sentence above one is what it is for."""
    return "|".join(patterns)


_MONAT = r"(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)"
GERMAN = alternatives(
    # telefoniert
    rf"(?:(?:ich|habe?|haben|wir|ihm|ihr|ihn|sie|schon|bereits|gestern|per|post|e|am|im|montag|dienstag|mittwoch|donnerstag|freitag|\d+|{_MONAT}|mit|kurz|lange|nett|zweimal|erneut|nochmals?|eine?n?|die|den|linkedin|e ?mail|mail|brief|nachricht|dank\w*|anfrage|karte) )*(?:angeschrieben|geschrieben(?! (?:wird|mit)\b)|geschickt|gesendet|verschickt|kontaktiert|angerufen|angemailt|gemailt|telefoniert|gesprochen|hinterlassen|nachgefasst|nachgehakt|bedankt|kaffee getrunken)\b",
    # abgesagt
    r"(?:(?:sie|er|hat|leider|bisher|noch|bis|jetzt|schon|mir|freundlich|nett|sofort|gleich|mich|sich) )*(?:abgesagt|zugesagt|abgelehnt|geantwortet|zuruckgeschrieben|zuruckgerufen|nicht gemeldet|nicht reagiert|nicht geantwortet|gemeldet)\b",
    # keine Antwort
    r"(?:(?:bisher|noch|leider|bis jetzt|immer noch) )*keine? (?:antwort|ruckmeldung|reaktion|interesse)\b",
    r"antwort steht (?:noch )?aus\b",
    # warte auf Antwort
    r"(?:wartet?|warte) auf (?:(?:ihre|seine) )?(?:antwort|ruckmeldung)\b",
    # Nicht erreicht
    r"nicht erreicht\b",
    # Gespräch am 12.9
    rf"(?:gesprach|termin|treffen|telefonat|interview)(?: (?:ist|war|am|im|mit (?:ihr|ihm)))* (?:\d|vereinbart|ausgemacht|steht|gehabt|nachste|{_MONAT})",
    r"hat mich (?:an|auf|zu|weiter)\w*\b",
    r"(?:mail|brief) (?:kam|ist) zuruck",
)
SPANISH = alternatives(
    # Sin respuesta
    r"(?:(?:ya|yo|tambien|ayer) )*(?:le (?:he )?(?:escribi|llame|mande|envie|hable|contacte|pregunte|deje|di las gracias|escrito|llamado|enviado|mandado)\b|(?:he )?(?:hable|hablado|hablamos) (?:con (?:ella|el)|por telefono|el \d+)\b|(?:(?:ella|el|me|ha) )*(?:contesto|respondio|rechazo|contestado|respondido|rechazado)\b|me (?:(?:dijo|pidio|prometio) que|(?:mando|envio) (?:un|el|los|las|la|su|dos)\b|llamo|escribio|atendio)\b|no (?:(?:me|ha) )*(?:responde|contesta|respondio|contesto|contestado|respondido)\b|(?:sin|ninguna|no hubo|esperando(?: su)?) respuesta\b|contactad[oa]\b|no le interesa\b|(?:correo|mensaje|carta|e ?mail|mail|gracias|agradecimiento) (?:ya )?(?:enviad[oa]s?|mandad[oa]s?|dejado)\b|deje (?:un )?mensaje\b|(?:tomamos|tome) (?:un )?cafe\b|nos reunimos\b|quedamos (?:para|el|en)\b|(?:entrevista|reunion|cita|llamada) (?:el \d|fijada|hecha|agendada|programada|confirmada|realizada))",
)
FRENCH = alternatives(
    # Je lui ai écrit le 3 octobre
    r"(?:je )?(?:l|lui) (?:ai|avons) (?:deja )?(?:ecrit|envoye|parle|telephone|appelee?|laisse|relancee?|remerciee?|contactee?)\b",
    r"je l ai (?:vue?|rencontree?) (?:a|dans) son bureau\b",
    r"j ai (?:ecrit|appele|telephone|laisse)\b(?! (?:un|des|sur) (?!message\b|mail\b))",
    # Appelée
    r"(?:deja )?(?:appelee?|relancee?|remerciee?|contactee?|ecrit)(?=$| (?:le|par|en|hier|lundi|mardi|mercredi|jeudi|vendredi|deux|sans|\d+|via|laisse)\b)",
    # Pas de réponse
    r"(?:(?:toujours )?pas de|sans|aucune|en attente de|j attends (?:sa|une)) reponse\b",
    r"reponse (?:recue|positive|negative)\b",
    # Mail envoyé
    r"(?:mail|e ?mail|courriel|lettre|message|sms|invitation|carte) (?:est )?(?:envoyee?|partie?|laissee?)\b",
    # laissé un message
    r"laisse (?:un )?message\b",
    r"(?:elle|il) (?:m a (?:donne|envoye|dit|demande|rappele|promis)|a (?:dit (?:de|que non|non|oui)|demande (?:de|mon)))\b",
    # Vue à son bureau le 9/9
    r"vue? (?:a|dans) son (?:bureau|cabinet|labo\w*|entreprise)\b",
    r"rappeler (?:en|apres|dans)\b",
    # A refusé
    r"(?:(?:elle|il) )?(?:m )?a (?:repondu|refuse(?! (?:la|le|l|un|une)\b)|decline|accepte(?! un)|rappele|dit de)\b",
    r"(?:(?:elle|il) )?n a (?:pas|jamais) (?:repondu|rappele)\b",
    # On s'est parlé au téléphone
    r"on s est (?:parle|telephone|appeles?)\b",
    r"(?:elle |il )?ne veut (?:pas|plus)\b",
    r"(?:rdv|rendez vous)(?: (?:est|le))* (?:\d|fixe|pris|confirme)",
)
