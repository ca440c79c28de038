"""Mentions: what is found, under what name and office, and which mentions are one actor."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from dateline.languages.en import turns
from dateline.mark import mentions, times
from dateline.mark.parse import parse
from dateline.records import Block, BlockRole, Mention, Report
from dateline.spans import Span

STORY = Path(__file__).resolve().parents[3] / "shared" / "story"


def report(text: str, byline: tuple[str, ...] = ()) -> Report:
    """One block a line; lines with a turn's label are turns, a line "By ..." the byline."""
    blocks, position = [], 0
    for line in text.split("\n"):
        role: BlockRole = "byline" if line.startswith("By ") else "turn" if turns.label(line) else "body"
        if line.strip():
            blocks.append(Block(Span("r", position, position + len(line)), role))
        position += len(line) + 1
    return Report("r", "r", text, None, (), None, None, byline, "en", "article", None, None, tuple(blocks))


def mark(text: str, byline: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    return mentions.mark(parse(report(text, byline)))


def one(text: str, surface: str, kind: str | None = None) -> Mention:
    """The first mention with exactly these words."""
    found = [m for m in mark(text) if m.span.of(text) == surface and kind in (None, m.kind)]
    assert found, (surface, [(m.span.of(text), m.kind) for m in mark(text)])
    return found[0]


def same(text: str, *surfaces: str) -> bool:
    """Whether all mentions with these words are one entity."""
    return len({m.entity for m in mark(text) if m.span.of(text) in surfaces}) == 1


def test_a_person_has_the_office_beside_the_name() -> None:
    mention = one("Norwegian Foreign Minister Kari Solberg arrived in Vilnius on Monday.", "Kari Solberg")
    assert (mention.kind, mention.title, mention.of, mention.country) == ("person", "foreign minister", "NOR", "NOR")


@pytest.mark.parametrize(
    ("text", "surface", "title", "of", "former"),
    [
        ("Then-US Secretary of State Martha Quill told reporters so.", "Martha Quill", "secretary of state", "USA", True),
        ("Pavel Dorn, the Czech defence minister, said no.", "Pavel Dorn", "defense minister", "CZE", False),
        ("Hamid Rasuli, Iran's top nuclear negotiator, said no.", "Hamid Rasuli", "negotiator", "IRN", False),
        ("Talks with the President of the Republic of Korea (ROK) Lim Jae-ho ended.", "Lim Jae-ho", "president", "KOR", False),
        ("Egypt's atomic energy chief Samir Haddad resigned.", "Samir Haddad", "atomic energy head", "EGY", False),
    ],
)
def test_offices_before_and_after_names(text: str, surface: str, title: str, of: str, former: bool) -> None:
    mention = one(text, surface)
    assert mention.of == of
    assert mention.former is former
    if "atomic" not in title:
        assert mention.title == title


def test_the_span_has_no_title_and_no_possessive() -> None:
    text = "President Mora's visit to Quito pleased Ecuador’s government."
    assert one(text, "Mora").kind == "person"
    assert one(text, "Ecuador").country == "ECU"


def test_a_short_form_of_address_is_a_mention_of_the_same_person() -> None:
    text = "Anders Holt came to Oslo. Mr. Holt said that he was glad."
    assert one(text, "Mr. Holt").form == "title"
    assert same(text, "Anders Holt", "Mr. Holt", "Holt")


def test_labels_of_turns() -> None:
    text = 'LENA BRANDT AUSTRIAN FOREIGN MINISTER "We welcome it."\nMIA CROSS VIENNA "The talks go on."'
    lena = one(text, "LENA BRANDT")
    assert (lena.name, lena.title, lena.of) == ("Lena Brandt", "foreign minister", "AUT")
    assert one(text, "VIENNA").kind == "place"


def test_the_label_of_a_turn_is_a_name() -> None:
    text = "OLLERTON: Good morning, it is six past seven.\nBERG: Good morning.\nOLLERTON: And the queen?"
    assert same(text, "OLLERTON")
    assert one(text, "OLLERTON").kind == "person"


def test_a_surname_alone_and_other_spellings_are_one_person() -> None:
    assert same(
        "Sergey Antonov met Li Na. Antonov smiled. Later Sergei Antonov left.", "Sergey Antonov", "Antonov", "Sergei Antonov"
    )
    assert same("Ri Chol Su flew out. Officials saw Rei Chol-Su in Paris.", "Ri Chol Su", "Rei Chol-Su")


def test_different_given_names_are_different_people() -> None:
    text = "Kim Chol Min met Kim Chol Ho and Kim Yo Min in Harbin."
    assert len({m.entity for m in mark(text) if m.kind == "person"}) == 3


def test_a_surname_goes_to_the_one_whose_country_fits() -> None:
    text = "Kim Chol Min of North Korea met Kim Tae-young of South Korea. North Korea's Kim praised the talks."
    found = {m.span.of(text): m.entity for m in mark(text)}
    assert found["Kim"] == found["Kim Chol Min"] != found["Kim Tae-young"]


def test_an_office_alone_is_the_person_who_holds_it() -> None:
    text = "Danish Prime Minister Ida Lund met German Chancellor Karl Vogt. The Danish prime minister thanked the chancellor."
    assert same(text, "Ida Lund", "Danish prime minister")
    assert same(text, "Karl Vogt", "chancellor")


def test_the_head_of_a_foreign_ministry_is_its_minister() -> None:
    mention = one("The head of the Serbian Foreign Ministry arrived.", "head of the Serbian Foreign Ministry")
    assert (mention.title, mention.of) == ("foreign minister", "SRB")


def test_a_counterpart_takes_the_office_of_the_one_who_meets_him() -> None:
    text = "Latvian Foreign Minister Janis Ozols met his Estonian counterpart Mart Tamm in Riga."
    assert (one(text, "Mart Tamm").title, one(text, "Mart Tamm").of) == ("foreign minister", "EST")
    text = "Latvian Foreign Minister Janis Ozols met his Estonian counterpart in Riga."
    bare = one(text, "his Estonian counterpart")
    assert (bare.title, bare.of) == ("foreign minister", "EST")
    assert not same(text, "Janis Ozols", "his Estonian counterpart")


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Moscow said that the talks failed.", "Moscow", "state"),
        ("She arrived in Moscow on Friday.", "Moscow", "place"),
        ("He paid a visit to Moscow.", "Moscow", "place"),
        ("Relations between Hanoi and Manila are tense.", "Hanoi", "state"),
        ("Cuba wants better ties with Ottawa.", "Ottawa", "state"),
        ("The move was met with frustration in Tokyo.", "Tokyo", "state"),
        ("She visited Lisbon last week.", "Lisbon", "place"),
        ("Ankara's nuclear programme began then.", "Ankara", "state"),
        ("They talked at the Geneva conference.", "Geneva", "place"),
    ],
)
def test_a_capital_is_a_place_or_its_government(text: str, surface: str, kind: str) -> None:
    assert one(text, surface).kind == kind


