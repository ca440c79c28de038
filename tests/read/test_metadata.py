"""What a report states about itself, and what it does not."""

from datetime import date

import pytest

from dateline import read
from dateline.languages.en import bylines, on_air, stamps
from dateline.read.credits import agency, trailing
from dateline.read.metadata import without_site
from dateline.records import Report, Source

BODY = """The foreign minister of Norway flew to Lisbon on Monday for talks about fishing rights in the Atlantic.

Her host said that the two sides had agreed on most points and would meet again on June 3, 2019.

"We shall see," said a diplomat who had been there in March 2018 and did not want to be named in this report."""
HEAD = "Norway and Portugal edge closer on fish"


def report(*parts: str) -> Report:
    (found,) = read.read(Source("a.txt", "\n\n".join(parts).encode(), "text"))
    assert isinstance(found, Report)
    return found


def day(found: Report) -> date | None:
    return found.published.interval.earliest if found.published else None


def test_dates_in_sentences_captions_and_copyright_lines_say_nothing() -> None:
    caption = "Ana Reis (R) greets her guest in Lisbon, May 6, 2019. /Coast Photo"
    assert report(HEAD, caption, BODY, "Copyright 2015 Fjord Courier", "Class of 2014").published is None


@pytest.mark.parametrize(
    "line", ["Published: 10 May 2019", "May 10, 2019 10:04 GMT", "Posted on 10 May 2019 by Kari Moe", "Friday, 10 May 2019 - 20:15"]
)
def test_a_date_stamp_under_the_headline(line: str) -> None:
    found = report(HEAD, line, BODY)
    assert day(found) == date(2019, 5, 10) and found.published and found.published.basis == "stated"


def test_a_dateline_needs_a_year() -> None:
    assert day(report(HEAD, "LISBON, May 10, 2019 (CPA) — " + BODY)) == date(2019, 5, 10)
    assert day(report(HEAD, "LISBON, May 10 (CPA) — " + BODY)) is None


def test_an_update_is_not_a_publication() -> None:
    assert day(report(HEAD, "Last updated: 10 May 2019", BODY)) is None
    assert day(report(HEAD, "Published: 9 May 2019", "Updated: 2019-05-10", BODY)) == date(2019, 5, 9)


def test_the_day_of_an_update_right_under_the_headline_is_that_of_the_version_read() -> None:
    assert day(report(HEAD, "Updated: 2019-05-10", BODY)) == date(2019, 5, 10)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("05/13/19 07:42 PM EDT", date(2019, 5, 13)),
        ("05/10/19 07:42 PM EDT", date(2019, 5, 10)),
        ("13/05/2019 19:42", date(2019, 5, 13)),
        ("05/10/19 19:42", None),
    ],
)
def test_days_in_figures_are_read_where_they_can_be_read_in_one_way(line: str, when: date | None) -> None:
    assert day(report(HEAD, line, BODY)) == when


