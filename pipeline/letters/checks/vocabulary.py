"""The words that talk of work is made of, by kind: what stands for a job, an employer, a wish, a talk …

The judge of requests reads a clause twice, in its words and in these kinds, so that what it learned of "a vacancy with
your firm" holds of "an opening at your clinic" too. A word has one kind; a mark at its end (`hir*`) takes in its endings.
"""

from __future__ import annotations

from functools import cache

_KINDS = {
    "JOB": "job jobs position positions role roles post posts opening openings vacanc* employment internship* placement*"
    " apprenticeship* traineeship* returnship* clerkship* pupillage postdoc lectureship billet headcount requirement* req reqs"
    " intake scheme vacant stelle stellen anstellung praktikum arbeitsplatz empleo puesto puestos vacante vacantes practicas"
    " plaza emploi poste postes stage alternance",
    "CHANCE": "opportunit* chance shot trial break offer offers lead leads prospect* possibilit* spot seat slot berth gig gigs"
    " start place room desk oportunidad chancen",
    "WORK": "work shift shifts hours arbeit trabajo travail",
    "PAPER": "application* candida* cv resume biodata bio-data profile clips portfolio bewerb* solicitud"
    " postul* candidature reel deck showreel references referees transcript letterhead covering",
    "HIRE": "hir* recruit* employ employs employed employing employer* hr shortlist* staffing sponsor* headhunt* onboard*"
    " einstell* contrata* embauch* recrut*",
    "ENTER": "join joining joined contribute contributing intern apprentice temp freelance belong rejoindre",
    "BEGIN": "working starting begin beginning serve serving train training",
    "APPLY": "apply applying applied appli* enter entering relocat* transfer",
    "SEEK": "looking seeking searching seek seeks search hunting hunt pursue pursuing exploring explore lookout market pursuit"
    " suche busco buscando cherche recherche",
    "SEEKER": "job-seeker* jobseeker* job-hunt* job-search* jobhunt* opentowork #opentowork",
    "NEED": "need needs needed needing require* short use wanted seeks lacking lacks",
    "WISH": "want wants like love wish hope hopes hoped hoping keen eager delighted thrilled glad happy honored honoured proud"
    " excited interested interest willing prepared dream dreamed dreamt ambition aspire grateful pleased appreciate welcome"
    " thankful obliged jump leap relish itching dying longing desire privilege honor honour mochte gerne gern quisiera gustaria"
    " voudrais aimerais souhaite",
    "FREE": "available availability free immediately asap tomorrow ready joiner disposal verfugbar disponible",
    "ME": "me myself",
    "SELF": "i we ich je yo",
    "MY": "my our mine mein meine mi ma mon",
    "YOU": "you yourself sie ihnen usted ustedes vous",
    "YOUR": "your yours ihr ihre ihrem ihren ihrer su sus votre vos",
    "FIRM": "yourfirm",
    "ORG": "team company firm staff department office organi* crew ward unit lab studio practice group"
    " school hospital clinic shop plant branch concern institution chambers bank restaurant kitchen"
    " newsroom museum agency payroll business startup start-up division warehouse factory mill yard"
    " university college library paper magazine unternehmen firma empresa entreprise equipo equipe"
    " team bureau estate site brigade society district surgery bakery orchestra theatre theater choir"
    " parish council county embassy outfit mob lot squad depot foundry farm ranch vineyard"
    " nursery lodge inn hotel cafe salon garage boatyard shipyard port vessel boat ship line gallery"
    " archive archives trust trustees foundation charity ngo ministry consultancy partners board"
    " faculty",
    "HAND": "someone somebody person people anyone anybody hand hands nurse nurses analyst* engineer*"
    " assistant* trainee trainees interns apprentices clerk* teacher* developer* planner* graduate"
    " graduates junior fresher* driver* barista* bookkeeper accountant* designer* editor secretary"
    " cook chef welder* candidate candidates associate newcomer paralegal* returner veteran manager"
    " gardener nanny carpenter cashier receptionist librarian curator pharmacist lawyer"
    " programmer volunteer* freelancer* stringer translator welder mechanic typist undergraduate*"
    " newcomers beginner learner temp temps staffer colleague fitter electrician plumber painter"
    " baker butcher under-gardener caretaker cleaner housekeeper caregiver carer governess groom"
    " mason bricklayer roofer plasterer scaffolder labourer laborer navvy operator* technician*"
    " tester* scientist* researcher* architect* surveyor* actuary conservator cataloguer archivist*"
    " registrar keeper physio physiotherapist therapist* midwife midwives doctor dentist* vet surgeon"
    " pilot* captain deckhand* sailor* fisherman farmhand* stockman shepherd reporter* journalist*"
    " correspondent* photographer* illustrator* copywriter* writer* proofreader sub-editor producer*"
    " runner* grip* rigger* stagehand* actor* musician* singer* lecturer* professor* postdocs tutor*"
    " trainer* coach* instructor* consultant* counsel solicitor* barrister* attorney* bartender*"
    " barman waiter* waitress dishwasher commis sous porter* concierge guard* dispatcher* trucker*"
    " courier* messenger* picker* packer* loader* machinist* toolmaker* foundryman miner* stoker*"
    " pipefitter* millwright* draughtsman drafter* modeller* auditor* economist* statistician*"
    " underwriter* broker* trader* banker* buyer* merchandiser* salesman saleswoman rep reps"
    " administrator* bookkeepers typists secretaries pa chemist* biologist* physicist* ranger*"
    " forester* gofer dogsbody locum* supply sub stand-in understudy replacement cover",
    "BOSS": "boss recruiter* matron personnel director foreman supervisor superior* gaffer skipper chief"
    " superintendent headteacher principal governors vp owner editor-in-chief producer",
    "FIT": "fit suited suitable qualified match asset qualif* skills experience background credentials addition eligible"
    " experienced hard-working hardworking skilled capable competent",
    "TALK": "talk talking talks advice learn learning learned hear hearing ask asking asked question* meet meeting minutes coffee"
    " information insight* call phone chat visit visiting visit* conversation understand understanding know knowing story view"
    " views thoughts opinion book books read reading article lecture lunch tour guidance listen curious erfahren fragen rat"
    " lernen gesprach aprender consejos conocer hablar conseils apprendre savoir parler",
    "TIME": "calendar schedule diary week day hour moment thursday tuesday wednesday friday afternoon morning half",
    "THANK": "thank thanks congratulations congratulate gratitude danke vielen gracias merci",
    "COND": "if should were had whenever when unless case once falls wenn si",
    "MAY": "could would can might may will shall",
    "GIVE": "give giving given grant offer offered get getting find finding land landing take taking took taken consider"
    " considered considering considers provide secure obtain fill bring put let",
    "REFER": "refer referral referred recommend* forward forwarding pass passing introduce introduction mention vouch endorse"
    " referring",
    "LOST": "unemployed redundant redundancy laid jobless fired layoff arbeitslos desempleado layoffs"
    " severance bankrupt",
    "WH": "how what who whom where why which",
    "PAST": "was did began started worked got came found left met",
    "GROW": "grow growing expand* growth building adding staffing enlarge headcount crewing short-staffed"
    " short-handed shorthanded understaffed",
    "AD": "ad ads advert* posting posted listing listed portal website linkedin ats deadline closing",
    "PAY": "pay paid salary wage* money income unpaid rate* ctc paycheck fee gehalt sueldo salaire",
    "LEAVE": "leaves leave leaving quits quit retir* replac* resign* succeed goes retirement quitting retires"
    " stepping steps",
    "OPENS": "arise* arose comes crop* opens opened vacant unfilled filled up frees frei libre surge",
    "FAMILY": "son daughter nephew niece husband wife sister brother friend mother father cousin",
    "SEEN": "saw see seen noticed read heard hear notice told said mentioned understand gather",
    "THEY": "he she they her his their him them others",
    "FIELD": "field trade profession industry career careers sector business' degree course courses class study studies college'",
    "VISA": "visa visas sponsorship h-1b h1b h-1bs lmia tn opt permit",
    "NOT": "not no never without neither nor none nothing rather instead kein keine keinen nicht pas ne sin nunca",
    "PLEASE": "kindly please request requesting beg humbly esteemed reputed oblige respectfully bitte",
}


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    named = [(word, kind) for kind, words in _KINDS.items() for word in words.split()]
    whole = {word: kind for word, kind in named if not word.endswith("*")}
    return whole, {word[:-1]: kind for word, kind in named if word.endswith("*")}


@cache
def kind_of(word: str) -> str:
    """Name the kind of a word, in capitals; a word of no kind stands for itself."""
    whole, stems = _tables()
    if word in whole:
        return whole[word]
    return next((stems[word[:n]] for n in range(len(word), 2, -1) if word[:n] in stems), word)
