"""The words by which address books, mail programs, CRMs and people's own lists head their columns: data alone.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish and Danish, Czech, Russian, Japanese; as
`spelled` folds them.
"""

from __future__ import annotations

from pipeline.model.texts import spelled

_WORDS = {
    "first": """first name|etunimi|given name|forename|first|vorname|prenom|nombre|nome|primeiro nome|voornaam|imie|fornamn|fornavn
        |jmeno|krestni jmeno|имя|名""",
    "middle": """middle name|middle|middle names|additional name|additional names|weitere vornamen|zweiter vorname|deuxieme prenom
        |segundo nombre|secondo nome|nome del medio|segundo nome|nome do meio|middelste naam|tweede voornaam|drugie imie|mellannamn
        |mellemnavn|dalsi jmeno|prostredni jmeno|отчество|ミドル ネーム""",
    "last": """last name|etternavn|sukunimi|family name|surname|last|nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|sobrenome
        |ultimo nome|achternaam|nazwisko|efternamn|efternavn|prijmeni|фамилия|姓""",
    "full": """customer name|lead name|prof name|professor name|professor|client name|lead name|name|full name|fullname|display name|contact name|contact person|person|contact|file as|anzeigename|vollstandiger name
        |ansprechpartner|nom complet|nom affiche|nombre completo|nombre para mostrar|nome completo|nome visualizzato|nome de exibicao
        |volledige naam|weergavenaam|imie i nazwisko|nazwa wyswietlana|visningsnamn|fullstandigt namn|vist navn|fuldt navn|cele jmeno
        |zobrazovane jmeno|фио|полное имя|отображаемое имя|氏名|表示名""",
    "prefix": """salutation|greeting|dear|name prefix|prefix|honorific|honorific prefix|title of address|anrede|civilite|tratamiento
        |tratamento|aanhef|zwrot grzecznosciowy|oslovení|osloveni|обращение|敬称""",
    "suffix": """suffix|name suffix|honorific suffix|namenszusatz|suffixe|sufijo|suffisso|sufixo|achtervoegsel|sufiks|суффикс|サフィックス""",
    "organization": """organization|org|yritys|primary associated company|organisation|company|company name|employer|firm|account name|account|associated company
        |primary company|organization name|organisation name|university|school|institution|firma|unternehmen|societe|entreprise
        |organisme|empresa|organizacion|organizacao|compania|societa|azienda|organizzazione|companhia|bedrijf|organisatie|nazwa firmy|organizacja
        |foretag|virksomhed|spolecnost|organizace|организация|компания|会社名|会社|組織""",
    "department": """department|business unit|abteilung|service|departement|departamento|reparto|ufficio|afdeling|dział|avdelning
        |oddeleni|отдел|部署|部門""",
    "labels": """categories|category|labels|tags|groups|group membership|kategorien|categorias|categories|categorie|kategorie
        |kategorier|категории|分類""",
    "position": """arbeitstitel|designation|account title|organizational title|tehtavanimike|stillingstittel|positie|tytul zawodowy|position|job title|jobtitle|role|occupation|headline|organization title|stelle|funktion|berufsbezeichnung|fonction
        |profession|poste|cargo|puesto|qualifica|mansione|posizione|funcao|functie|functietitel|stanowisko|befattning|stilling
        |funkce|pozice|должность|役職|rolle|aufgabe|aufgabenbereich|tatigkeit|beruf|metier|intitule du poste|rol|ocupacion|profesion
        |ruolo|professione|incarico|carica|ocupacao|profissao|posicao|beroep|zawod|rola|yrke|roll|erhverv|jobtitel|povolani|profese
        |роль|профессия|職業|職種|肩書""",
    "title": "title|titre|titulo|titolo|titel|tytul|titul",
    "email": """email|sahkoposti|sahkopostiosoite|e postadresse|e mail|mail|email address|e mail address|mail address|mail id|email id|emails|e mails|email addresses|reach at
        |e mail adresse|mailadresse|adresse e mail|adresse de messagerie|adresse electronique|courriel|correo electronico
        |direccion de correo electronico|direccion de correo|indirizzo di posta elettronica|indirizzo posta elettronica|posta elettronica
        |endereco de correio electronico|endereco de correio eletronico|endereco de e mail|endereco de email|e mailadres|e mailadressen
        |emailadres|adres e mail|adres email|e postadress|e post|e postadresse|mailadresse|e mailova adresa|emailova adresa
        |адрес эл почты|эл почта|электронная почта|адрес электронной почты|電子メール アドレス|メール アドレス|メールアドレス|メール""",
    "phone": """arbejdstelefon|puhelin|arbetstelefon|privattelefon|diensttelefon|work tel|contact number|contact no|contact nr|phone|telephone|tel|phone number|phone numbers|phones|telephone number|direct phone|telefon|telefonnummer|rufnummer
        |numero de telephone|telefono|numero de telefono|numero di telefono|telefone|numero de telefone|telefoon|telefoonnummer
        |numer telefonu|telefonni cislo|телефон|рабочий телефон|домашний телефон|номер телефона|電話|電話番号|会社電話|自宅電話|company main phone""",
    "mobile": """mobil tel nr|mobile no|mobil nr|mobile|mobile phone|mobile number|cell|cell phone|cellphone|cell number|handy|handynummer|mobiltelefon|mobilnummer
        |telephone mobile|mobile telephone|tel mobile|movil|telefono movil|cellulare|telefono cellulare|telemovel|celular|telefone movel|mobiele telefoon
        |mobiel|telefon komórkowy|komorka|mobil|mobilni telefon|мобильный телефон|мобильный|携帯電話|携帯""",
    "address": """address|street address|postal address|mailing address|full address|address formatted|adresse|anschrift|direccion
        |indirizzo|endereco|adres|adress|adresa|адрес|住所""",
    "street": """address street|address 1|street|address line|address street|mailing street|strasse|rue|calle|via|rua|straat|ulica|gata|gatuadress|gade|vej
        |ulice|улица|番地""",
    "city": """address city|city|town|mailing city|ort|stadt|ville|ciudad|poblacion|citta|localita|cidade|localidade|plaats|miasto|ort stad|stad|by|mesto
        |город|市区町村""",
    "state": """address state|state|province|region|county|mailing state|state province|bundesland|bundesland kanton|departement region|dep region
        |estado|provincia|provincia o estado|estado o provincia|prov stato|distrito|provincie|wojewodztwo|lan|kraj|область|область край|都道府県""",
    "zip": """address postal code|post code|address zip|zip|zip code|postal code|postcode|zipcode|zip postal code|mailing zip postal code|plz|postleitzahl|code postal
        |codigo postal|cap|codice postale|cep|kod pocztowy|postnummer|psc|индекс|почтовый индекс|郵便番号""",
    "country": """address country|country|country region|mailing country|land|land region|pays|pays region|pais|pais o region|paese|paese area geografica
        |kraj region|land omrade|zeme|stat|страна|страна или регион|国 地域|国""",
    "notes": """notes|note|comments|comment|remarks|details|description|notizen|bemerkungen|notas|comentarios|notities|opmerkingen
        |uwagi|notatki|anteckningar|noter|noten|poznamky|заметки|メモ|annotazioni""",
    "referred_by": """referred by|referrer|referral from|introduced by|recommended by|empfohlen von|recommande par|recomendado por
        |referido por|presentato da|indicado por|aanbevolen door|polecił|polecony przez|doporucil|рекомендовал""",
    "last_contact": """wrote on|wrote to on|wrote|written to on|emailed on|emailed|mailed on|contacted on|contacted|date contacted|date emailed|email sent on|email sent
        |letter sent on|angeschrieben am|angeschrieben|kontaktiert am|kontaktiert|contacte le|contactado el|contattato il|last touchpoint|last contact on|last emailed|last called|most recent contact|date last contacted|last interaction at|last contacted at|last contact at|last interaction date|last seen|last contact|last contacted|last contact date|date of last contact|last touch
        |last interaction|last contacted on|last spoke|last talked|last met|last reached out|letzter kontakt|e mail gesendet|email gesendet|mail gesendet|brief gesendet|gesendet am|geschrieben am|erstkontakt|kontaktdatum|dernier contact
        |ecrit le|envoye le|mail envoye|mail envoye le|date de contact|enviado el|correo enviado|fecha de contacto
        |ultimo contacto|ultimo contatto|laatste contact|ostatni kontakt|senaste kontakt|seneste kontakt|posledni kontakt
        |последний контакт|最終連絡日|versendet am|verschickt am|versanddatum|sendedatum|datum kontakt|datum kontaktaufnahme|kontaktaufnahme am|erstkontakt am
        |date envoi|date d envoi|date de l envoi|date envoi mail|date du contact|date contact|premier contact|lettre envoyee le|courriel envoye le
        |fecha envio|fecha de envio|fecha contacto|fecha del contacto|primer contacto|enviada el
        |data contatto|data di contatto|data del contatto|data invio|data di invio|inviato il|inviata il|primo contatto
        |data de contato|data do contato|data de contacto|data do contacto|data de envio|data do envio|enviado em|enviada em|contatado em|contactado em
        |primeiro contato|primeiro contacto|contactdatum|datum contact|eerste contact|verzonden op|verstuurd op|gemaild op|verzenddatum
        |data kontaktu|data wysłania|data wysylki|pierwszy kontakt|wysłano|skickat den|kontaktad den|forsta kontakt|kontaktdato|kontaktet den|sendt den|første kontakt
        |datum kontaktu|datum odeslani|odeslano|prvni kontakt|дата контакта|дата отправки|дата письма|первый контакт|отправлено
        |連絡日|送信日|初回連絡日|メール送信日
        |zuletzt gesprochen|zuletzt gesprochen am|gesprochen am|zuletzt gesprochen mit|zuletzt kontaktiert|zuletzt kontaktiert am|zuletzt kontakt|kontakt zuletzt
        |zuletzt geschrieben|zuletzt geschrieben am|zuletzt gemailt|zuletzt angeschrieben|zuletzt telefoniert|zuletzt telefoniert am|zuletzt angerufen
        |zuletzt getroffen|zuletzt gesehen|getroffen am|letztes gesprach|letztes gesprach am|letztes treffen|letztes telefonat|letzte nachricht|letzte mail
        |letzte mail am|letzte e mail|letzte e mail am|letzte kontaktaufnahme|letzter kontakt am|datum letzter kontakt|datum des letzten kontakts
        |letzter austausch|last talk|last conversation|last chat|last met on|last meeting|last spoken with|last spoke with|last talked to
        |derniere conversation|dernier echange|derniere rencontre|dernier mail|parle le|ultima conversacion|ultima charla|ultimo correo
        |ultima conversazione|ultimo incontro|ultima mail|ultima conversa|ultimo encontro|laatst gesproken|laatst gesproken op|laatst contact|laatste gesprek
        |laatste mail|ostatnia rozmowa|senast talat|senast pratat|sidst talt|seneste samtale""",
    "field": """branche|sektor|fachgebiet|arbeitsfeld|secteur|secteur d activite|domaine|industria|campo profesional|settore|ramo|setor|area de atuacao
        |vakgebied|sector de actividad|branza|bransch|odvetvi|obor|отрасль|сфера деятельности|業界|業種""",
    "priority": """prioritat|wichtigkeit|priorite|prioridad|prioridade|priorita|prioriteit|priorytet|prioritet|приоритет|優先度""",
    "source": """woher|woher bekannt|herkunft des kontakts|quelle|kontaktquelle|kontakt uber|wie kennengelernt|source du contact|comment connu|provenance
        |fuente|origen del contacto|procedencia|como nos conocimos|fonte|provenienza|come conosciuto|origem|origem do contato|como nos conhecemos
        |bron|waarvan bekend|hoe ontmoet|źródło|źródło kontaktu|skad|kalla|hur vi traffades|kilde|hvorfra|zdroj|odkud|источник|откуда|情報源|きっかけ""",
    "why_this_person": """why|reason|why them|why her|why him|why you|warum|wieso|weshalb|warum diese person|grund|pourquoi|pourquoi cette personne|raison|por que
        |por que esta persona|por que esta pessoa|motivo|razon|perche|perche questa persona|razao|waarom|waarom deze persoon|reden|dlaczego
        |dlaczego ta osoba|powod|varfor|varfor denna person|hvorfor|hvorfor denne person|proc|proc tato osoba|duvod|почему|причина|理由""",
    "channel": """kanal|schreiben per|canal|canale|kanaal""",
    "called_on": """angerufen|angerufen am|anruf am|anruf|telefoniert am|letzter anruf|appele le|appel du|date d appel|dernier appel|llamado el|fecha de llamada
        |ultima llamada|chiamato il|data chiamata|ultima chiamata|ligado em|data da ligacao|ultima ligacao|gebeld op|laatste telefoontje
        |dzwoniłem|data rozmowy|ringt|uppringd|ringet|ringet den|volano|datum hovoru|дата звонка|звонок|電話した日|架電日""",
    "call_again_on": """follow up|follow up date|follow up on|followup date|next follow up|next follow up date|next contact|next contact date|next contact on|contact again on
        |call back date|callback date|reminder|reminder date|remind me on|wiedervorlage|wiedervorlage am|wiedervorlagedatum|wv|wv am|nachfassen|nachfassen am
        |nachster kontakt|nachster kontakt am|erinnerung|erinnerung am|ruckruf|wieder melden am|prochain contact|date de relance|relance|relancer le
        |proximo contacto|proximo contato|prossimo contatto|volgend contact|opvolgen op|wieder anrufen am|erneut anrufen|ruckruf am|rappeler le|a rappeler le|volver a llamar|llamar de nuevo|richiamare il
        |ligar de novo em|terugbellen op|oddzwonic|ring igen|aterkom|ring tilbage|zavolat znovu|перезвонить|再架電日""",
    "interview_on": """termin|termin am|gesprach am|gesprachstermin|treffen am|treffen|entretien le|date d entretien|rendez vous|rendez vous le|rdv|entrevista
        |fecha de entrevista|cita|appuntamento|colloquio|data colloquio|incontro|reuniao|data da reuniao|data da entrevista|gesprek op|afspraak|afspraak op
        |spotkanie|data spotkania|mote|mote den|møde|møde den|mødedato|aftale|schuzka|datum schuzky|встреча|дата встречи|面談日|面会日""",
    "what_i_learned": """gelernt|was ich gelernt habe|erkenntnisse|appris|ce que j ai appris|aprendido|lo que aprendi|imparato|cosa ho imparato|o que aprendi
        |geleerd|wat ik leerde|czego się dowiedziałem|vad jag lärde mig|lært|hvad jeg lærte|co jsem se dozvedel|что я узнал|学んだこと""",
    "advice": """rat|ratschlag|ratschlage|conseil|conseils|consejo|consejos|consiglio|consigli|conselho|conselhos|adviezen|advies|rady|совет|советы|助言
        |アドバイス""",
    "referrals_given": """genannte namen|weitere kontakte|empfohlene kontakte|contacts donnes|contacts recommandes|contactos recomendados|contatti dati|contatti consigliati
        |contatos indicados|doorverwezen naar|polecone osoby|polecone kontakty|rekommenderade kontakter|anbefalede kontakter|doporucene kontakty
        |рекомендованные контакты|紹介された人""",
    "replied_on": """geantwortet am|antwort am|antwort erhalten|antwort|repondu le|reponse le|reponse|respondio el|fecha de respuesta|respuesta|risposto il
        |data risposta|risposta|respondeu em|data da resposta|resposta|geantwoord op|antwoord op|antwoord|odpowiedz|data odpowiedzi|svarade|svar den
        |svar|svarede|odpoved|datum odpovedi|дата ответа|ответ|返信日|回答日""",
    "my_question": """meine frage|ma question|mi pregunta|la mia domanda|minha pergunta|mijn vraag|moje pytanie|min fraga|mit spørgsmål|moje otazka
        |мой вопрос|私の質問""",
}  # fmt: skip
_WORK = """primare|primar|primair|principal|principale|principal|work|business|office|company|primary|main|default|preferred|geschaftlich|dienstlich|firma|arbeit|buro|bureau|professionnel|professionnelle
    |trabajo|oficina|negocios|lavoro|ufficio|comercial|trabalho|empresa|werk|zakelijk|zaken|służbowy|służbowa|służbowe|praca|firmowy|arbete
    |arbetet|arbejde|prace|do zamestnani|zamestnani|раб|рабочий|работа|会社|勤務先"""