@pytest.mark.parametrize(
    ("outlet", "parts"),
    [
        (
            "Fjord Courier",
            (HEAD, BODY + " Fjord Courier's Kari Moe reports from Lisbon.", "The end of it was not in sight, all of them agreed."),
        ),
        ("Radio Nord", (HEAD, BODY, "Kari Moe, Luis Prado for Radio Nord from Lisbon.")),
        ("Radio Nord", (HEAD, BODY + " They parted late. KM, Radio Nord, Lisbon.")),
        ("Fjord Courier", (HEAD, "By Kari Moe, Fjord Courier", BODY)),
        ("Fjord Courier", ("FJORD COURIER / World / Fish", HEAD, BODY)),
        ("Fjord Courier", (HEAD, BODY, "© 2019 Fjord Courier. All rights reserved.")),
        ("The Fjord Courier", (HEAD, BODY, "Write to tips@thefjordcourier.example", "The Fjord Courier in your inbox")),
        ("Xinhua", (HEAD, "LISBON, May 10 (Xinhua) --", BODY)),
        ("AFP", (HEAD, "By AFP", BODY)),
        ("Xinhua", (HEAD, "Xinhua | Updated: 2019-05-10 21:45", BODY)),
        ("Fjord Courier", (HEAD, "Fjord Courier | Energy & Policy", BODY)),
        ("NPR", (HEAD, "NPR > Sections > World", BODY)),
        ("VOA", (HEAD, "VOA | Middle East", BODY)),
        ("Bloomberg", (HEAD, "Bloomberg Politics", "May 10, 2019", BODY)),
        (None, (HEAD, "Kari Moe | Politics", BODY)),
        ("CNN", (HEAD, "Portugal and Norway met again.", "(CNN) " + BODY)),
        ("CNN", (HEAD, "Lisbon (CNN) -- " + BODY)),
        ("NPR", (HEAD, BODY + " Few expect a deal, NPR's Kari Moe-Reis reports from Lisbon.", BODY, "Cod is dear.", BODY[:90])),
        ("Fjord Courier", (HEAD, "LISBON, May 10 (AP) --", BODY, "© 2019 Fjord Courier. All rights reserved.")),
        (None, (HEAD, BODY + " The delegation (Norway) said so to Reuters's Kari Moe, who reports from Lisbon.")),
        (None, (HEAD, BODY)),
        (None, ("World News", HEAD, BODY)),
    ],
)
def test_outlets(outlet: str | None, parts: tuple[str, ...]) -> None:
    assert report(*parts).outlet == outlet


