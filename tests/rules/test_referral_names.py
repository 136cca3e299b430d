"""Which names stand in a cell of Referrals given (R13), and what in it is nobody's."""

from __future__ import annotations

import pytest

from pipeline.model import Contact
from pipeline.model.described import is_nobody
from pipeline.rules import referrals
from pipeline.rules.cellnames import name_alone, no_names, organization_beside, referral_names, without_name
from pipeline.rules.namedoubts import name_doubt


@pytest.mark.parametrize(
    ("cell", "names", "others"),
    [
        ("Tina Brook (his deputy), and someone in Columbus", ["Tina Brook"], ["someone in Columbus"]),
        ("Joan Reyes and her boss Al", ["Joan Reyes"], ["her boss Al"]),
        ("himself again in spring", [], ["himself again in spring"]),
        ("Bo Berg, Cy Cruz", ["Bo Berg", "Cy Cruz"], []),
        ("Berg, Bo", ["Bo Berg"], []),
        ("Berg, Bo; de la Cruz, Dr. Ana", ["Bo Berg", "Dr. Ana de la Cruz"], []),
        ("Ada Okafor <ada@example.org>, Bo Berg", ["Ada Okafor", "Bo Berg"], []),
        ("1. Bo Berg\n2) Cy Cruz 555-0101", ["Bo Berg", "Cy Cruz"], []),
        ("Bo Berg - director at Quay", ["Bo Berg"], ["director at Quay"]),
        ("Tina Brook at Quay", ["Tina Brook"], []),
        ("Ann Fox (CFO), Bo", ["Ann Fox", "Bo"], []),
        ("Bo, Ann Fox", ["Bo", "Ann Fox"], []),
        ("Kay Berg and Bo", ["Kay Berg", "Bo"], []),
        ("Jo and Al", ["Jo", "Al"], []),
        ("Ana & Tom Ruiz", ["Ana Ruiz", "Tom Ruiz"], []),
        ("Ana and Tom Ruiz, Goldman Sachs", ["Ana", "Tom Ruiz"], ["Goldman Sachs"]),
        ("Goldman Sachs", [], ["Goldman Sachs"]),
        ("Dr. Kay Berg, Bo, and Cy Cruz", ["Dr. Kay Berg", "Bo", "Cy Cruz"], []),
        ("Jo Fox and Charlotte", ["Jo Fox", "Charlotte"], []),
        ("Ann Fox, Charlotte", ["Ann Fox"], ["Charlotte"]),
        ("Kay Berg, VP Sales", ["Kay Berg"], ["VP Sales"]),
        ("Ann Fox, CFO", ["Ann Fox"], ["CFO"]),
        ("Ann Fox, Dean of Students", ["Ann Fox"], ["Dean of Students"]),
        ("Ann Fox, Chair", ["Ann Fox"], ["Chair"]),
        ("Ann Fox, MD", ["Ann Fox, MD"], []),
        ("Ann Fox, PhD, and Bo", ["Ann Fox", "Bo"], []),
        ("Director of Nursing, Kay Berg", ["Kay Berg"], ["Director of Nursing"]),
        ("CEO Kay Berg", ["CEO Kay Berg"], []),
        ("Garcia Lopez, Ana", ["Garcia Lopez, Ana"], []),
        ("Thomas, Mary Beth", ["Thomas, Mary Beth"], []),
        ("Ann Fox and somebody at Quay", ["Ann Fox"], ["somebody at Quay"]),
        ("Quay and Bo", [], ["Quay", "Bo"]),
        ("CFO; VP Sales", [], ["CFO", "VP Sales"]),
        ("Ana R. and Bo Berg", ["Ana R.", "Bo Berg"], []),
        ("Judy; Mom; Dr. Vogt", ["Judy", "Mom", "Dr. Vogt"], []),
        ("Kay Berg or Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("either Kay Berg or Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("Kay Berg plus Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("Or Cohen", ["Or Cohen"], []),
        ("Kay Berg knows Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("Kay Berg introduced me to Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("Kay Berg said to try Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("Kay Berg knows Zdenka Kral", ["Kay Berg"], ["Zdenka Kral"]),
        ("Kay Berg with Cy Cruz", ["Kay Berg"], ["Cy Cruz"]),
        ("Kay Berg at Quay Works", ["Kay Berg"], []),
        ("Jim and Dr. Sue de la Cruz", ["Jim de la Cruz", "Dr. Sue de la Cruz"], []),
        ("Zdenka and Sue Fox", ["Sue Fox"], ["Zdenka"]),
        ("Jim, Sue Fox", ["Jim", "Sue Fox"], []),
        ("her boss Kay Berg", ["Kay Berg"], []),
        ("my old neighbor Zdenka Kral", ["Zdenka Kral"], []),
        ("try Kay Berg", ["Kay Berg"], []),
        ("Call Kay Berg, Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("talk to Kay Berg about nursing", ["Kay Berg"], []),
        ("ask Human Resources", [], ["ask Human Resources"]),
        ("perhaps Kay Berg", [], ["perhaps Kay Berg"]),
        ("1. Kay Berg 2. Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("(1) Kay Berg (2) Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("• Kay Berg • Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("• Kay Berg\n• Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("✔ Kay Berg; ☐ Cy Cruz 🙂", ["Kay Berg", "Cy Cruz"], []),
        ("*Kay Berg*; “Cy Cruz”; Bo Ruiz!", ["Kay Berg", "Cy Cruz", "Bo Ruiz"], []),
        ("Kay Berg → Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("Kay Berg @ Quay and Cy Cruz @ Dock Works", ["Kay Berg", "Cy Cruz"], []),
        ("Kay Berg@Quay, Cy Cruz", ["Kay Berg", "Cy Cruz"], []),
        ("kay and bo berg", ["kay berg", "bo berg"], []),
        ("kay & bo", ["kay", "bo"], []),
        ("Lee, Bob and Cy Cruz", ["Cy Cruz"], ["Lee", "Bob"]),
        ("Lee and Bob Cruz", ["Lee Cruz", "Bob Cruz"], []),
        ("Quay: Kay Berg", ["Kay Berg"], ["Quay"]),
        ("Yes: Kay Berg; Cy Cruz", ["Kay Berg", "Cy Cruz"], ["Yes"]),
        ("Kay Berg's boss", [], ["Kay Berg's boss"]),
        ("Kay Berg's boss Cy Cruz", ["Cy Cruz"], []),
        ("ACHE chapter; Front Desk; No one", [], ["ACHE chapter", "Front Desk", "No one"]),
        ("Kay Berg née Fox", ["Kay Berg"], []),
        ("Kay Berg etc.", ["Kay Berg"], []),
    ],
)
def test_names_are_taken_and_the_rest_is_said(cell: str, names: list[str], others: list[str]) -> None:
    assert referral_names(cell) == names
    assert no_names(cell) == others


@pytest.mark.parametrize(
    "cell",
    ["Bob Fox, Bo", "Bo, Bob Fox", "Bob Fox and Bo (Quay)", "Bo Bob and Bo", "Bob and Bo"],
)
def test_a_given_name_left_out_leaves_longer_ones_alone(cell: str) -> None:
    other = next(name for name in referral_names(cell) if name != "Bo")
    left = without_name("Bo", cell)
    assert referral_names(left) == [other]
    assert no_names(left) == []


@pytest.mark.parametrize("cell", ["Bo and Bob Fox", "Bo & Bob Fox", "Bo Fox knows Bob Fox"])
def test_one_of_two_left_out_leaves_the_other(cell: str) -> None:
    for out, other in (("Bo Fox", "Bob Fox"), ("Bob Fox", "Bo")):
        left = without_name(out, cell)
        assert [name.removesuffix(" Fox") for name in referral_names(left)] == [other.removesuffix(" Fox")]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Ana Ruiz (through Kay)", "Ana Ruiz"),
        *(
            (cell, "Ana Ruiz")
            for cell in (
                "• Ana Ruiz",
                "✔ Ana Ruiz",
                "- Ana Ruiz",
                "→ Ana Ruiz",
                "*Ana Ruiz*",
                "Ana Ruiz ✓",
                "Ana Ruiz 🙂",
                "Ana Ruiz,",
                "Ana Ruiz;",
                "“Ana Ruiz”",
                "'Ana Ruiz'",
            )
        ),
        ("Ana Ruiz @ Mercy", "Ana Ruiz"),
        ("Bob Lee @ Mercy Hospital", "Bob Lee"),
        ("Ana Ruiz@Mercy; Bo Lind", "Ana Ruiz"),
        ("Mercy: Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz, ana@example.com", "Ana Ruiz"),
        ("Ana Ruiz, email: ana@example.com", "Ana Ruiz"),
        ("Ana Ruiz tel. 614-555-0123", "Ana Ruiz"),
        ("Ana R. (CFO)", "Ana R."),
        ("J.J. <jj@example.com>", "J.J."),
        ("Tom Berg Jr.", "Tom Berg Jr."),
        ("(see notes)", "(see notes)"),
        ("Ana Ruiz, CFO", "Ana Ruiz"),
        ("Ana Ruiz, VP of Sales", "Ana Ruiz"),
        ("Ana Ruiz, Head of Nursing at Quay", "Ana Ruiz"),
        ("Ana Ruiz, Mayo Clinic", "Ana Ruiz"),
        ("Ana Ruiz – CFO", "Ana Ruiz"),
        ("Ana Ruiz: her boss", "Ana Ruiz"),
        ("Dr. Ana Ruiz, Quay", "Dr. Ana Ruiz"),
        ("Ana Ruiz, Bo Lind", "Ana Ruiz"),
        ("Ana Ruiz; Bo Lind (Quay); Cy Dow", "Ana Ruiz"),
        ("Ana Ruiz\nBo Lind", "Ana Ruiz"),
        ("Zdenka Ruiz; Bo Lind", "Zdenka Ruiz"),
        ("Zdenka Ruiz, Ann Arbor", "Zdenka Ruiz"),
        ("Zdenka Ruiz, Charles Schwab", "Zdenka Ruiz"),
        ("Zdenka Ruiz, Bo Lind", "Zdenka Ruiz"),
        ("my boss, Ana Ruiz", "Ana Ruiz"),
        ("Zdenka Ruiz, San Diego", "Zdenka Ruiz"),
        ("Ana Ruiz, Bo Lind and Cy Dow", "Ana Ruiz"),
        ("Ana Ruiz, Bo Lind, and Cy Dow", "Ana Ruiz"),
        ("Ana Ruiz and Bo Lind, Goldman Sachs", "Ana Ruiz and Bo Lind"),
        ("Ana and Bo Ruiz; Cy Dow", "Ana and Bo Ruiz"),
        ("Ana Ruiz, Smith and Sons", "Ana Ruiz"),
        ("my aunt Rosa Diaz, Bo Lind", "Rosa Diaz"),
        ("Ana Ruiz, who knows Bo Lind", "Ana Ruiz"),
        ("Ana Ruiz / Bo Lind", "Ana Ruiz"),
        ("1. Ana Ruiz 2. Bo Lind", "Ana Ruiz"),
        ("Tom Berg Jr.; Bo Lind", "Tom Berg Jr."),
        ("A. Ruiz, B. Lind", "A. Ruiz"),
        ("An Le, Bo Wu", "An Le"),
        ("Ana Ruiz, Bo", "Ana Ruiz"),
        ("Jo; Al", "Jo"),
        *(
            (f"Ana Ruiz, {beside}", "Ana Ruiz")
            for beside in (
                "Goldman Sachs",
                "New York",
                "Ohio State",
                "Kaiser Permanente",
                "Human Resources",
                "Ann Arbor",
                "Morgan Stanley",
                "San Diego",
                "Saint Paul",
                "Patient Access",
                "Abbott Northwestern",
                "Quay",
            )
        ),
        ("Lind, Bo", "Bo Lind"),
        ("Lind, Bo (CFO)", "Bo Lind"),
        ("LIND, BO", "BO LIND"),
        ("Lind, Bo; Ruiz, Ana", "Bo Lind"),
        ("Lind, Bo, Ruiz, Ana", "Bo Lind"),
        ("Lind, Bo and Ruiz, Ana", "Bo Lind and Ana Ruiz"),
        ("Ruiz, Ana, CFO", "Ana Ruiz"),
        ("Ruiz, Ana, Goldman Sachs", "Ana Ruiz"),
        ("Ruiz, Ana, PhD", "Ana Ruiz, PhD"),
        ("Berg, Tom, Jr.", "Tom Berg, Jr."),
        ("Ruiz, Dr. Ana M.", "Dr. Ana M. Ruiz"),
        ("Ruiz, A.", "A. Ruiz"),
        ("de la Cruz, María-José", "María-José de la Cruz"),
        ("de la Cruz, Maria Jose", "Maria Jose de la Cruz"),
    ],
)
def test_a_referrers_name_is_what_is_left_without_remarks(cell: str, name: str) -> None:
    assert name_alone(cell) == name


@pytest.mark.parametrize(
    "cell",
    ["Garcia Lopez, Ana", "Thomas, James", "Lind, Zdenka", "Smith, John Quincy", "Thomas, John Quincy", "de la Cruz, Ana May", "Ruiz, San Diego", "Ana Ruiz, PhD", "Ana Ruiz, Jr.", "Ana Ruiz - Lopez",
     "Garcia Lopez, Ana Maria", "Garcia Lopez, Ana Maria, CFO",
     "’t Veld", "प्रिया शर्मा", "J.J.", "“Ana” and “Bo”", "Ana Ruiz @bo", "ana.ruiz@example", "#1 Ana Ruiz", "?Ana Ruiz",
     "Ana Ruiz c/o Bo Lind", "Ana Ruiz w/ Bo Lind", "Ana\nRuiz", "Jo, Al", "Ana and Bo Ruiz", "Mr. and Mrs. Ruiz", "Ana Ruiz and Bo Lind", "danah boyd", "Smith & Co"],
)  # fmt: skip
def test_what_may_be_one_name_stays_as_it_is(cell: str) -> None:
    assert name_alone(cell) == cell


@pytest.mark.parametrize(
    "cell", ["Bo Berg, Cy Cruz", "Bo Berg (Quay); Cy Cruz", "Bo Berg at Quay\nCy Cruz", "Bo Berg and Cy Cruz"]
)
def test_who_is_left_out_leaves_the_others(cell: str) -> None:
    left = without_name("Bo Berg", cell)
    assert referral_names(left) == ["Cy Cruz"]
    assert no_names(left) == []


def test_a_last_name_in_front_that_begins_with_a_particle_makes_no_two_people() -> None:
    assert referral_names("de la Cruz, Maria Jose") == ["Maria Jose de la Cruz"]
    assert referral_names("Van Nguyen, Bo Fox") == ["Van Nguyen", "Bo Fox"]


@pytest.mark.parametrize(
    "cell",
    [
        "Ana Ruiz (do not mention)",
        "Ana Ruiz (don't name her)",
        "Ana Ruiz (confidential!)",
        "Ana Ruiz (prefers not to be named)",
        "Ana Ruiz (secretary; never name her)",
        "Ana Ruiz (private equity, keep it private)",
        "Ana Ruiz (don't know if I may: secret)",
        "Ana Ruiz (she said not to use her name)",
        "Ana Ruiz - ask first",
        "Ana Ruiz, off the record",
        "Ana Ruiz (keep her name out of it)",
        "Ana Ruiz - not to be named",
    ],
)
def test_who_asks_not_to_be_named_is_named_in_no_letter(cell: str) -> None:
    assert name_alone(cell) == cell
    assert is_nobody(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Ana Ruiz (secretary)",
        "Ana Ruiz (ask her about readers)",
        "Ana Ruiz, secretary at Quay Works",
        "Ana Ruiz (private practice)",
        "Ana Ruiz (private equity)",
        "Ana Ruiz (Privatdozentin)",
        "Ana Ruiz (never met in person)",
        "Ana Ruiz (I don't know her well)",
    ],
)
def test_what_only_sounds_like_asking_not_to_be_named_is_a_remark(cell: str) -> None:
    assert name_alone(cell) == "Ana Ruiz"


@pytest.mark.parametrize("cell", ["Ana Ruiz lol", "XX"])
def test_a_note_beside_a_name_makes_it_nobodys(cell: str) -> None:
    assert is_nobody(name_alone(cell))
    assert referral_names(cell) == []
    assert no_names(cell) == [cell]


@pytest.mark.parametrize(
    ("cell", "organization"),
    [
        ("Di Vernon (Pacific Switching)", "Pacific Switching"),
        ("Al Fox (my boss); Di Vernon [Quay Works] <di@example.org>", "Quay Works"),
        ("Di Vernon (CFO at Quay)", "Quay"),
        ("Di Vernon (works at Pacific Switching)", "Pacific Switching"),
        ("Di Vernon (Director, Pacific Switching)", "Pacific Switching"),
        ("Di Vernon at Quay Works", "Quay Works"),
        ("Di Vernon (University of Example)", "University of Example"),
        ("Di Vernon (QRS)", "QRS"),
        ("Di Vernon (Quay Works), Cy Cruz (Dock Ltd)", "Quay Works"),
        ("Di Vernon and Cy Cruz (Dock Ltd)", ""),
        *((f"Di Vernon ({remark})", "") for remark in (
            "my old boss", "Boston", "New York", "HR", "CEO", "Product Manager", "she/her", "555-0101", "Mary Jones", "née Fox",
            "via Bob", "Human Resources", "retired", "Old Friend", "PhD", "di@example.org", "Call First",
        )),
    ],
)  # fmt: skip
def test_the_organization_beside_a_name_is_known_from_other_remarks(cell: str, organization: str) -> None:
    assert organization_beside("Di Vernon", cell) == organization


@pytest.mark.parametrize(
    "cell", ["and / Ana Ruiz", "or, Ana Ruiz", ", ; and", "& |", "Bo Lind or ,", "1. 2."]
)
def test_signs_and_words_between_without_names_on_both_sides_are_read(cell: str) -> None:
    assert name_alone(cell)
    assert referral_names(cell) == [name for name in ("Ana Ruiz", "Bo Lind") if name in cell]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        *(
            (f"{firm}{sign}Ana Ruiz", "Ana Ruiz")
            for firm in (
                "Goldman Sachs",
                "Kaiser Permanente",
                "Deloitte",
                "Mayo Clinic",
                "Quay Works",
                "New York",
            )
            for sign in (", ", "; ", "\n", " / ")
        ),
        ("Goldman Sachs - Ana Ruiz", "Ana Ruiz"),
        ("Goldman Sachs: Ana Ruiz", "Ana Ruiz"),
        ("Charles Schwab, Zdenka Ruiz", "Zdenka Ruiz"),
        ("Edward Jones, Ana Ruiz", "Edward Jones"),
        ("Zdenka Church, Ana Ruiz", "Zdenka Church"),
        ("Dr. Bank; Ana Ruiz", "Dr. Bank"),
        ("Goldman Sachs, Ann Arbor", "Goldman Sachs, Ann Arbor"),
        ("Goldman Sachs", "Goldman Sachs"),
    ],
)
def test_a_firm_or_a_town_in_front_refers_nobody(cell: str, name: str) -> None:
    assert name_alone(cell) == name


@pytest.mark.parametrize(
    "cell", ["Goldman Sachs, Ana Ruiz", "Ana Ruiz, Goldman Sachs", "Goldman Sachs; Ana Ruiz"]
)
def test_a_firm_among_referrals_needs_no_row_and_is_where_they_are(cell: str) -> None:
    assert referral_names(cell) == ["Ana Ruiz"]
    assert no_names(cell) == ["Goldman Sachs"]
    assert organization_beside("Ana Ruiz", cell) == ("" if ";" in cell else "Goldman Sachs")


@pytest.mark.parametrize(
    "cell", ["Bo Lind @ Quay and Cy Cruz @ Dock", "• Bo Lind\n• Cy Cruz", "bo and cy cruz"]
)
def test_one_left_out_of_names_beside_signs_leaves_the_other(cell: str) -> None:
    first, other = referral_names(cell)
    left = without_name(first, cell)
    assert [name.split()[0] for name in referral_names(left)] == [other.split()[0]]
    assert no_names(left) == []


@pytest.mark.parametrize("cell", ["Di Vernon @ Pacific Switching", "Di Vernon (CFO) @ Pacific Switching"])
def test_the_organization_behind_an_at_sign_is_where_they_are(cell: str) -> None:
    assert organization_beside("Di Vernon", cell) == "Pacific Switching"


@pytest.mark.parametrize(
    "name",
    ["Met Ana Ruiz", "Thank Zdenka Kral", "Per Ana Ruiz", "Ask Bob", "Ana Ruiz last week", "Ana Ruiz will email", "Ana Ruiz asst.",
     "Bob Ruiz and others", "Bob Ruiz et al", "Bob and I", "Dr. Ruiz and staff", "Bob R. & co", "Walk-in", "Cold Call", "Reception", "Ana Ruiz - Quay", "Spoke w/ Ana Ruiz", "Ana_Ruiz", "Ana.Ruiz", "Ana Ruiz's",
     "Lee, Bob", "van der Berg, Ludwig", "ACHE", "ana@example.org", "@anaruiz", "ACHE chapter", "Ana Ruiz she/her",
     "Intro by Bob Ruiz", "Introduction from Bob", "Recommendation from Bob Ruiz", "Connected by Bob", "Introduced by Bob Ruiz", "Bob or Jane Ruiz", "Front Desk", "Lending Desk"],
)  # fmt: skip
def test_a_name_that_no_letter_should_say_as_it_stands_is_doubted(name: str) -> None:
    assert name_doubt(name)


@pytest.mark.parametrize(
    "name",
    ["Ana Ruiz", "Per Hansen", "Ask Hansen", "See Ling", "Tell Sawyer", "Mary Ann Fox", "Ana Ruiz, PhD", "Dr. Ana Ruiz", "Ana Ruiz Jr.",
     "Kenji Tanaka san", "José Ortega y Gasset", "Josep Puig i Cadafalch", "Maria do Carmo", "Ludwig van der Berg", "Ana and Bo Ruiz",
     "Ana Ruiz & Bo Lind", "J.J.", "JR Smith", "BL", "Ana R.", "Robert “Bob” Ruiz", "D'Angelo O’Neil", "Ana Ruiz-Lind", "Or Cohen", "Al Fox",
     "my cousin Ed", "Bob from the choir", "Kay Berg at Quay", "李伟", "प्रिया शर्मा", "Mom", "Dean Reed", "Bob ruiz", "Mary Ann smith", "bell hooks", "ann and bo fox",
     "Art Desk", "Kay Desk", "Bob Or", "my uncle Bob"],
)  # fmt: skip
def test_a_name_as_names_are_is_not_doubted(name: str) -> None:
    assert name_doubt(name) == ""


def test_a_name_left_out_leaves_one_alone_that_begins_as_it_does() -> None:
    assert without_name("Bo Lind", "Bo Lind knows Bo Lindqvist") == "(Bo Lind) knows Bo Lindqvist"


def test_a_long_list_is_not_read_through_for_each_referrer_of_whom_a_part_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    last = [f"L{chr(97 + n // 26)}{chr(97 + n % 26)}o" for n in range(200)]
    contacts = {
        n: Contact(
            n + 2, f"K{n}", first_name="Ada", last_name=name, referred_by=f"Ms. {last[n - 1]}",
            referrals_given=f"Dr. {last[(n + 1) % 200]}; Kay",
        )
        for n, name in enumerate(last)
    }  # fmt: skip
    compared: list[str] = []
    fits = referrals.fits_name
    monkeypatch.setattr(referrals, "fits_name", lambda said, name: compared.append(said) or fits(said, name))
    assert referrals.whole_referrers(contacts) == {n: f"Ada {last[n - 1]}" for n in contacts}
    assert len(compared) < 20 * len(contacts)