def test_states_by_all_their_names() -> None:
    text = "The DPRK and the Republic of Korea talked, the U.S. and the Soviet Union watched, and the North agreed."
    found = {m.span.of(text): m.country for m in mark(text)}
    assert found == {"DPRK": "PRK", "Republic of Korea": "KOR", "U.S.": "USA", "Soviet Union": "SUN", "North": "PRK"}


def test_the_side_of_a_people_is_its_state_and_a_bare_adjective_is_not() -> None:
    text = "The Polish side agreed, a Polish film was shown."
    assert [(m.span.of(text), m.country) for m in mark(text)] == [("Polish side", "POL")]


def test_a_ministry_and_what_takes_it_up() -> None:
    text = "The Kenyan foreign ministry denied it. The ministry called the report false."
    assert one(text, "Kenyan foreign ministry").country == "KEN"
    assert same(text, "Kenyan foreign ministry", "ministry")


def test_pronouns_go_to_the_subject_and_to_the_right_gender() -> None:
    text = "Maria Gomez met Peter Blake in Lima. She said that he agreed."
    found = {m.span.of(text): m.entity for m in mark(text)}
    assert found["She"] == found["Maria Gomez"]
    assert found["he"] == found["Peter Blake"]
    assert same("Chile says it welcomes the plan.", "Chile", "it")


