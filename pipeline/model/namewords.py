"""Words that stand beside names: titles, degrees, honorifics, nicknames, usual given names. Compared without case and accents."""

from __future__ import annotations

import re

from pipeline.model.texts import FIRM_FORMS, flat, word_set

# A title alone is no name. Any other unknown word before the right last name is taken for a title too.
TITLES = word_set("""
    dr mr mrs ms miss mx prof professor doctor sir madam madame mme mlle mademoiselle monsieur m herr frau fraulein rev reverend
    hon honorable honourable judge justice captain capt chief dean president director chairman chairwoman chair sister brother
    father fr coach sergeant sgt colonel col major maj lieutenant lt general gen admiral commander cmdr senator governor mayor
    ambassador rabbi imam pastor bishop sr sra srta senor senora senorita don dona d lic ing arq sig signor signora signorina
    sigra dott dottssa dottore dottoressa dra senhor senhora exmo exma profa profssa herra rouva fru hr pan pani pane panie
    pana dhr mevr mevrouw meneer de heer bay bayan khun shri sri smt shrimati kumari mag dipl diplom univ lord lady dame
    maestro maitre me mstr master officer detective inspector principal provost chancellor minister secretary attorney counselor
    avv mgr phdr mudr judr rndr bc nurse deacon elder cantor hajji haji ustad pandit swami datuk dato tan puan encik cik
    господин госпожа г гжа пан пани пані κύριε κυρία κ κα κος δρ
""")
# Titles that are jobs as well: who is greeted by one says so in Salutation.
JOBS_TOO = word_set("""
    justice chief dean president director chairman chairwoman chair coach sergeant sgt captain capt colonel col major maj lieutenant
    lt general gen admiral commander cmdr senator governor mayor ambassador rabbi imam pastor bishop maestro master mstr officer
    detective inspector principal provost chancellor minister secretary attorney counselor mgr nurse deacon elder cantor
""")
# No name has one of these after its first word.
ONLY_TITLES = word_set(
    "dr mr mrs ms mx prof professor rev reverend mme mlle frau herr dott dottssa dra srta phdr mudr judr rndr"
)
JOBS = word_set("""
    ceo cfo cto coo cio cmo vp svp evp manager owner founder cofounder partner curator recruiter head hr engineer consultant
    supervisor administrator coordinator executive associate emeritus emerita
""")
# They follow a name, joined to it or not.
HONORIFICS = word_set("""
    san sama sensei kun chan shi ji jee sahib saheb sahab garu bhai ben bey hanim hanım efendi abi abla hoca hocam nim ssi ssinim
    ur urnak asszony urholgy uram jr sr ii iii iv again there saab miss madam sir esq esquire mam maam ma'am ma’am
    先生 女士 小姐 太太 夫人 老师 老師 教授 博士 经理 經理 总 總 主任 院长 院長 校长 校長 医生 醫生 醫師 医师 律师 律師 主席 董事长 董事長 总监 總監 工程师
    您好 你好 さん 様 さま 氏 殿 部長 課長 社長 님 씨 선생님 교수님 박사님 부장님 과장님 대표님 사장님 팀장님 이사님 원장님 께 귀하
""")
_JOINED_HONORIFICS = sorted((w for w in HONORIFICS if not w.isascii() and len(w) <= 4), key=len, reverse=True)
GENERATIONS = word_set("jr sr ii iii iv v esq")
DEGREES = word_set("""
    phd mba mph msw lcsw rn cpa jd edd dds dvm pmp mha msn facp msc bsc bcom mcom meng beng llb llm mphil dphil md ma mfa ba bs ms
    do pe bfa mpa mpp med bed cfa cissp shrm phr sphr aia faia frcs mrcp pharmd psyd dnp crna np pa-c facs ccna acca fca aca
    btech mtech bba pgdm dba scd
    fache bsn adn lpn lvn aprn cna cnm cnp cns crnp fnp fnp-c fnp-bc pmhnp rn-bc ccrn cen rrt dpt mspt pta ot otd otr otr/l cota slp ccc-slp
    lmsw licsw lsw lpc lcpc lmhc lmft pt rd rdn cphq rhia rhit chfp fhfma drph mhsa mlis aicp facep faap facog faan
""")
# In other shapes than these they are names or titles: Ma, Do, Ms., Med, Ed.
_CAREFUL = word_set(
    "ma ba bs ms do pe md med bed np aca fca aia scd adn cna cen rd ot pt pta cota faan faap facep lsw otd slp cns mlis"
)
NOBODY = word_set("""
    sir madam ma'am ma’am sirs madams mesdames whom it may concern all everyone everybody friend friends colleague colleagues neighbor neighbour
    there folks people again ladies gentlemen or to the you fellow reader damen und herren senores senoras tutti todos tous
    messieurs mesdames dames heren
""")
FIRM = FIRM_FORMS | word_set("""
    team ag company department dept office committee group staff
    support service services sales marketing admissions reception info center centre
""")
NO_VALUES = word_set("yes true false none nan null undefined tbd")
AND_IN_NAMES = word_set("y e i en ja és и и та και 和 与 と")
PARTICLES = word_set("""
    van von de del della der den di da dos das do du la le lo las los el al bin ibn ben bint ter ten te zu zur af av st san santa y e
    a o i d l ap abu
""")
LAST_NAMES_BEGIN = frozenset(word for word in PARTICLES if len(word) > 1) | {"mac"}
"""Particles with which a last name of several words begins; a single letter may be an initial."""

