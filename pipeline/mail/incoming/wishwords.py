"""How people ask, in a mail of their own, not to be written to again: kinds of plea, by language. Data alone."""

from __future__ import annotations

from typing import NamedTuple


class Plea(NamedTuple):
    """A kind of plea: an example, words one of which it always holds, and its pattern."""

    example: str
    words: str
    pattern: str


_AGAIN = r"(?:again|any ?more|any longer|(?:any )?further|in (?:the )?future)"
_END = r"(?=\s*(?:[.!;]|$|\n|please\b))"
_BY_MAIL = r"(?:contact|write|e-?mail|mail|message|approach|reach out)"
_TO_WRITE = rf"(?:{_BY_MAIL}|call|phone)"
_WRITING = r"(?:contacting|writing|e-?mailing|mailing|messaging|calling)"
_WRITTEN_TO = r"(?:contacted|approached|written to|e-?mailed)"
_MAILS = r"(?:e-?mails?|messages?|letters?|mails?|requests?)"
_MORE_MAIL = rf"(?:any )?(?:more|further) (?:{_MAILS}|contact)\b"
_OURS = r"my (?:name|details|(?:personal )?data|e-?mail|(?:e-?mail )?address|contact details)"
_NOT_UNTIL = r"(?!\W*\b(?:until|till|before|unless|by|at)\b)"
_ME = r"(?:to )?(?:me|us)"
_NO_MORE_TO_ME = rf"(?:{_TO_WRITE} {_ME} {_AGAIN}{_NOT_UNTIL}|{_BY_MAIL} {_ME}{_END})"
_WISH = r"(?:appreciate|prefer|grateful|glad|thankful|ask|like|request)(?: it)?"
_THAT_YOU_NOT = rf"(?:{_WISH} (?:if|that) you (?:(?:(?:did|do|would|could) )?not|(?:did|do|would|could)n['’]t)|ask(?:ing|ed)? you (?:\w+ )?not to)"
_NOT = rf"(?:do not|don['’]?t|never|{_THAT_YOU_NOT})"
# What is bidden, and not told of oneself: "I do not write any more".
_BIDDEN = r"(?:(?m:^)|[.!?;:,–—-] ?|\b(?:please|kindly|just|you|you to) |\bplease\b[^.!?\n]{0,30} and )"
_BIDDEN_NOT = rf"(?:{_BIDDEN}(?:do not|don['’]?t|never)|\b{_THAT_YOU_NOT})"
_NO_MORE = r"(?<!\bhave )(?<!\bhad )(?<!['’]ve )\bno"
_DONT_LIKE = r"(?:\bnot|n['’]t|\bno longer) (?:wish|want|like|care)"
# Who asks to be taken out names a list to be taken out of, or nothing: out of a day, a room or a doubt is no plea.
_OF_GUESTS = (
    r"guests?|wait\w*|speakers?|attend\w*|invit\w*|participants?|reading|sign-?up|seating|short|volunteers?"
)
_A_LIST = (
    rf"(?:your|this|the|any|all|whatever) (?:(?!(?:{_OF_GUESTS})\b)\w+ ){{0,3}}(?:lists?|mailings?|database|records?|files?|contacts|distribution)\b"
    # Off the guests of all their events they ask for good.
    rf"(?! of (?:{_OF_GUESTS})\b(?! (?:to|for|of|at) (?:your|any|all)\b)| (?:for|on) \w+day\b)"
)
ENGLISH = (
    Plea("Please do not contact me again.", "contact write mail email message approach reach call phone",
         rf"\b{_NOT} (?:ever )?{_NO_MORE_TO_ME}"),
    Plea("I don't want you to write to me.", "contact write mail email message approach reach call phone",
         rf"{_DONT_LIKE} you to {_NO_MORE_TO_ME}"),
    Plea("Kindly don't write again.", "again follow",
         rf"{_BIDDEN_NOT} (?:ever )?(?:(?:{_BY_MAIL}|try) again|follow up){_END}"),
    Plea("Do not call or write again.", "or",
         rf"\b{_NOT} (?:ever )?{_TO_WRITE} or {_TO_WRITE} (?:{_ME} )?{_AGAIN}{_NOT_UNTIL}"),
    Plea("Stop emailing me!", "contacting writing mailing emailing messaging calling",
         rf"\b(?:stop|cease|quit|refrain from) {_WRITING}(?: to)? (?:me|us)(?: (?:{_AGAIN}|about|at|on|with|or (?:my|our|any))\b|{_END})"),
    Plea("Stop writing.", "stop",
         r"(?m:^\s*(?:please )?stop (?:writing|e-?mailing|calling)\W*$)"),
    Plea("Please cease all contact.", "all",
         r"\b(?:stop|cease|quit|refrain from) all (?:further )?(?:contact|communications?|correspondence)\b(?! with (?!me\b|us\b))"),
    Plea("Please cease and desist.", "desist",
         r"\bcease and desist\b"),
    Plea("Do not send me any more emails.", "send sending",
         rf"\b(?:{_NOT} send|(?:stop|cease|refrain from) sending) (?:me|us) (?:{_MORE_MAIL}|anything (?:else|more|further|again))"),
    Plea("Please don't send any more mails.", "send",
         rf"{_BIDDEN_NOT} send {_MORE_MAIL}{_END}"),
    Plea("Can you please stop sending these?", "sending",
         rf"{_BIDDEN}(?:stop|cease|quit) sending (?:(?:me|us|any|these|such|your|more|further) )*(?:these|them|this|{_MAILS})(?=\?|{_END})"),
    Plea("I do not wish to be contacted.", "contacted approached written mailed emailed",
         rf"(?:{_DONT_LIKE} to|\b(?:prefer|rather) not(?: to)?) be {_WRITTEN_TO}(?: {_AGAIN}|{_END})"),
    Plea("I never agreed to be contacted.", "agree agreed consent consented",
         rf"(?:\bnever|\bnot|n['’]t) (?:agreed?|consent(?:ed)?) to be(?:ing)? {_WRITTEN_TO}{_END}"),
    Plea("I don't wish to receive further emails.", "more further",
         rf"{_DONT_LIKE} (?:to receive )?{_MORE_MAIL}"),
    Plea("We'd rather not hear from you again.", "hear",
         rf"(?:{_DONT_LIKE} to|\b(?:prefer|rather) not(?: to)?) hear from you(?: {_AGAIN})?{_END}"),
    Plea("No more emails, please.", "no",
         rf"{_NO_MORE} {_MORE_MAIL}(?:,? please)?{_END}"),
    Plea("Please remove me.", "remove unsubscribe delete erase",
         rf"\b(?:please|kindly) (?:(?:remove|unsubscribe) (?:me|us)|(?:delete|erase) (?:all (?:of )?)?{_OURS}){_END}|\bunsubscribe (?:me|us)\b"
         rf"|(?m:^\s*(?:please )?(?:remove me|unsubscribe me|(?:delete|erase) {_OURS})\W*$)"),
    Plea("Please erase my details under the GDPR.", "gdpr",
         rf"\b(?:delete|erase|remove) (?:all (?:of )?)?{_OURS}\b[^.!?\n]{{0,40}}\bgdpr\b"),
    Plea("Opt me out.", "opt",
         r"\bopt (?:me|us) out\b"),
    Plea("Leave me alone.", "alone",
         r"(?<!not )(?<!n['’]t )\bleave (?:me|us) alone\b"),
    Plea("Please lose my number.", "lose",
         rf"(?<!to )\blose my (?:number|address){_END}"),
    Plea("Take me off your mailing list.", "remove delete erase strike cross scratch take",
         rf"\b(?:remove|delete|erase|strike|cross|scratch|take) (?:me|us|{_OURS}) (?:from|off|out of) {_A_LIST}"),
    Plea("I would like to be taken off your list.", "removed taken deleted",
         rf"\b(?:like|want|wish|ask(?:ing)?|request(?:ing)?) to be (?:removed|taken|deleted)(?: (?:from|off|out of) {_A_LIST}|{_END})"),
    Plea("I don't want to be on your list.", "on",
         rf"{_DONT_LIKE} to (?:be|stay|remain) on {_A_LIST}"),
)  # fmt: skip
_AT_ONCE = (
    r"(?:(?:bitte|umgehend|sofort|unverzüglich|künftig|immédiatement|définitivement|svp|por favor|inmediatamente|per favore|subito"
    r"|immediatamente|imediatamente|alstublieft|onmiddellijk|direct)\b ?)*"
)
_POLITELY = rf"(?:please|{_AT_ONCE}|danke|vielen dank|s['’]il vous plaît|merci|gracias|grazie|obrigad[oa]|bedankt|dank u|immediately)"
_BARE = rf"(?=\W{{0,2}}{_POLITELY}\s*(?:[.!;]|$|\n))"
# Who closes one address to letters only chooses among them.
_NOT_AT = (
    r"(?! (?:an|unter|auf|à|sur|a|al|all|en|para|no|op|naar)\b[^.;!?\n]{0,30}?"
    r"(?:adresse|konto|nummer|compte|numéro|dirección|correo|cuenta|número|indirizzo|endereço|adres)\b)"
)
GERMAN = (
    Plea("Bitte schreiben Sie mir nicht mehr.", "kontaktieren schreiben anschreiben mailen",
         rf"\b(?:kontaktieren|schreiben|anschreiben|mailen) sie (?:mich|mir|uns) (?:bitte )?(?:nicht|nie) (?:mehr|wieder)\b{_NOT_AT}"),
    Plea("Bitte nicht mehr kontaktieren.", "kontaktieren schreiben anschreiben mailen melden",
         rf"\bbitte (?:mich |mir |uns )?(?:nicht|nie) (?:mehr|wieder) (?:kontaktieren|an?schreiben|schreiben|mailen|melden{_BARE})\b"),
    Plea("Melden Sie sich nicht wieder.", "melden",
         rf"\bmelden sie sich (?:bitte )?(?:nicht|nie) (?:mehr|wieder){_BARE}"),
    Plea("Ich möchte nicht mehr kontaktiert werden.", "kontaktiert angeschrieben belästigt behelligt",
         rf"\b(?:möchten?|will|wollen|wünschen?) (?:(?:künftig|bitte|wirklich|auch|daher|von ihnen) )*nicht (?:mehr|weiter|länger) (?:kontaktiert|angeschrieben|belästigt|behelligt)(?: zu)? werden{_BARE}"),
    Plea("Ich bitte Sie, mich nicht mehr anzuschreiben.", "anzuschreiben kontaktieren schreiben belästigen",
         r"(?<!brauchen )(?<!müssen )\b(?:mich|mir|uns) (?:künftig |in zukunft )?(?:nicht|nie) (?:mehr|wieder|weiter) (?:anzuschreiben|zu (?:kontaktieren|schreiben|belästigen))\b"),
    Plea("Lassen Sie mich in Ruhe.", "ruhe",
         rf"\blassen sie (?:mich|uns) (?:bitte )?in ruhe{_BARE}"),
    Plea("Bitte sehen Sie von weiteren Anfragen ab.", "sehen unterlassen",
         r"\bsehen sie (?:bitte )?von weiteren \w+ ab\b|\bunterlassen sie (?:bitte )?(?:(?:künftig|weitere|jede|solche) )+(?:e-?mails?|mails?|nachrichten|anfragen|zuschriften|schreiben|kontaktaufnahme)\b"),
    Plea("Bitte keine weiteren Mails.", "keine",
         r"(?<!haben )(?<!habe )\bkeine weiteren (?:e-?mails?|mails?|nachrichten|briefe|schreiben|anfragen)\b"
         rf"|\bbitte keine (?:e-?mails?|mails?|nachrichten|briefe|anfragen) mehr{_BARE}"),
    Plea("Nehmen Sie mich bitte aus dem Verteiler.", "streichen löschen entfernen nehmen tragen",
         rf"\b(?:streichen|löschen|entfernen|nehmen|tragen) sie (?:bitte )?(?:mich|uns|meinen namen|meine (?:daten|(?:e-?mail-?)?adresse)) {_AT_ONCE}"
         r"(?:aus|von|vom) (?:\w+ ){0,2}?(?!gäste|warte|teilnehm|redner)[\w-]*(?:listen?|verteilern?|datei(?:en)?|datenbank(?:en)?|kartei|unterlagen|adressbuch|kontakten|system(?:en)?)\b(?! auf\b)"),
    Plea("Bitte löschen Sie meine Daten.", "streichen löschen entfernen",
         r"\b(?:löschen|entfernen) sie (?:bitte )?(?:alle )?meine (?:\w+ )?daten (?:umgehend )?(?:gemäß|nach|laut) (?:art|dsgvo)"
         rf"|\b(?:streichen|löschen|entfernen) sie (?:bitte )?(?:mich|uns|meinen namen|meine (?:daten|(?:e-?mail-?)?adresse)){_BARE}"),
)  # fmt: skip
_COURRIER = r"(?:messages?|mails?|e-?mails?|courriels?|courriers?|lettres?|sollicitations?)"
FRENCH = (
    Plea("Ne me contactez plus.", "ne",
         rf"\bne (?:me|nous) (?:contactez|contacte|écrivez|écris|recontactez) plus\b{_NOT_AT}|\bne m['’]écri(?:vez|s) plus\b{_NOT_AT}"),
    Plea("Merci de ne plus me contacter.", "ne",
         rf"\bne plus m['’]écrire\b{_NOT_AT}|\bne plus (?:me|nous) (?:contacter|recontacter|écrire)\b{_NOT_AT}"),
    Plea("Je ne souhaite plus être contacté.", "contacté contactée contactés contactées recontacté recontactée",
         rf"\bne (?:souhait(?:e|ons)|veux|voulons|désire) (?:pas|plus) être (?:re)?contactée?s?{_BARE}"),
    Plea("Je ne souhaite plus recevoir de messages.", "recevoir",
         rf"\bne (?:souhait(?:e|ons)|veux|voulons|désire) plus recevoir (?:de |d['’]|vos |aucune? )(?:autres )?{_COURRIER}\b"),
    Plea("Arrêtez de m'écrire.", "arrêtez cessez arrêter cesser",
         rf"\b(?:arrêtez|cessez|(?:merci|prière|veuillez) (?:de |d['’])?(?:arrêter|cesser)) de (?:(?:m['’]|nous )écrire|(?:me|nous) (?:contacter|relancer|solliciter)){_BARE}"),
    Plea("Laissez-moi tranquille.", "laissez",
         r"\blaissez[ -](?:moi|nous) (?:tranquilles?|en paix)\b"),
    Plea("Désabonnez-moi.", "désabonnez",
         r"\bdésabonnez[ -](?:moi|nous)\b"),
    Plea("Veuillez supprimer mes coordonnées.", "supprimer effacer supprimez effacez",
         rf"\b(?:supprim|effac)(?:er|ez) (?:toutes )?(?:mes (?:coordonnées|données)|mon adresse)(?:{_BARE}| de (?:vos|votre) )"),
    Plea("Veuillez me retirer de votre liste.", "retirer supprimer enlever retirez supprimez désinscrivez enlevez",
         rf"(?:\b(?:me|nous) (?:retirer|supprimer|enlever)|\b(?:retirez|supprimez|désinscrivez|enlevez)[ -](?:moi|nous)) {_AT_ONCE}(?:de|du|des) (?:(?:la|le|votre|vos|cette|toutes?|ce) ){{0,2}}"
         r"(?:(?:mailing[ -])?listes?|mailings?|destinataires|fichiers?|bases?|contacts|carnet|registres?|envois)\b(?! d['’]attente| d(?:es |['’])(?:invités|participants|orateurs))"),
    Plea("Supprimez-moi, s'il vous plaît.", "retirez supprimez désinscrivez enlevez",
         rf"\b(?:retirez|supprimez|désinscrivez|enlevez)[ -](?:moi|nous){_BARE}"),
)  # fmt: skip
_CORREOS = r"(?:correos?|mensajes?|e-?mails?|mails?|cartas?)"
SPANISH = (
    Plea("Por favor, no me escriba más.", "más",
         rf"\bno (?:me|nos) (?:contacte|contactes|contacten|escriba|escribas|escriban) más\b{_NOT_AT}"),
    Plea("No vuelva a escribirme.", "vuelva vuelvan vuelvas",
         rf"\bno vuelva[ns]? a (?:contactar|escribir)(?:me|nos)\b{_NOT_AT}"),
    Plea("No deseo recibir más correos.", "más",
         rf"\bno (?:dese(?:o|amos)|quiero|queremos) (?:recibir )?más {_CORREOS}\b|\bno más {_CORREOS}(?:,? por favor)?{_END}"),
    Plea("No deseo ser contactada.", "contactado contactada contactados",
         rf"\bno (?:dese(?:o|amos)|quiero|queremos) ser contactad[oa]s?(?: más)?{_BARE}"),
    # "No deje de escribirme" asks for a letter.
    Plea("Deje de escribirme.", "deje dejen deja",
         r"(?<!\bno )\bdej(?:e|en|a) de (?:escribir|contactar|molestar)(?:me|nos)\b"),
    Plea("Déjeme en paz.", "paz",
         r"\bd[ée]j(?:e|en|a)(?:me|nos) en paz\b"),
    Plea("Quíteme de su lista.", "de",
         rf"\b(?:(?:bórr|elimín|quít)e(?:me|nos)|d[eé](?:me|nos) de baja|(?:me|nos) (?:borre|elimine|quite|saque)n?) {_AT_ONCE}(?:de|en) (?:su|sus|la|las|esta|estas) (?:listas?|bases?|contactos|registros?|archivos?|ficheros?)\b(?! de (?:espera|invitados|asistentes))"),
    Plea("Por favor, deme de baja.", "bórreme bórrenos elimíneme elimínenos deme denos déme dénos",
         rf"\b(?:(?:bórr|elimín)e(?:me|nos)|d[eé](?:me|nos) de baja){_BARE}"),
)  # fmt: skip
OTHERS = (
    Plea("Non mi scriva più.", "più",
         rf"\bnon (?:mi|ci) (?:contatti|contatt[ai]te|scriva|scrivete) più\b{_NOT_AT}"),
    Plea("Mi cancelli dalla lista.", "cancelli rimuova tolga cancellate rimuovete togliete",
         rf"\b(?:mi|ci) (?:cancelli|rimuova|tolga|cancellate|rimuovete|togliete) {_AT_ONCE}da(?:ll?[ae]?|i|gli)?(?:['’]| )(?:(?:sua|suo|sue|suoi|vostr[aoei]|questa) )?(?:list[ae]|elenco|elenchi|database|archivi\w*|rubrica|contatti|indirizzi|mailing)\b(?! d['’]attesa| degli invitati)"
         rf"|\b(?:mi|ci) (?:cancelli|rimuova|cancellate|rimuovete){_BARE}"),
    Plea("Não me contacte mais.", "mais",
         rf"\bnão (?:me|nos) (?:contacte|contate|contactem|escreva|escrevam) mais\b{_NOT_AT}"),
    Plea("Retire-nos dos seus contatos.", "remova retire exclua",
         rf"\b(?:remova|retire|exclua)-(?:me|nos) {_AT_ONCE}d[aeo]s? (?:(?:seus?|suas?|voss[ao]s?|esta) )?(?:listas?|bases?|contac?tos|registros?|arquivos?|cadastros?|ficheiros?)\b(?! de (?:espera|convidados))"
         rf"|\b(?:remova|retire|exclua)-(?:me|nos){_BARE}"),
    Plea("Mail mij niet meer.", "niet geen",
         rf"\b(?:mail|schrijf|benader|contacteer) (?:mij|me|ons) niet (?:meer|opnieuw)\b{_NOT_AT}|\bgeen contact meer\b"),
    Plea("Verwijder mij uit uw bestand.", "verwijder schrap haal",
         rf"\b(?:verwijder|schrap|haal) (?:mij|me|ons) {_AT_ONCE}(?:uit|van) (?:uw|je|jouw|jullie|de|deze|het|alle) (?!wacht|gasten|deelnemer)\w*(?:lijst(?:en)?|bestand(?:en)?|database|administratie|contacten|adresboek)\b"
         rf"|\b(?:verwijder|schrap) (?:mij|me|ons){_BARE}"),
)  # fmt: skip
PLEAS = (*ENGLISH, *GERMAN, *FRENCH, *SPANISH, *OTHERS)