def test_members_of_groups() -> None:
    text = "Ida Lund met Karl Vogt in Bonn. The two leaders shook hands. France and Spain signed. Both countries were content."
    found = mark(text)
    words = [m.span.of(text) for m in found]
    leaders, countries = words.index("The two leaders"), words.index("Both countries")
    assert [words[i] for i in mentions.members(found, leaders)] == ["Ida Lund", "Karl Vogt"]
    assert [words[i] for i in mentions.members(found, countries)] == ["France", "Spain"]


def test_members_named_by_their_states() -> None:
    text = "Polish President Jan Kos spoke. The presidents of Poland and Latvia will meet."
    found = mark(text)
    words = [m.span.of(text) for m in found]
    group = words.index("The presidents of Poland and Latvia")
    assert [words[i] for i in mentions.members(found, group)] == ["Jan Kos", "Latvia"]


def test_authors_of_the_byline_are_persons() -> None:
    text = "By Nora Field\nLisbon is calm, Nora Field reports."
    found = [m for m in mark(text, ("Nora Field",)) if m.kind == "person"]
    assert len(found) == 2
    assert len({m.entity for m in found}) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "'s", "President", "Mr.", "-", "His counterpart of the", "İ ﬁ \u200b 😀", "THE THE THE", "Al-"]
)
def test_odd_text_is_no_error(text: str) -> None:
    for index, mention in enumerate(found := mark(text)):
        assert mention.span.of(text)
        mentions.members(found, index)


@pytest.mark.skipif(not STORY.exists(), reason="the shared story is not beside the checkout")
def test_actors_of_the_shared_story_within_reports() -> None:
    gold = json.loads((STORY / "gold.json").read_text("utf-8"))
    right = wanted = 0
    for name in gold["reports"]:
        text = (STORY / "reports" / name).read_text("utf-8")
        found = mark(text, tuple(gold["reports"][name]["byline"]))
        entities: dict[str, set[int]] = defaultdict(set)
        for actor in gold["actors"]:
            for surface in actor["names"].get(name, ()):
                wanted += 1
                at = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
                hits = [m.entity for m in found if m.kind != "place" and any(m.span.start <= a and b <= m.span.end for a, b in at)]
                right += bool(hits)
                entities[actor["id"]].update(hits[:1])
        right -= sum(len(numbers) - 1 for numbers in entities.values() if numbers)
    assert right / wanted >= 0.95


def persons(text: str) -> dict[str, Mention]:
    return {m.span.of(text): m for m in mark(text) if m.kind == "person" and m.form == "name"}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Envoy Karim Zelmani spoke. Zelmani accepted the offer.", "Zelmani"),
        ("Zelmani to visit Lisbon\nKarim Zelmani told reporters so.", "Zelmani"),
        ("Prime Minister Menachem Begin spoke in Jerusalem. Begin said that he would go.", "Begin"),
        ("Prime Minister Lena Power arrived. Power told reporters that she was glad.", "Power"),
    ],
)
def test_a_name_of_the_report_is_one_at_the_start_of_a_sentence_too(text: str, surface: str) -> None:
    assert surface in persons(text)


def test_a_sentence_full_of_names_is_no_headline() -> None:
    text = "Vega will see President Tomas Ruiz and Prime Minister Anna Begin, the State Department said."
    assert "Anna Begin" in persons(text)


@pytest.mark.parametrize(
    ("text", "surface", "country"),
    [
        ("Israel Radio said so.", "Israel Radio", "ISR"),
        ("Iranian state television reported the visit.", "Iranian state television", "IRN"),
        ("He told Radio Havana that he would go.", "Radio Havana", "CUB"),
        ("They met the head of Peru's Supreme National Council.", "Supreme National Council", "PER"),
        ("She spoke to the People's Assembly in Cairo.", "People's Assembly", "EGY"),
        ("The Foreign Ministry in Lima denied it.", "Foreign Ministry", "PER"),
        ("He studied at Georgetown University then.", "Georgetown University", None),
    ],
)
def test_bodies_and_broadcasters(text: str, surface: str, country: str | None) -> None:
    mention = one(text, surface, "organization")
    assert mention.country == country


