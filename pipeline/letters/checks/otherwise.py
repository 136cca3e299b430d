"""Requests for a job in German, Spanish and French: one pattern a line, and the sentence that it is for.

Read without accents, against a whole sentence; a word of denial before what is found takes it back.
"""

ASKS = r"""
\b(?:suche|suchen|brauche|mochte|wunsche|interessiere|haben sie|hatten sie|gibt es|bieten sie)\b.*\b(?:eine?n?|offene|freie|als|nach|um|fur) (?:\w+ )?(?:stellen?|stellenangebote?|arbeitsstelle|arbeitsplatz|anstellung|job|jobs|praktikum|praktikumsplatz|ausbildungsplatz|lehrstelle|beschaftigung|festanstellung)\b -> Ich suche eine Stelle in Ihrem Haus.
\b(?:suche|brauche|mochte) (?:\w+ )?arbeit\b -> Ich suche Arbeit.
\b(?:offene|freie|vakante|ausgeschriebene) (?:stellen?|positione?n?|arbeitsplatze?)\b|\bstellenanzeige\b|\bstellenausschreibung\b -> Haben Sie offene Stellen?
\bbewerb(?:e|en) (?:ich |mich )|\bmich\b.*\bbewerben\b|\bbewerbung\b|\bbewerbungsunterlagen\b -> Ich bewerbe mich bei Ihnen.
\bstell(?:en|t) (?:sie|ihr|ihre)\b.*\bein\b|\bmich\b.*\b(?:einstellen|anstellen|einzustellen|anzustellen)\b|\bbei (?:ihnen|euch)\b.*\b(?:arbeiten|anfangen|einsteigen|mitarbeiten)\b -> Stellen Sie gerade ein?
\b(?:arbeitslos|arbeitssuchend|arbeitsuchend|auf (?:arbeits|job|stellen)suche)\b -> Ich bin auf Arbeitssuche.
\b(?:busco|buscando|necesito|quisiera|quiero|deseo|tienen|tiene|tendrian|tendria|hay|ofrecen|ofrece|solicito|solicitar|interesad[oa]|gustaria)\b.*\b(?:trabajo|trabajar (?:con|en|para) (?:ustedes|usted|su|vuestra|yourfirm)|empleo|puesto|puestos|vacantes?|plaza|practicas|colocacion|pasantia)\b -> Busco trabajo en su empresa.
\b(?:contratar|contratarme|contraten|contratando|contratarian|contratan|mi candidatura|mi solicitud de|me postulo|postularme)\b -> Estan contratando?
\b(?:cherche|recherche|chercher|voudrais|souhaite|souhaiterais|aimerais|avez-vous|auriez-vous|avez vous|auriez vous|y a-t-il|y aurait-il|besoin|interesse|interessee|proposez|offrez)\b.*\b(?:emploi|travail|travailler (?:chez|pour|avec|dans) (?:vous|votre|yourfirm)|poste|postes|stage|alternance|boulot|job|apprentissage|embauche|rejoindre votre|integrer votre)\b -> Je cherche un emploi dans votre entreprise.
\b(?:recrutez|recruter|embauchez|embaucher|embauche|embauchiez|recrutiez|ma candidature|postuler|je postule)\b -> Recrutez-vous en ce moment?
"""
DENIALS = r"\b(?:kein|keine|keinen|keiner|keinerlei|nicht|nie|ohne|statt|no (?:busco|estoy|quiero|pido|solicito|deseo|es|se trata|necesito)|nunca|sin|ni|ne|n'|pas|sans|non|jamais|plutot que|aucun|aucune)\b|\bn'"
# Whoever names one of these wishes for a talk.
INFORMAL = r"\b(?:erfahren|wissen|lernen|horen|kennenlernen|sprechen|fragen|uber|rat|verstehen|saber|aprender|conocer|preguntar|hablar|consejos?|informacion|sobre|savoir|apprendre|comprendre|connaitre|demander|parler|conseils?|renseignements|sur)\b"
THEIRS = r"\b(?:ihre|ihrer|ihren|ihrem|seine|su|sus|votre|vos|leur|son) (?:\w+ )?(?:arbeit|stelle|job|beruf\w*|trabajo|puesto|empleo|travail|poste|emploi)\b"