_NICKNAMES = """
robert bob rob bobby robbie bert|william bill will billy willy liam|richard dick rick rich ricky richie|james jim jimmy jamie|john jack
johnny jon|thomas tom tommy|elizabeth liz beth betty lizzie eliza lisa libby betsy|margaret maggie meg peggy marge greta|catherine cathy
kate katie cath|katherine kathy kate katie kat kath|kathleen kathy kate|edward ed eddie ted ned|edwin ed|theodore ted theo teddy|michael
mike mick mickey|charles charlie chuck chas|joseph joe joey|david dave davy|daniel dan danny|samuel sam sammy|samantha sam|benjamin ben
benny|anthony tony|andrew andy drew|alexander alex al sasha xander sandy|alexandra alex sandra lexi sasha|nicholas nick nicky|christopher
chris kit topher|christine chris chrissy tina|christina chris tina chrissy|matthew matt|patrick pat paddy|patricia pat patty trish tricia|
steven steve|stephen steve|gregory greg|jeffrey jeff|geoffrey geoff|kenneth ken kenny|ronald ron ronnie|donald don donnie|raymond ray|
lawrence larry|laurence larry|leonard len lenny leo|timothy tim timmy|joshua josh|jonathan jon|jacob jake|zachary zach zack|frederick fred
freddy|alfred al fred alfie|albert al bert|gerald jerry gerry|jerome jerry|harold harry hal|henry harry hank|francis frank fran|frances
fran frankie|franklin frank|philip phil|phillip phil|peter pete|susan sue susie|suzanne sue|deborah deb debbie|rebecca becky becca|
jennifer jen jenny|jessica jess jessie|victoria vicky tori|veronica ronnie|virginia ginny|dorothy dot dottie|pamela pam|barbara barb
barbie|abigail abby gail|judith judy|jacqueline jackie|amanda mandy|cynthia cindy|cassandra cassie|valerie val|vincent vince vinny|
walter walt|arthur art artie|eugene gene|nathaniel nate nat|nathan nate|russell russ|stanley stan|terence terry|theresa terry tess|
teresa terry tess|gabriel gabe|isaac ike|ignacio nacho|jose pepe|francisco paco pancho|guadalupe lupe|manuel manny manolo|eduardo lalo
edu|roberto beto|enrique quique|maria mia mari|giuseppe beppe|giovanni gianni|luigi gigi|salvatore totò toto|johannes hans jo|
maximilian max|sebastian basti seb|friedrich fritz|wilhelm willi|hans hansi|dmitri dima mitya|dmitry dima mitya|aleksandr sasha|
mikhail misha|vladimir vova volodya|ekaterina katya|anastasia nastya|tatiana tanya|yevgeny zhenya|malgorzata gosia|katarzyna kasia|
agnieszka aga|tomasz tomek|krzysztof krzys|jakub kuba|josef pepa|frantisek franta|mohammed mo|muhammad mo|abdullah abdul|subramaniam
subbu|venkatesh venky|krishnamurthy krish|rajesh raj|rajendra raj|sanjay san|vikram vik|ann annie|anne annie|anna annie|jane janie|joan joanie|
rose rosie|ellen ellie|eleanor ellie nell
"""
_FORMS: dict[str, set[str]] = {}
for _line in " ".join(_NICKNAMES.split()).split("|"):
    _full, *_short = _line.split()
    _FORMS.setdefault(_full, set()).update(_short)