@pytest.mark.parametrize("surface", ["Ben Gurion airport", "Palace of Nations", "St. Peter's Square"])
def test_venues_are_places(surface: str) -> None:
    assert one(f"They waited at {surface} for an hour.", surface).kind == "place"


def test_months_occasions_and_plain_nouns_are_nobody() -> None:
    text = "They met in March. At the Summit of the Americas and the Conference on Disarmament people spoke. Embassies were closed."
    assert [m.span.of(text) for m in mark(text) if m.form == "name"] == []


def test_peoples() -> None:
    text = "Norwegian soldiers met Chilean dissidents. The French are divided."
    found = [(m.span.of(text), m.kind, m.country) for m in mark(text)]
    assert found == [("Norwegian soldiers", "state", "NOR"), ("Chilean dissidents", "group", "CHL"), ("French", "state", "FRA")]


@pytest.mark.parametrize(
    ("text", "surface", "title", "wording"),
    [
        ("British Foreign Secretary Ann Cole left.", "Ann Cole", "foreign minister", "foreign secretary"),
        ("Iranian oil minister Bijan Zand left.", "Bijan Zand", "energy minister", "oil minister"),
        ("EU foreign policy chief Marta Pereira left.", "Marta Pereira", "high representative", "foreign policy chief"),
        ("Latvian Prime Minister Janis Ozols left.", "Janis Ozols", "prime minister", None),
    ],
)
def test_an_office_in_the_reports_own_words(text: str, surface: str, title: str, wording: str | None) -> None:
    assert (one(text, surface).title, one(text, surface).wording) == (title, wording)


@pytest.mark.parametrize(
    ("text", "surface", "country"),
    [
        ("Polish leader Jan Kos's younger sister Eva Kos came.", "Eva Kos", "POL"),
        ("Ali Shamdan, secretary of Iran's Supreme National Council, came.", "Ali Shamdan", "IRN"),
        ("Prague answered by sending its Foreign Minister Petr Hora.", "Petr Hora", "CZE"),
        ("Polish Prime Minister Jan Kos came. Adam Wilk, the prime minister's chief of staff, wrote it.", "Adam Wilk", "POL"),
        ("Esmat Haddad led the Egyptian team.", "Esmat Haddad", "EGY"),
        ("Pakistan's deputy prime minister and foreign minister, Ishaq Dar, came.", "Ishaq Dar", "PAK"),
        ("Piet Vos, who became foreign minister of Belgium in May, came.", "Piet Vos", "BEL"),
    ],
)
def test_whose_person_somebody_is(text: str, surface: str, country: str) -> None:
    assert one(text, surface, "person").country == country


def test_a_pope_is_of_no_nation() -> None:
    assert one("The Argentine pontiff sent a letter.", "Argentine pontiff").of is None


def test_an_unnamed_official_is_the_body() -> None:
    text = "A senior State Department official said no. A Thai army spokesman, General Winthai Suvar, said yes."
    found = {m.span.of(text): m for m in mark(text)}
    assert found["senior State Department official"].entity == found["State Department"].entity
    assert found["Winthai Suvar"].title == "spokesperson"


def test_long_sentences_take_little_time() -> None:
    text = "Norway met Kim Chol Min of Peru and " * 1000 + "left."
    assert len(mark(text)) > 1000


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        (
            "Ida Lund met her Turkish and Iranian counterparts, Ali Kaya and Reza Zand, in Bonn.",
            "counterparts",
            ["Ali Kaya", "Reza Zand"],
        ),
        ("Ida Lund met the French and German foreign ministers in Bonn.", "ministers", ["French", "German"]),
    ],
)
def test_members_by_their_peoples(text: str, group: str, expected: list[str]) -> None:
    found = mark(text)
    index = next(i for i, m in enumerate(found) if m.kind == "group" and m.span.of(text).endswith(group))
    assert [found[i].span.of(text) for i in mentions.members(found, index)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("British Prime Minister Theresa May will travel in May. May said so on 3 May.", ["Theresa May", "May"]),
        ("Mrs May told reporters that talks begin in May.", ["May"]),
        ("Oliver North flew north in March. North declined to comment.", ["Oliver North", "North"]),
        ("He accused Theresa May of lying and was accused by May of bluffing.", ["Theresa May", "May"]),
        ("The talks open in May. May is a good month for it.", []),
        ("THERESA MAY, BRITISH PRIME MINISTER: We shall answer in June.", ["THERESA MAY"]),
    ],
)
def test_names_that_are_months_or_directions_too(text: str, names: list[str]) -> None:
    assert [m.span.of(text) for m in mark(text) if m.kind == "person" and m.form == "name"] == names


