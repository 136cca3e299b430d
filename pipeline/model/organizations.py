"""Tell an organization's name from what else stands beside a person's: a place, a job, a remark. Pure."""

from __future__ import annotations

import re

from pipeline.model.described import is_described, is_office, name_before
from pipeline.model.namewords import PRONOUNS, TITLES, is_degree, is_given
from pipeline.model.texts import FIRM_FORMS, flat, folded, word_set

ORGANIZATION_WORDS = FIRM_FORMS | word_set("""
    center centre clinic hospital hospitals hospice university college school academy institute museum library foundation association
    society council department agency bureau bank trust group services service systems health medical medicine care company partners
    associates consulting labs laboratory laboratories industries works studio press publishing media church ministry nonprofit
    network alliance coalition union insurance pharmacy pharma energy logistics universitat hochschule klinik krankenhaus verein verlag stiftung
""")
"""Words that only organizations are called by."""
_LED = re.compile(
    r"(?:^|\s)(?:works?\s+(?:at|for)|working\s+(?:at|for)|at|with|bei|@)\s+(.+)$", re.IGNORECASE
)
_JOINERS = word_set("of and the for in & + de des du la und fur der")
_INSIDE = word_set("department dept team resources office division unit")
_PLACES_BEGIN = word_set(
    "new san santa los las el saint st ft fort mount mt north south east west upper lower salt"
)
_REMARKS_BEGIN = word_set(
    "very not call calls knows good great nice old ask please really best no yes maybe only never always"
)
_NO_FIRM = word_set("nyc usa uk eu fyi asap tbd tba ceo cfo cto coo cio cmo svp evp")
_MOST_WORDS = 6
_CALLED_AS_PEOPLE_ARE = """
    Goldman Sachs|Morgan Stanley|JP Morgan|Merrill Lynch|Wells Fargo|Bear Stearns|Charles Schwab|Booz Allen|Booz Allen Hamilton
    |Ernst and Young|Ernst & Young|McKinsey|Deloitte|Accenture|Kaiser Permanente|Abbott Northwestern|Johns Hopkins|Eli Lilly
    |Johnson & Johnson|Procter & Gamble|General Electric|General Motors|General Mills|General Dynamics|Dollar General|Dollar Tree
    |Home Depot|Best Buy|Whole Foods|Olive Garden|Burger King|Taco Bell|Old Navy|Rite Aid|Lockheed Martin|Northrop Grumman
    |Pratt & Whitney|Rolls Royce|Texas Instruments|Hewlett Packard|Union Pacific|Delta Airlines|Holiday Inn|Hampton Inn
    |Best Western|Liberty Mutual|State Farm|Blue Cross|Red Cross|Capital One|American Express|Human Resources|Kent State
    |Ohio State|Penn State|Michigan State|Georgia Tech|Virginia Tech|Notre Dame|Ann Arbor|New York|New Orleans|New Jersey
    |New Mexico|Los Angeles|Las Vegas|San Diego|San Francisco|San Antonio|San Jose|Santa Fe|Santa Monica|St. Louis|St. Paul
    |Saint Paul|El Paso|Fort Worth|Salt Lake City|Virginia Beach|West Virginia|North Carolina|South Carolina|North Dakota
    |South Dakota|Kansas City|Jersey City|Long Beach|Palm Beach|Walmart|Costco|Kroger|Amazon|Google|Microsoft|Starbucks|UPS|FedEx
    |IBM|NASA|YMCA|Pfizer|Boeing|Cisco|Intel|Oracle|Citibank|Verizon|Comcast|Walgreens|CVS|Lowe's
"""
_PLAINLY_NONE = frozenset(map(folded, _CALLED_AS_PEOPLE_ARE.split("|")))
_LAST_NAMES_TOO = word_set("church bank press union care law")
ENDS_OF_FIRMS = ORGANIZATION_WORDS - _LAST_NAMES_TOO


def organization_in(remark: str) -> str:
    """Give the organization that a few words beside a name say, as in "Quay Works" and "CFO at Quay Works"; "" where they say none."""
    led = _LED.search(remark)
    said = [led[1]] if led else re.split(r"[,;]", remark)
    found = (text.strip(" .:-–—") for text in said)
    return next((text for text in found if _reads_as_one(text, led=led is not None)), "")


def is_plainly_none(name: str) -> bool:
    """Tell a firm, a school or a town that is no person, as Goldman Sachs, Mayo Clinic and Ann Arbor; not Edward Jones, who may be one."""
    words = name.split()
    if not words or flat(words[0].strip(".")) in TITLES or name_before(name):
        return False
    last = flat(words[-1].strip(".,"))
    called = len(words) > 1 and last in ENDS_OF_FIRMS and not is_given(words[0])
    return called or folded(name) in _PLAINLY_NONE


def is_called_as_firms_are(name: str) -> bool:
    """Tell Mercy Hospital, and Ann Lee Mercy Hospital, from Ann Church and Amy School."""
    words = name.split()
    ends = bool(words) and flat(words[-1].strip(".,")) in ENDS_OF_FIRMS
    return ends and len(words) > 1 and (len(words) > 2 or not is_given(words[0]))


def begins_as_town(text: str) -> bool:
    """Tell San Diego and New York from Diego."""
    first, _, rest = text.partition(" ")
    return bool(rest) and flat(first.strip(".")) in _PLACES_BEGIN


def _reads_as_one(text: str, *, led: bool) -> bool:
    words = text.split()
    low = [flat(word.strip(".")) for word in words]
    if not words or len(words) > _MOST_WORDS or re.search(r"[@?!]|\d{3}", text) or PRONOUNS.search(text):
        return False
    if any(word[0].islower() and flat(word) not in _JOINERS for word in words) or low[
        0
    ] in TITLES | _JOINERS - {"the"}:
        return False
    if low[-1] in _INSIDE or is_office(text) or any(map(is_degree, words)):
        return False
    if not ORGANIZATION_WORDS.isdisjoint(low):
        return len(words) > 1
    if is_described(text) or is_given(words[0]):
        return False
    if len(words) > 1:
        return led or low[0] not in _PLACES_BEGIN | _REMARKS_BEGIN
    return low[0] not in _NO_FIRM and (led or _is_no_plain_word(words[0]))


def _is_no_plain_word(word: str) -> bool:
    """Tell IBM, eBay and AT&T from Boston."""
    return len(word) > 2 and (sum(c.isupper() for c in word) > 1 or "&" in word)