@pytest.mark.parametrize(
    ("line", "names", "outlet"),
    [
        ("By Kari Moe", ("Kari Moe",), None),
        ("BY KARI MOE and LUIS PRADO", ("Kari Moe", "Luis Prado"), None),
        ("By Kari Moe in Lisbon", ("Kari Moe",), None),
        ("By Kari Moe, Foreign Correspondent", ("Kari Moe",), None),
        ("By Kari Moe of The Fjord Courier", ("Kari Moe",), "The Fjord Courier"),
        ("Kari Moe, Luis Prado for Radio Nord from Lisbon.", ("Kari Moe", "Luis Prado"), "Radio Nord"),
        ("Reporting by Kari Moe; Editing by Luis Prado", (), None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...], outlet: str | None) -> None:
    found = bylines.byline(line)
    assert found and found.names == names and found.outlet == outlet


@pytest.mark.parametrize(
    "line", ["By Monday the talks had failed", "By the time they met, all was lost.", HEAD, "Kari Moe said so."]
)
def test_no_bylines(line: str) -> None:
    assert bylines.byline(line) is None


@pytest.mark.parametrize(
    ("line", "place", "credit"),
    [
        ("CAIRO, Nov. 10, 1977 (LPA) — The president", "CAIRO", "LPA"),
        ("MOSCOW, April 10. /TASS/. The minister", "MOSCOW", "TASS"),
        ("LEEDS CASTLE, England, July 20 — The ministers", "LEEDS CASTLE, England", None),
        ("Cairo, April 3 (Xinhua) -- Egypt", "Cairo", "Xinhua"),
    ],
)
def test_datelines(line: str, place: str, credit: str | None) -> None:
    found = stamps.dateline(line)
    assert found and found.place == place and found.agency == credit
    assert line[found.end :].startswith("The ") or line[found.end :] == "Egypt"


@pytest.mark.parametrize(
    "line", ["The Kremlin - which said no - is silent.", "NATO said so.", "US-led forces — said", "NEW DELHI is far"]
)
def test_no_datelines(line: str) -> None:
    assert stamps.dateline(line) is None


def test_agencies() -> None:
    assert agency("With inputs from AFP") == agency("Agence France-Presse") == "AFP"
    assert agency("Coastal News Agency") == "Coastal News Agency" and agency("Kari Moe") is None
    assert trailing("The talks go on. (Reuters)") == "Reuters" and trailing("They met (in Oslo)") is None
    assert report(HEAD, "LISBON, May 10 (CPA) — " + BODY).origin == "CPA"
    assert report(HEAD, "Ana Reis in Lisbon. /Reuters Photo", BODY).origin is None


def test_a_title_without_its_site() -> None:
    assert without_site("Fish talks end | Fjord Courier", None) == ("Fish talks end", "Fjord Courier")
    assert without_site("Fjord Courier - Fish talks end", "Fjord Courier") == ("Fish talks end", "Fjord Courier")
    assert without_site("Fish talks end - and begin again", None) == ("Fish talks end - and begin again", None)


def test_language_and_kind() -> None:
    assert report(HEAD, BODY).language == "en" and report(HEAD, BODY).kind == "article"
    assert (
        report("Le ministre est arrivé à Lisbonne lundi pour parler de la pêche dans l'Atlantique avec son hôte.").language == "fr"
    )
    spoken = 'ANA REIS FOREIGN MINISTER "The sea is wide, and it is cold, and nobody owns all of it, as far as I know."'
    assert report(HEAD, BODY, spoken).kind == "transcript"


def test_a_part_of_a_posting_line_dates_it() -> None:
    found = stamps.stamped("Posted in Trade by Ann Lee | 22 May 2008 | 11 comments | Print")
    assert found is not None and found.cue and found.when.isoformat() == "2008-05-22"
    assert stamps.stamped("Home | 22 May 2008 | Weather | Sport") is None


def test_an_update_with_its_hour_dates_the_version_that_is_read() -> None:
    body = "The foreign minister of Norway flew to Lisbon on Monday for talks about fishing rights in the Atlantic."
    for line in ("Updated 7:42 AM ET, Fri May 10, 2019", "Nordfax | Updated: 2019-05-10 09:26", "(Nordfax) 09:26, May 10, 2019"):
        assert day(report("Norway and Portugal edge closer on fish", line, body)) == date(2019, 5, 10), line


def test_a_sentence_under_the_headline_does_not_end_the_head() -> None:
    deck = "Norway and Portugal came closer on fishing rights in the Atlantic on Friday, the foreign ministry in Oslo said."
    found = report(HEAD, deck, HEAD, "Nordfax | Updated: 2019-05-10 21:45", BODY)
    assert day(found) == date(2019, 5, 10)


@pytest.mark.parametrize(
    ("last", "outlet"),
    [
        ("Jane Doe, CNN, the state department.", "CNN"),
        ("Jane Doe, NBC News, at the White House.", "NBC News"),
        ("Reporting from Oslo for the BBC, I'm Jane Doe.", "the BBC"),
        ("For CNN, this is Jane Doe, Baghdad.", "CNN"),
    ],
)
def test_how_a_report_on_the_air_ends(last: str, outlet: str) -> None:
    signed = on_air.sign_off(f"No date has been set. {last}")
    assert signed and signed.names == ("Jane Doe",) and signed.outlet == outlet


def test_what_is_no_end_of_a_report_on_the_air() -> None:
    assert on_air.sign_off("The minister met Jane Doe, Acme Corporation, the sponsor.") is None


def test_the_first_words_of_a_programme_name_its_station() -> None:
    assert on_air.opened("CNN headline news, I'm Jane Doe. The talks go on.") == "CNN"
    assert on_air.opened("This is the BBC World Service. I'm Jane Doe.") == "BBC"
    assert on_air.opened("In a speech in Geneva, I'm Jane Doe.") is None


def test_a_headline_cut_short_is_one_and_a_bare_address_above_it_names_the_outlet() -> None:
    found = report("www.fjordcourier.example", "Norway and Portugal edge closer on...", "2019-05-10", BODY)
    assert (found.title, found.outlet) == ("Norway and Portugal edge closer on...", "fjordcourier.example")
    assert day(found) == date(2019, 5, 10)