def test_a_person_is_no_time() -> None:
    text = "Prime Minister Theresa May met the king in May."
    parsed = parse(report(text))
    assert [t.span.of(text) for t in times.mark(parsed, mentions.mark(parsed))] == ["May"]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Detective Sergeant Nick Bailey was taken to hospital.", "Nick Bailey", "detective"),
        ("The inquiry is led by Special Counsel Robert Haller.", "Robert Haller", "special counsel"),
        ("Christine Blair, the hospital's medical director, said he was well.", "Christine Blair", "medical director"),
        ("“I saw them,” said Karim Khoury, a pharmacist.", "Karim Khoury", "pharmacist"),
    ],
)
def test_offices_outside_government(text: str, name: str, title: str) -> None:
    assert one(text, name, "person").title == title


@pytest.mark.parametrize(
    ("text", "left", "right", "one_person"),
    [
        ("His wife Anna Novak came to Oslo. President Novak spoke. Novak was glad.", "Novak was", "Anna Novak", False),
        ("His wife Anna Novak came to Oslo. President Novak spoke. Mrs. Novak was glad.", "Mrs. Novak", "Anna Novak", True),
        ("Nancy Reagan arrived first. President Reagan followed. Reagan said no.", "Reagan said", "Nancy Reagan", False),
        (
            "Hillary Clinton, the secretary of state, came. President Clinton was there.",
            "President Clinton",
            "Hillary Clinton",
            False,
        ),
        ("Bill Clinton came. President Clinton was there.", "President Clinton", "Bill Clinton", True),
        ("His chief of staff Donald Regan came. Reagan said no.", "Reagan said", "Donald Regan", False),
        ("Ivan Petrov came. Foreign Minister Petrov met the king. Petrov said yes.", "Petrov said", "Ivan Petrov", True),
    ],
)
def test_relatives_and_namesakes_are_other_people(text: str, left: str, right: str, one_person: bool) -> None:
    entity = {m.span.start: m.entity for m in mark(text) if m.kind == "person"}
    assert (entity[text.index(left)] == entity[text.index(right)]) is one_person


def test_a_preposition_ends_a_name() -> None:
    assert set(persons("King Hassan received Petrov at Hradcany, with Maria do Carmo and Abd al Rahman.")) >= {
        "Petrov",
        "Maria do Carmo",
    }


def test_two_people_and_what_they_have_between_them() -> None:
    assert {"Perez", "Berg"} <= set(
        persons("The Perez-Berg summit failed. President Juan Perez and President Ole Berg left Geneva.")
    )
    assert "Jean-Claude Perez" in persons("President Jean-Claude Perez left Geneva.")


def test_an_official_visit_is_nobody() -> None:
    assert "Visit" not in persons("As I depart for Chile on an Official Visit, I welcome the release of the girls.")


def test_capitals_of_a_headline_say_nothing() -> None:
    text = "Perez, Berg Discuss Prickly Issues During First Summit\nPresident Juan Perez met President Ole Berg in Geneva."
    assert "Prickly" not in {m.name for m in mark(text)}


def test_initials_with_no_point_and_papers_behind_a_place() -> None:
    text = "The ban was a mistake, said George A Lopez, according to the Lima Post. He saw the Post on Monday."
    parsed = parse(report(text))
    found = {text[m.span.start : m.span.end]: m.kind for m in mentions.mark(parsed) if m.form == "name"}
    assert found.get("George A Lopez") == "person" and found.get("Lima Post") == "organization"
