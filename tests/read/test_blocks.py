"""The line grammar: what is demoted, what is kept, and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import read
from dateline.languages.en.furniture import furniture
from dateline.languages.en.turns import label, turns
from dateline.read.blocks import roles
from dateline.records import Report, Source

BODY = [
    "The foreign minister of Norway flew to Lisbon on Monday for talks about fishing rights in the Atlantic.",
    "Her host said that the two sides had agreed on most points and would meet again before the summer.",
    "No date was set for the next round, and neither of them took questions from reporters after the dinner.",
    "Portugal has asked for a larger share of the catch since last year, which the north has always refused.",
]
HEAD = "Norway and Portugal edge closer on fish"


def found(*lines: str) -> dict[str, str]:
    return {line: role for line, (role, _) in zip(lines, roles(lines), strict=True)}


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "-- Advertisement: keep scrolling --",
        "SPONSORED LINKS",
        "[]",
        '["europe", "fish"]',
        "#norway #portugal",
        "412km",
        "International News",
        "Share on Facebook   Share by mail   9 comments",
        "© Fjord Courier 2019. All rights reserved.",
        "Read more: Why cod is king",
        "We use cookies to improve this site. OK / Settings",
        "Subscribe to our evening letter. It is free.",
        "World | Europe | Fish",
        "Новости на русском языке",
        "Unblock notifications in your browser settings.",
        "Filed under: Fish",
        "img_2210_w480",
    ],
)
def test_furniture_between_paragraphs(line: str) -> None:
    assert found(HEAD, BODY[0], BODY[1], line, BODY[2], BODY[3])[line] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "He did not say when.",
        '"We will share the sea," she said',
        "Advertisement taxes were not on the table, a diplomat said.",
        "Cookies and coffee were served while the delegations waited for the host to arrive from the airport.",
        "The copyright treaty of 2012 was mentioned only once during the whole of the meeting.",
        "All in all, it was a good day.",
    ],
)
def test_paragraphs_are_kept(line: str) -> None:
    assert found(HEAD, BODY[0], BODY[1], line, BODY[2], BODY[3])[line] == "body"


def test_heads() -> None:
    lines = ["The Fjord Courier | Home | World", HEAD, "By Kari Moe and Luis Prado", "10 May 2019", *BODY]
    assert list(found(*lines).values()) == ["furniture", "title", "byline", "dateline", *["body"] * 4]
    lines = ["FJORD COURIER", "Friday edition - page 6 - Foreign", HEAD, *BODY]
    assert list(found(*lines).values()) == ["furniture", "furniture", "title", *["body"] * 4]


def test_no_headline_is_no_title() -> None:
    assert "title" not in found(*BODY).values()


def test_a_sentence_that_the_first_paragraph_tells_again_is_the_title() -> None:
    line = "Talks on fishing rights opened in Lisbon."
    told = "Talks on fishing rights in the Atlantic opened in Lisbon on Monday, weeks after Norway had refused to come."
    assert found(line, told, *BODY)[line] == "title"
    plain = "The talks on fishing rights opened in Lisbon."
    assert found(plain, *BODY)[plain] == "body"


def test_a_subhead_and_a_caption() -> None:
    caption = "Foreign Minister Ana Reis (R) greets her guest in Lisbon, May 6, 2019. /Coast Photo"
    told = found(HEAD, BODY[0], "'Not one herring'", BODY[1], caption, BODY[2])
    assert told["'Not one herring'"] == "subhead" and told[caption] == "caption"


def test_doubled_lines() -> None:
    caption = "Foreign Minister Ana Reis (R) greets her guest in Lisbon, May 6, 2019. /Coast Photo"
    assert [role for role, _ in roles([HEAD, HEAD, BODY[0], caption, caption, BODY[1]])] == [
        "title",
        "repeat",
        "body",
        "caption",
        "repeat",
        "body",
    ]
    links = ["Bridge closed for repairs", "Cat show opens in town", "New rules for buskers"]
    told = roles([HEAD, *BODY, *[link for link in links for _ in (0, 1)]])
    assert [role for role, _ in told] == ["title", *["body"] * 4, *["furniture"] * 6]


def test_what_follows_the_end() -> None:
    lines = [HEAD, *BODY, "You may also like", "Bridge closed for repairs", "Cat show opens in town", "Kari Moe"]
    assert list(found(*lines).values())[-4:-1] == ["furniture"] * 3
    assert found(HEAD, *BODY, "He will be back in June")["He will be back in June"] == "body"  # nothing says that it is not


def test_an_end_marker_with_the_report_behind_it_cuts_nothing() -> None:
    lines = [
        HEAD,
        BODY[0],
        BODY[1],
        BODY[3],
        "Related",
        "Bridge closed for repairs",
        *[f"{n}. {line}" for n in range(5) for line in BODY],
    ]
    told = found(*lines)
    assert told["Related"] == "furniture" and told["Bridge closed for repairs"] == "furniture"
    assert sum(role == "body" for role in told.values()) == 23


def test_turns_with_quotation_marks_stand_alone() -> None:
    told = turns([BODY[0], 'ANA REIS PORTUGUESE FOREIGN MINISTER "The sea is wide."', 'Kari Moe: "It is not wide enough".'])
    assert told[0] is None and told[1] and told[2]


def test_dialogue() -> None:
    told = turns(
        [
            "Ana Reis: Did you sleep well?",
            "Kari Moe: Yes, thank you.",
            "— The sea was calm.",
            "— It will be calm tomorrow.",
            "Ana Reis: Good.",
        ]
    )
    assert all(told)


@pytest.mark.parametrize(
    "line",
    [
        "He said: the talks will go on.",
        "Breaking: Minister resigns.",
        "Breaking News: Minister resigns.",
        "NEW DELHI: The minister said on Monday that the talks would go on.",
        "Email: desk@courier.example",
        "— With inputs from agencies",
        "North Sea: A Short History of the Long Quarrel",
        "- The ceasefire will hold for a week.",
    ],
)
def test_what_only_looks_like_a_turn(line: str) -> None:
    assert turns([BODY[0], line, BODY[1]]) == [None, None, None]


def test_a_label_says_where_the_words_begin() -> None:
    line = 'ANA REIS FOREIGN MINISTER "The sea is wide."'
    found_label = label(line)
    assert found_label and line[found_label.name_start : found_label.name_end] == "ANA REIS FOREIGN MINISTER"
    assert line[found_label.words_start :] == '"The sea is wide."'


def test_long_lines_take_no_time() -> None:
    lines = [
        "A " * 50_000,
        "A B: " * 20_000,
        '"' * 50_000,
        "by " + "Ab Cd, " * 20_000,
        "-" * 50_000,
        "cookies " * 20_000,
        " " * 50_000 + "x",
    ]
    assert len(roles(lines)) == len(lines)


_LINES = st.one_of(
    st.sampled_from([HEAD, *BODY, "ADVERTISEMENT", "Related", "Ana Reis: Yes.", "— No.", "By Kari Moe", ""]), st.text(max_size=60)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=12), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_blocks_lie_in_the_text_in_order(lines: list[str], between: str) -> None:
    raw = between.join(lines).encode("utf-8", "replace")
    for report in read.read(Source("a.txt", raw, "text")):
        if isinstance(report, Report):
            at = 0
            for block in report.blocks:
                assert at <= block.span.start < block.span.end <= len(report.text)
                at = block.span.end


@pytest.mark.parametrize(
    ("line", "dropped"),
    [
        ("First page * About the writer * Archive * Guests", True),
        ("Home :: Sport :: Weather", True),
        ("Front - World - Money - Sport - Weather", True),
        ("Talks begin - at last", False),
        ("Corrections? Write to the editors.", True),
        ("Never miss an update again.", True),
        ("What do you think?", False),
        ("Do you have any news of the hostages?", False),
        ("Comments will be read by the author before they are shown.", True),
        ("Video 3:40", True),
        ("MENU    SEARCH    LOG IN", True),
        ("Never miss a story: activate notifications", True),
        ("Gift this article", True),
        ("(BEGIN AUDIO TAPE)", True),
        ("0631hrs-KB", True),
        ("THIS IS A ROUGH TRANSCRIPT. IT MAY CONTAIN ERRORS.", True),
        ("This article was amended on 3 May to give the minister's full name.", True),
        ("You can support us by buying me a coffee: buy me a coffee", True),
        ("Kerry and Lavrov - and a dinner that neither will forget", False),
        ("Follow the money, the prosecutor had told them.", False),
        ("Tell the king that we accept, the envoy said.", False),
        ("Join us or leave us, the union told London.", False),
        ("The report was amended before it went to the council.", False),
        ("(They laugh.)", False),
        ("Share of vote falls again", False),
        ("Support for the treaty grows", False),
    ],
)
def test_menus_and_words_to_readers(line: str, dropped: bool) -> None:
    assert (furniture(line) is not None) is dropped