# Enough of the usual ones to see another person's name where only titles would stand: "Dear Tom Okafor" to Grace.
GIVEN = (
    word_set("""
    aaron adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alfonso ali alice alicia alison allison amanda amber
    amit amy ana andrea andreas andrei andrew andy angela anita anjali ann anna anne anthony antonio anya arjun arthur ashley audrey
    barbara beatrice ben benjamin bernard beth betty bill bob boris brandon brenda brian bridget bruce bruno camila carl carla carlos
    carmen carol caroline catherine charles charlotte chen chloe chris christian christina christine christopher claire clara
    claudia colin craig cynthia daniel daniela danielle david dawn deborah denise dennis diana diane diego dmitri dolores don donald
    donna dorothy douglas edith edward eileen elaine elena eleanor eli elizabeth ella ellen elsa emily emma eric erica erik erin
    ethan eugene eva evelyn fatima felix fernando fiona florence frances francesca francis francisco frank fred gabriel gabriela
    gareth gary geoffrey george gerald gloria gordon grace graham greg gregory hannah hans harold harriet harry hassan heather
    hector heidi helen helena henry hiroshi howard hugh hugo ian igor ines ingrid irene isaac isabel isabella ivan jack jacob
    jacqueline jake james jamie jan jane janet janice jason javier jean jeff jeffrey jennifer jeremy jerry jesse jessica jim joan
    joanna joe johan johannes john jonathan jorge jose joseph josh joshua joyce juan juanita judith judy julia julian julie karen
    karin karl kate katherine kathleen kathryn keith kelly ken kenji kenneth kevin kim klaus kumar kyle lars laura lauren laurie
    leah leo leon leonard leslie lena liam lily linda lindsay lisa liz lorenzo louis louise lucas lucia lucy luis luke lydia
    madison magda manuel marco margaret maria marie marion mark marta martha martin mary matt matthew maureen maya megan melissa
    mia michael michel michelle miguel mike miriam mohammed molly monica monique muhammad nadia nancy natalie nathan neha neil nicholas
    nick nicole nina noah nora norman olga oliver olivia omar oscar pablo pamela patricia patrick paul paula pauline pedro peggy
    peter philip phillip pierre pilar priya rachel rafael rahul rajesh ralph raymond rebecca ricardo richard rita robert roberta
    roberto robin roger ronald rosa rose roy russell ruth ryan sabine sally sam samantha samuel sandra sanjay sara sarah scott sean
    sergio shannon sharon sheila shirley simon sofia sonia sophia sophie stefan stella stephanie stephen steve steven stuart susan
    susanne suzanne sven sylvia tamara tanya tara ted teresa terry theresa thomas tiffany tim timothy tina todd tom tommy tony
    tracy ursula valerie vanessa vera veronica victor victoria vincent virginia vivian vladimir walter wei wendy wilhelm william
    wolfgang xavier yasmin yolanda yusuf yvonne zachary zoe
""")
    - TITLES
)


SHORT = word_set(
    "bo jo al kay cy ty lee roy mae lou bea ava ida ed lu ann jo-ann jo-anne mary-ann anne-marie"
)
_ALL_FORMS = frozenset(_FORMS).union(*_FORMS.values())
_PLACES_TOO = word_set("charlotte florence georgia madison victoria virginia")


def is_given(word: str, *, places: bool = True) -> bool:
    """Tell a usual given name or its short form; `places` counts those that are towns and states as well."""
    low = flat(word)
    known = low in GIVEN or low in SHORT or low in _ALL_FORMS
    return known and (places or low not in _PLACES_TOO)


def is_nickname(word: str, first: str) -> bool:
    """Tell whether a word is a usual short form of a first name, or that name the full form of the word."""
    return word in short_forms(first) or first in _FORMS.get(word, ())


def short_forms(first: str) -> set[str]:
    """Return the usual short forms of a first name: those that are known, and its first 3 or 4 letters."""
    return _FORMS.get(first, set()) | {first[:n] for n in (3, 4) if len(first) - n >= 3}


def is_degree(word: str, *names: str) -> bool:
    """Tell "PhD", "M.A." and "MD" from names and titles; a word that is the whole of one of `names` is a name.

    `word` stands as written, with its dots.
    """
    bare = word.replace(".", "").strip("-,")
    low = bare.casefold()
    if low not in DEGREES:
        return False
    if low in {name.replace(".", "").strip().casefold() for name in names}:
        return False
    if low in _CAREFUL:
        return ((bare.isupper() or bare in ("MEd", "BEd", "ScD")) and low not in ("ms",)) or "." in word[:-1]
    return True


def without_honorific(word: str) -> str:
    """Take 先生, 様 or 님 off the end of a name that is written in one with it."""
    for ending in _JOINED_HONORIFICS:
        if len(word) > len(ending) and word.endswith(ending):
            return word.removesuffix(ending)
    return word


PRONOUNS = re.compile(
    r"\b(?:she|he|they|ze|xe)\s*[/|,]\s*(?:her|him|them|hers|his|theirs|they|she|he|hir|xem)\b", re.I
)
NOTED = re.compile(r"\b(?:lol|lmao|haha+|idk|tb[dac]|XX+)\b")
"""What is noted beside a name, or in its place; Lol is a first name."""
