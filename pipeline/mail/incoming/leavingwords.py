"""The words by which a note says that somebody is gone for good, by language, and those that say that they are only away. Data alone.

Patterns as texts, letter case aside: only a mail that needs one has it compiled.
"""

from __future__ import annotations

# A name, as of a firm or a town: words that begin with a capital, taken as a whole.
_NAME = r"(?-i:(?>[A-ZÀ-Þ][\w.&'’-]*(?:(?: | of | the | & )+[A-ZÀ-Þ][\w.&'’-]*)*))"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NO_EMPLOYER = r"(?:facebook|twitter|instagram|tiktok|whatsapp|telegram|mastodon|bluesky|reddit|discord|x)\b"
# A contract with whom one buys from, or sells to.
_OF_TRADE = r"(?:publisher|landlord|tenant|supplier|vendor|provider|gallery|verlag|verleger|vermieter|mieter|lieferant|anbieter|galerie)"
# What goes on behind the name of an employer; "left Bob in charge" and "left Rome for the holidays" go on otherwise.
_LEFT_IT = (
    rf"(?=\W*$|[,:)]| (?:and|as of|effective|after|at the (?:end|beginning)|since|last|earlier|recently|behind me|back in)\b| (?:in|on|this) (?:{_MONTH}|\d|early|mid|late|year|spring|summer|fall|autumn|winter)"
    rf"| on the \d| for (?:good|(?:a|an|another|my) (?:new |next |other )?(?:position|role|job|post|opportunity|challenge|career)|(?!christmas|thanksgiving|easter|passover|hanukkah|new year|diwali|eid|ramadan){_NAME})"
    r"| to (?:join|start|pursue|become|found|set up|focus|retire|spend|teach|study|take (?:up|on|a|another)|work (?:for|at))\b)"
)
_EMPLOYERS = (
    r"(?:company|firm|organi[sz]ation|position|job|role|post|university|college|school|team|department|hospital|museum|bank|agency|practice"
    r"|clinic|institute|library|business|foundation)\b(?! (?:in (?:charge|the hands|good hands)|(?:meeting|lead|leader|head|chair|year|picnic|party|manager|member|director|intern|founder|president)s?)\b)"
)
_ADDRESS_OF_THIS = r"(?:account|mailbox|inbox|address|e-?mail (?:account|address))"
_VACATION = r"(?:my|the|our|a|their)?\b ?(?:\w+ )?(?:vacation|holidays?|leave|break|trip|weekend|christmas|sabbatical|thanksgiving|new year)"
_LATELY = r"(?:(?:now|since|recently|just|also|finally|already|officially|formally|happily|regretfully|voluntarily|permanently) ){0,2}"
_ENGLISH = (
    rf"\b(?:i|have|has|['’]ve|who|owner|employee|user|(?-i:[A-Z])[\w-]+) {_LATELY}(?:left|departed(?: from)?|parted (?:ways|company) with|separated from|bid farewell to|said (?:good-?bye|farewell) to) (?:(?:the|my|our|this) {_EMPLOYERS}|us\b|(?!(?-i:[A-Z])\w+day\b|{_NO_EMPLOYER}){_NAME}{_LEFT_IT})",
    rf"\b(?:decided to leave|am leaving|['’]m leaving) (?:(?:the|my|our|this) {_EMPLOYERS}|{_NAME})(?=\W*$|,| and\b| today\b| for good\b)",
    r"\bno longer (?:be )?(?:with|at(?! (?:my|the|your) (?:desk|computer|phone|office)\b)|works?(?! on\b| from\b)|working(?! on\b| from\b)|employed|associated|affiliated|connected (?:with|to)|part of(?! the (?:\w+ )?(?:rota|roster|schedule|thread|project|committee)\b)"
    r"|an? (?:\w+ )?(?:employee|member)|on (?:the |our )?staff|hold (?:this|the|my|that) (?:role|position|job|post)|in (?:this|the|my|that) (?:role|position|job|post)|(?:reached |reachable |available |contacted )?(?:at|under|by) this (?:e-?mail )?address)\b",
    r"\bno longer (?:in use|active|valid|exists?|(?:being )?(?:monitored|checked|read|used))\b|\bno longer (?:check|read|monitor|use|have access to) (?:this|my (?:work|old|former)) (?:e-?mail|address|mailbox|inbox|account)\b(?! (?:daily|hourly|often|as often|regularly|every|each|constantly|throughout|during|outside|at (?:night|weekends))\b)",
    r"\b(?:is not|isn['’]t|are not|am not|do not|does not|don['’]t|doesn['’]t|not being|not been) (?:with us|part of [\w .&-]{2,40}?|employed(?: here|(?: by| at) [\w .&-]{2,40}?)?|work(?:ing)? (?:here|there|for us|(?:at|for) [\w .&-]{2,40}?)|checked|monitored|read|used) any ?(?:more|longer)\b",
    rf"\bsince [\w ,]{{3,25}} i have not been working (?:at|for|with)\b|\bi now work (?:at|for|with)\b|\bi(?: have|['’]ve)? (?:now |recently |just )?joined {_NAME}(?=\W|$)|\b(?:am|is) now at {_NAME}(?=\W*$|[,;])|\b(?:transitioned|moved|gone|switched) (?:on )?to (?:a|an|another|my) (?:new )?(?:role|position|job|post) (?:at|with)\b|\bnow retired\b|\b(?:i am|i['’]m|(?!(?:it|this|that|which)\b)(?-i:[A-Z])[\w-]+ is) (?:happily |fully |officially |also )?retired\b(?! (?:but|from \w+ing)\b)|\bretired (?:from|on|in|at|last (?:year|month|week|spring|summer|fall|autumn|winter|(?-i:[A-Z])))\b",
    rf"\b(?:i|(?<!we )have|has|(?<!we)['’]ve) {_LATELY}(?:retired\b(?! (?:the|our|my|an?|this|that)\b)|moved on\b(?! from (?-i:[a-z])\w+ (?:in)?to\b)|changed jobs\b|resigned\b|stepped down\b)|\b(?:passed away|has died|died (?:on|in|last)|is deceased)\b|\b(?:sudden|untimely|unexpected) (?:death|passing)\b|\bi am retiring today\b|\b(?:(?:am|is) (?:now )?in|enjoying(?: my)?) retirement\b",
    rf"\b(?:today (?:is|was) (?:my|the) (?:last|final) (?:working )?day|(?:my|(?-i:[A-Z])\w+['’]s) (?:last|final) (?:working )?day (?:was|at|with|here|is today))\b(?![^.;]{{0,30}}\bbefore {_VACATION}|[^.;]{{0,20}}\b(?:this|of the) (?:week|year|term|semester)\b)",
    r"\b(?:my|their|his|her) new (?:e-?mail )?(?:address|e-?mail|contact (?:details|information))\b(?!(?: is)?\W+\d+ \w)|\b(?:a|the) new e-?mail(?: address)?\b|\baddress has (?:now |recently )?changed\b",
    rf"\b{_ADDRESS_OF_THIS} (?:(?:has been|is|was|is being|will be) (?:now |soon |shortly )?(?:deactivated|disabled|closed|discontinued|retired|decommissioned|deleted|inactive|shut down|terminated|removed)|will (?:close|expire)|has expired|(?:(?:you are trying to reach|to which you wrote) )?(?:is|are) (?:no longer|not) (?:available|accessible|reachable|in service)(?! (?:on|at|in|until)\b))\b",
    rf"(?<!\bour )\b(?:employment|contract|time|tenure|internship|fellowship|appointment) (?:(?:with(?! (?:the|my|a|an) (?:\w+ )?{_OF_TRADE}\b)|at|by|here)\b[^.]{{0,40}}? ?)?(?:has |have )?(?:now )?(?:come to (?:an end|its end|a close)|ended|expired|concluded|is over)\b|\b(?:finished|completed|concluded|wrapped up|ended) my (?:contract|internship|fellowship|degree|employment|tenure|(?:time|service|work) (?:at|with|here))\b|\bvacated (?:my|her|his|their|the) (?:post|position|role)\b|\b(?:laid off|let go|made redundant)\b|\b(?:my|her|his|their|this|the) (?:position|job|post|role) (?:(?!of\b|for\b)\w+ ){{0,4}}?(?:was|has been) (?:eliminated|cut)\b",
    r"\b(?:of|to|for) a former (?:employee|colleague|member|coworker)\b|\bi (?:have )?finished (?:working |work )?at\b(?! (?:\d|noon|midnight|(?:half|a quarter) past|one|two|three|four|five|six|seven|eight|nine|ten)\b)|(?-i:[A-ZÀ-Þ])[\w-]+ has left(?=\W*$)|\bfinished (?:up |work |working )?(?:here|with us)(?= (?:last|yesterday|on|in|at the end)\b)",
    rf"\b(?:ceased|stopped|quit|given up) (?:to work|work|working) (?:here|for us|(?:for|at|with) (?:us\b|(?:the|my|our|this) {_EMPLOYERS}|{_NAME}))",
    r"\b(?:has not|hasn['’]t|have not|haven['’]t) (?:been with us|worked (?:here|for us|(?:at|for) [\w .&-]{2,40}?)) (?:since|for (?:some|many|several|a|over|more))\b",
    r"\b(?:gone|moved|went|moving) on to (?:(?:new|other|different|another|(?:the|his|her|their|my|a) (?:next|new|different)) (?:adventures?|challenges?|chapter|endeavou?rs?|opportunit(?:y|ies)|pastures|things|ventures?)|(?:greener|fresh) pastures)\b|\bhung up (?:my|her|his|their) (?:hat|boots|apron|spurs|coat)\b|\bpursu(?:e|ing) (?:new|other|different|another) (?:career )?(?:adventures?|challenges?|endeavou?rs?|interests?|opportunit(?:y|ies)|options?(?! for\b)|ventures?)\b",
    r"\b(?:changed|changing|switched|moved to (?:a|an)(?:other| new| different)|(?:has|have|['’]ve|i) (?:now |recently )?(?:found|joined) an?(?:other| new| different)) (?:employers?|jobs?|compan(?:y|ies)|firms?|organi[sz]ations?|universit(?:y|ies)|schools?|museums?)\b(?! for (?:my|our)\b)",
    rf"\b(?:since|after|following|upon|due to|because of|with) (?:my|her|his|their|(?-i:[A-ZÀ-Þ])[\w-]+['’]s?) (?:recent |sudden )?(?:departure|retirement|resignation)\b(?! for (?:(?:the airport|vacation|my (?:trip|holidays?))\b|{_NAME})|[- ](?:party|plan|savings|fund|account))",
    r"\b(?:my|her|his|their) successor(?=[,:]|\W*$| (?:is|will|can|at|in)\b)(?! as\b)",
    r"\b(?:(?:accepted|taken|took|started|taken up) (?:(?:a|an) (?:new )?(?:position|role|job|post) (?:elsewhere|at|with|outside)|another (?:position|role|job|post)))\b",
)
_FIRM = r"(?:unternehmen|firma|institut|universität|hochschule|klinik|verlag|museum|gesellschaft|organisation|behörde|abteilung|kanzlei|agentur|bank|schule|stiftung|verein)"
_ITS_NAME = r"(?:(?:stadt|gemeinde|universität|firma) (?-i:[A-ZÄÖÜ])[\w-]+|(?-i:[A-ZÄÖÜ])[\w& -]{1,40} (?:AG|GmbH|KG|SE|UG|OHG|GbR|e\. ?V\.))"
_DAY = r"(?: (?:zum|am|per|mit|ende|im|seit) [\w.]+(?: \w+){0,2})?"
_GERMAN = (
    rf"\bnicht (?:mehr|länger) (?:bei|für(?! [^.;]{{1,40}}\b(?:zuständig|verantwortlich)\b)|in (?:unseren|den) diensten|im (?:unternehmen|hause?|amt)|erreichbar|tätig|beschäftigt|gültig|aktiv|in gebrauch|gelesen|abgerufen|genutzt|verwendet|zu erreichen)\b|\bverstorben\b|\bberuflich (?:verändert|weitergezogen|neu orientiert)\b|\b(?:stelle|arbeitgeber|firma) gewechselt\b|\b(?:hat|habe) gekündigt\b|\bbei einem (?:anderen|neuen) arbeitgeber\b|\bdas haus (?:zum|per|mit|ende) [\w.]+(?: \w+){{0,2}} verlassen\b|\b(?:stelle|position|amt) (?:bei [\w .&-]{{2,40}}? )?(?:aufgegeben|niedergelegt)\b|(?<!\bunser )\b(?:(?:arbeits)?vertrag(?! mit (?:de[mr]|meine[mr]) {_OF_TRADE}\b)|(?:arbeits|dienst)verhältnis|anstellung)\b[^.;]{{0,40}}\b(?:ausgelaufen|beendet|geendet|endete)\b|\b(?:postfach|konto|adresse|account) (?:wurde|wird|ist) (?:\w+ )?(?:geschlossen|deaktiviert|gelöscht|stillgelegt|aufgelöst)\b|\b(?:ausgeschieden|im ruhestand)\b",
    r"\bneuen? (?:e-?mail-?|mail-?)?adresse\b(?!\W+(?:ist )?\w+(?:weg|stra(?:ß|ss)e|str\.|gasse|platz|allee|ring)\b)|\b(?:in|im) (?:den |der |dem )?ruhestand\b|\bin rente\b",
    rf"\b(?:unser|unsere|das|die|den) (?:{_FIRM}|{_ITS_NAME}){_DAY} verlassen\b|\bunser haus{_DAY} verlassen\b|\b(?:hat|haben) uns{_DAY} verlassen\b",
    r"\b(?:arbeite|arbeitet) nicht (?:mehr|länger) (?:bei|für|in (?:unserem|diesem|dem) (?:unternehmen|haus))\b|\b(?:bin|ist) seit [^;!?]{1,25}in pension\b(?! in\b)",
    r"\b(?:(?:heute|gestern|freitag) (?:ist|war) (?:mein|ihr|sein) letzter (?:arbeits)?tag|letzter (?:arbeits)?tag (?:bei [\w .&-]{2,40}? )?war)\b(?! (?:vor|in diesem|dieser|dieses|diese)\b)",
)
_FRENCH = (
    r"\bne (?:travaille|fais|fait) plus\b|\b(?:j['’]ai|a) quitté\b(?! (?:le|la|mon|ma|son|sa) (?:bureau|réunion|séance|salle|conférence|ville|maison|table)\b)|\bà la retraite\b|\ben retraite depuis\b|\bpris (?:ma|sa) retraite\b|\b(?:ai|a) démissionné\b|\bchangé (?:d['’](?:employeur|emploi|entreprise)|de travail)\b|\b(?:nous|vous) (?:a|ai) quittés?\b|\bdécédée?\b|(?<!\bnotre )\bcontrat\b[^.;]{0,40}\b(?:a pris fin|est terminé)\b|\b(?:compte|adresse|boîte)\b[^.;]{0,25}\b(?:désactivée?|fermée?|supprimée?)\b|\bnouvelle adresse\b",
    r"\bn['’]est plus (?:valide|utilisée?|active?|employée?|salariée?|en poste|parmi nous|chez|lue?|consultée?|relevée?|accessible)\b",
    r"\b(?:aujourd['’]hui (?:est|était|c['’]est) mon dernier jour|mon dernier jour (?:de travail )?(?:chez|au sein|à l|était))\b(?![^.;]{0,30}\b(?:avant|de la semaine|de l['’]année)\b)",
)
_SPANISH_FIRM = r"(?:la|el|nuestra|nuestro|su|mi) (?:empresa|compañía|universidad|instituto|organización|museo|banco|hospital|equipo|puesto|grupo|agencia|escuela|fundación)"
_SPANISH = (
    rf"\b(?:(?:he|ha) dejado|dej(?:é|ó)) {_SPANISH_FIRM}\b|\bdej(?:é|ó) de trabajar (?:en|para)\b|\bjubilad[oa]\b|\b(?:me|se) jubil(?:é|ó)\b|\b(?:he|ha) cambiado de (?:empresa|trabajo|empleo)\b|\bfalleci(?:ó|do|da)\b|\b(?:terminado|finalizado) mi contrato\b|(?<!\bnuestro )\bcontrato\b[^.;]{{0,40}}\bha (?:terminado|finalizado)\b|\b(?:cuenta|dirección|buzón)\b[^.;]{{0,25}}\b(?:desactivad|cerrad|eliminad|dad[oa] de baj)[oa]?\b|\bnueva dirección\b",
    r"\bya no (?:trabaj|est(?:á|oy)\b(?! (?:en la oficina|disponible))|form|pertene|labor|presta|se lee)|\bya no es válid[oa]\b",
    r"\b(?:hoy (?:es|fue) mi último día|mi último día (?:de trabajo |laboral )?(?:en|con|fue))\b(?![^.;]{0,30}\b(?:antes|de la semana|del año)\b)",
)
_ITALIAN_FIRM = r"(?:l['’]|la |il |lo |nostr[ao] )(?:azienda|società|università|istituto|organizzazione|museo|banca|ospedale|gruppo|studio|agenzia|scuola|fondazione|incarico|ente)"
_ITALIAN = (
    rf"\b(?:ho|ha) lasciato {_ITALIAN_FIRM}\b|\bin pensione\b|\b(?:ho|ha) cambiato (?:lavoro|azienda|impiego)\b|\bdecedut[oa]\b|(?<!\bnostro )\bcontratto\b[^.;]{{0,40}}\bè (?:terminato|scaduto|finito)\b|\b(?:account|indirizzo|casella)\b[^.;]{{0,25}}\b(?:disattivat|chius|eliminat)[oa]\b|\bnon (?:lavor[oa]|è|sono|fa|faccio|collabor[oa]) più\b|\bnuovo indirizzo\b",
    r"\b(?:oggi (?:è|era) il mio ultimo giorno|(?:mio )?ultimo giorno (?:di lavoro )?(?:presso|in|è stato))\b(?![^.;]{0,30}\b(?:prima|della settimana|dell['’]anno)\b)",
)
_PORTUGUESE_FIRM = r"(?:a|o|nossa|nosso) (?:empresa|universidade|instituto|organização|museu|banco|hospital|equipa|equipe|grupo|agência|escola|fundação|cargo)"
_PORTUGUESE = (
    rf"\bdeix(?:ei|ou) {_PORTUGUESE_FIRM}\b|\bsa(?:í|iu) d(?:a (?:(?-i:[A-ZÀ-Þ])|nossa )|a empresa\b|o (?:instituto|grupo|banco|museu|cargo)\b)|\b(?:aposent(?:ei|ou)|reform(?:ei|ou))(?:-me|-se)?\b|\baposentad[oa]\b|\bmud(?:ei|ou) de (?:empresa|emprego|trabalho)\b|\bfalec(?:eu|id[oa])\b|(?<!\bnosso )\bcontrato\b[^.;]{{0,40}}\bterminou\b|\b(?:conta|endereço|caixa)\b[^.;]{{0,25}}\b(?:desativad|encerrad|eliminad|fechad)[oa]\b",
    r"\bjá não (?:trabalh|perten|est(?:á|ou)\b(?! (?:no escritório|disponível)))|\bnão trabalh\w* mais\b|\bnão (?:é|está) mais (?:ativ|válid|em uso)|\b(?:já )?não fa(?:ço|z) (?:mais )?parte\b|\bnovo (?:endereço|e-?mail)\b",
    r"\b(?:hoje (?:é|foi) (?:o )?meu último dia|meu último dia (?:de trabalho )?(?:na|no|em|foi))\b(?![^.;]{0,30}\b(?:antes|da semana|do ano)\b)",
)
_DUTCH_FIRM = r"(?:de|het|onze|ons) (?:organisatie|bedrijf|universiteit|instituut|museum|bank|school|ziekenhuis|afdeling|stichting|gemeente|bureau)"
_DUTCH_DAY = r"(?: (?:per|op|sinds|in|met) [\w.]+(?: \w+){0,2})?"
_DUTCH = (
    rf"\b(?:heeft|heb) (?:{_DUTCH_FIRM}|{_NAME}){_DUTCH_DAY} verlaten\b(?! voor\b)|\bmet pensioen\b|\bvan (?:baan|werkgever) veranderd\b|\boverleden\b|(?<!\bons )\bcontract\b[^.;]{{0,40}}\b(?:is afgelopen|is beëindigd|liep af)\b|\b(?:account|adres|mailbox|postvak)\b[^.;]{{0,25}}\b(?:opgeheven|gesloten|gedeactiveerd|verwijderd)\b|\buit dienst\b|\bnieuwe? (?:e-?mail-?)?adres\b",
    r"\bniet (?:meer|langer) (?:werkzaam|in dienst|verbonden|bij|in gebruik|actief|gelezen|gebruikt)\b",
    r"\b(?:vandaag (?:is|was) mijn laatste (?:werk)?dag|laatste (?:werk)?dag (?:bij|was))\b(?![^.;]{0,30}\b(?:voor (?:mijn|de|het)|deze week|dit jaar)\b)",
)
_OTHERS = (
    r"\bhar (?:jeg |jag )?(?:nu )?(?:slutat|sluttet) (?:på|hos|i|ved)\b|\bfratrådt (?:min|sin) stilling\b|\b(?:jobbar|arbetar|arbejder|arbeider|jobber) (?:inte längre|ikke (?:længere|lenger))\b",
    r"\bjuż nie pracuj\w*|\bnie pracuj\w* już\b|\bji[žz] nepracuj\w*|больше не работа|离职|離職|退職|退社|異動(?:いたし|しま|に)|転職",
)
SAYS_GONE = "|".join((*_ENGLISH, *_GERMAN, *_FRENCH, *_SPANISH, *_ITALIAN, *_PORTUGUESE, *_DUTCH, *_OTHERS))
"""What says that somebody is gone, unless the same sentence says otherwise."""