_HOME = """sekundare|sekundar|secundair|secundaria|secundario|secondaria|secondario|home|private|personal|other|secondary|alternate|alternative|second|privat|andere|weitere|zweite|domicile|personnel|personnelle|autre
    |secondaire|particular|casa|otro|secundario|abitazione|altro|prive|thuis|overige|domowy|dom|prywatny|hem|annan|hjem|andet
    |domu|domaci|домашний|дом|другой|自宅|その他"""


def _folded(words: str) -> frozenset[str]:
    return frozenset(spelled(word) for word in words.split("|") if word.strip())


FIELD_OF_WORD: dict[str, str] = {word: field for field, words in _WORDS.items() for word in _folded(words)}
WORK, HOME = _folded(_WORK), _folded(_HOME)
DOUBTFUL = _folded("aufgabe|aufgabenbereich|incarico|beruf|metier|zawod|yrke|erhverv|povolani|roll")
"""Words that may say something else too, as a task to do: another column of the same field goes before theirs."""
SMALL_WORDS = _folded("mailing|op|del|de|da|do|du|di|della|la|le|of|the|des|a|to|number|no|nr|your|their")
NOISE = {
    "gender": ("unspecified", ""), "priority": ("normal",), "sensitivity": ("normal",), "private": ("false", "no"),
    "e mail typ": ("smtp", "ex"), "e mail 2 typ": ("smtp", "ex"), "e mail 3 typ": ("smtp", "ex"), "e mail angezeigter name": (), "e mail 2 angezeigter name": (),
    "e mail 3 angezeigter name": (), "geschlecht": ("keine angabe", "nicht angegeben"), "vertraulichkeit": ("normal",), "privat": ("falsch", "nein", "aus"),
    "initialen": (), "geburtstag": ("0 0 00",), "jahrestag": ("0 0 00",),
    "e mail type": ("smtp", "ex"), "initials": (), "nr": (), "no": (), "number": (), "row": (), "lfd nr": (), "s no": (), "serial no": (), "e mail display name": (), "e mail 2 display name": (), "e mail 3 display name": (),
    "e mail 2 type": (), "e mail 3 type": (), "record id": (), "birthday": ("0 0 00",), "anniversary": ("0 0 00",),
}  # fmt: skip
"""Columns that programs fill by themselves, with the values that say nothing; without values, whatever stands there."""