_TODAY = r"(?:today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag)"
SINCE_TODAY = (
    rf"\b(?:as of|since|from|starting|after|retiring|ab|seit|von|desde|depuis|da|vanaf|(?:à|a) partir d(?:e |['’])) ?{_TODAY}\b|\b{_TODAY}(?= for good\b)"
    rf"|\b{_TODAY}(?=(?: \w+){{1,2}}? (?:my last|the last|(?:mein|ihr|sein) letzter|mon dernier|mi último|mio ultimo|meu último|mijn laatste)\b)"
)
"""Names the day since when, not for how long."""

FOR_NOW = (
    r"\b(?:today|tonight|this (?:week(?:end)?|morning|afternoon|evening)|heute|diese woche|aujourd['’]hui|cette semaine|hoy|oggi|hoje|vandaag)\b"
    r"|\bfor (?:now|the (?:moment|time being|day|weekend|night|holidays|week))\b|\btemporar(?:y|ily)\b|\bwhile (?:i|on)\b|\bat my desk\b|\bsabbatical\b|\bsabbati\w+\b|\bvorübergehend\b|\bzur ?zeit\b|\btemporairement\b|\bmomentaneamente\b|\btemporalmente\b|\btemporariamente\b|\btijdelijk\b"
    r"|(?<!forwarded )(?<!employed )(?<!monitored )(?<!working )(?<!worked )(?<!here )\b(?:until|till|through) (?:i|my|the|\d|next|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    + _MONTH
    + r")\b|\bwieder (?:am|ab|erreichbar)\b|(?<!\bwar )\bbis (?:zum|einschließlich|\d|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)|\bjusqu['’]|\bhasta (?:el|mi)\b|\bfino (?:al?|lunedì)\b|\baté (?:a|o|ao|\d|segunda)\b|\btot (?:en met|\d|\w+dag)"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bweekends\b|\b(?:evenings|nights)\b|\bafter \d+(?::\d\d)? ?(?:[ap]\.?m|o['’]clock|uhr|h)\b|\bpart[- ]time\b|\b(?:montags|dienstags|mittwochs|donnerstags|freitags|abends)\b|\bles? (?:lun|mar|mercre|jeu|vendre)dis?\b|\blos (?:lunes|martes|miércoles|jueves|viernes)\b|\b(?:il|di) (?:lune|marte|mercole|giove|vener)dì\b|\b(?:segundas|terças|quartas|quintas|sextas)\b|\bop (?:maan|dins|woens|donder|vrij)dag(?:en)?\b"
    r"|\bpour les (?:vacances|fêtes)\b|\bpour (?:la journée|(?:une|deux|trois|quelques|\d+) (?:semaines?|jours?))\b"
)
"""In the same sentence: who is gone for the day is no more than away."""

_LEAVE = r"(?:\w+ )?(?:leave|sabbatical|vacation)"
ON_LEAVE = (
    rf"\b(?:i am|i['’]m|i will be|i['’]ll be) (?:\w+ ){{0,2}}?on (?:a |an |my )?{_LEAVE}\b|\b(?:during|from|on) my {_LEAVE}\b|\bon (?:a )?leave of absence\b"
    r"|\b(?:in|im|meinem) (?:elternzeit|mutterschutz|sabbatical|sabbatjahr)\b|\bje (?:suis|serai) (?:actuellement )?en congé\b|\best(?:oy|aré) de baja\b|\b(?:sono|sarò) in congedo\b|\best(?:ou|arei) de licença\b|\bben (?:ik )?met \w*verlof\b"
)
"""Anywhere in a note: its writer comes back, whatever they are not doing meanwhile."""

_EARLIER_CALLING = r"(?:\w+ing|(?:the )?(?:army|navy|marines|air force|coast guard|military|police|service|bench|board|council|committee|classroom|field|profession|law|medicine|academia|journalism|politics|industry))\b"
_NOW_ELSEWHERE = r"(?:live|living|enjoy\w*|spend\w*|travel\w*|work(?:ing)? (?:at|for|with|in)|at|with|in|retired|reachable|(?:can|may) be reached)\b"
STILL_HERE = (
    rf"\b(?:retired|resigned|stepped down|moved on|left|departed|quit) (?:from )?{_EARLIER_CALLING}[^.;]*?\b(?:and|but|then|to) (?:i )?(?:(?:have |['’]ve )?(?:now|since|still|then)|joined|became|join|become)\b(?! {_NOW_ELSEWHERE})"
    r"|\b(?:i am|i['’]m|am) (?:now |still |currently |slowly |gradually |finally |busy )*(?:answering|catching up|working (?:through|my way|off)|back (?:at|in|to)|doing (?:both|two|his|her|their)|covering for|filling in|standing in|digging out|(?:a (?:little|bit) )?(?:behind|slow) )"
    r"|\b(?:i am|i['’]m|am|remain) still (?:at|with|here|in (?:this|the|my))\b|\b(?:but|though|although|and|i) (?:(?:am|i|i['’]m) )?(?:still|continue to|remain) (?:direct|run|lead|head|manage|teach|chair|serve|advise|curate|edit|oversee|coordinate|work (?:here|with the|on the)|(?:involved|active|available) (?:as|in|here|with the))\b"
    r"|\bnow (?:\w+ )?(?:do|run|direct|lead|head|manage|teach|work|oversee|coordinate|serve)\b[^.;]{0,40}\b(?:this|here|it|our)\b"
    r"|\b(?:my )?(?:calendar|schedule|diary) is (?:now |much |finally )?(?:open|free|clear)\w*\b|\b(?:i )?(?:now )?have (?:more|some|much more|a little more|plenty of) time (?:for|again|to (?:talk|meet|answer|write|read))\b"
    r"|\bcan (?:finally|now|again) (?:answer|read|reply|turn to)\b|\b(?:happy|glad|pleased) to (?:talk|meet|speak)\b|\bi (?:now )?(?:run|read|answer|manage|handle|look after) (?:this|his|her|their) (?:mailbox|inbox|box|e?-?mail)\b|\bi (?:have |['’]ve )?(?:took|taken|stepped) (?:over|in)\b|\bin (?:his|her|their) (?:place|stead)\b"
)
"""Anywhere in a note that tells not by name who is gone: its writer is at work, and something or somebody else came to an end."""

I_LEFT = (
    rf"\b(?:i(?: no longer work|(?: have|['’]ve)? (?:now |just |recently )?(?:left (?:the|my|our|this) {_EMPLOYERS}|resigned|retired)\b(?! (?:from|as)\b))"
    rf"|(?:i am|i['’]m) (?:no longer|not) (?:with|at|employed|working) (?:(?:at|by|with|for) )?(?:(?:the|my|our|this) {_EMPLOYERS}|us\b|here\b)"
    r"|today (?:is|was) my (?:last|final) (?:working )?day)"
)
"""Who says so of themselves has left, however glad they are to talk."""

NOT_THEIRS = (
    r"\b(?:my|our|the|this|that) (?:\w+ ){0,2}?(?:fax|phone|telephone|landline|cell|number|form|web ?site|web ?page|zoom|slack|teams|skype|linkedin|whatsapp)\b(?=[^,]*$)|\b(?:fax\w*|tel[eé]f[oó]+n\w*|téléphone|handynummer|mobilnummer|rufnummer|numéro|número|numero|línea|ligne|linea|linha)\b(?=[^,]*$)|\b(?:my|our) (?:\w+ )?(?:assistant|secretary|coworker|co-worker|deputy|boss|manager|supervisor|predecessor|coordinator|intern|advisor|adviser|mentor|archivist|editor|landlord|(?:grand)?(?:father|mother|parents?|son|daughter|child)|dad|mom|mum|brother|sister|husband|wife|spouse|partner|uncle|aunt|cousin|friend|dog|cat)\b|\bmy (?:\w+ )?colleague\b|\bour (?:agreement|lease|arrangement|partnership|subscription|project|exhibition|exhibit|grant|tenant)\b"
    r"|\bmeine?r? (?:\w+ )?(?:assistent|sekretär|kolleg|stellvertret|vorgänger|praktikant|volontär|chef|freund|vater|mutter|eltern|sohn|tochter|mann|bruder|schwester|gro(?:ß|ss)(?:vater|mutter|eltern)|onkel|tante|hund)\w*|\bunsere?r? (?:praktikant|volontär|hilfskraft|vorgänger|mietvertrag|projekt|ausstellung)\w*"
    r"|\bm(?:on|a|es) (?:assistante?|secrétaire|collègue|adjointe?|prédécess\w+|stagiaire|père|mère|parents|fils|fille|mari|femme|époux|épouse|frère|s(?:œ|oe)ur|oncle|tante|amie?|chien|chat)\b|\bnotre (?:stagiaire|bail|accord|projet)\b"
    r"|\bmis? (?:asistente|secretari[oa]|colega|compañer[oa]|predecesora?|jef[ea]|becari[oa]|padres?|madre|hij[oa]|espos[oa]|marido|mujer|herman[oa]|abuel[oa]|tí[oa]|amig[oa]|perr[oa])\b|\bnuestr[oa] (?:becari[oa]|convenio|proyecto)\b"
    r"|\bmi[oa] (?:assistente|segretari[oa]|collega|predecessora?|predecessore|stagista|padre|madre|figli[oa]|marito|moglie|fratello|sorella|nonn[oa]|zi[oa]|amic[oa])\b|\bnostr[oa] (?:stagista|progetto)\b"
    r"|\b(?:meu|minha) (?:assistente|secretári[oa]|colega|antecessora?|estagiári[oa]|pai|mãe|filh[oa]|marido|esposa|mulher|irmão|irmã|avô|avó|ti[oa]|amig[oa])\b|\bnoss[oa] (?:estagiári[oa]|projeto)\b"
    r"|\bmijn (?:assistente?|secretaresse|collega|voorganger|stagiaire?|vader|moeder|zoon|dochter|man|vrouw|broer|zus|opa|oma|oom|tante|vriend\w*)\b|\b(?:ons|onze) (?:stagiaire?|project)\b"
)
"""Said before it, what is gone is somebody or something else."""
