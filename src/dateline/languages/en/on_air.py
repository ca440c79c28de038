"""Who reports on an English programme, and for which station: presenters' labels, introductions, thanks and sign-offs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dateline import languages, world
from dateline.languages.en.bylines import LIST, NAME, OUTLET, PLACE, WORD, Byline, names, running_name
from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.mastheads import running

_OWN = re.compile(
    rf"(?P<outlet>{OUTLET})['’]s?\s+(?:[a-z]+\s+){{0,3}}(?P<names>{NAME}|{WORD})\s+"
    r"(?:reports?\s+(?:from|for|live|now|on)|reported\s+(?:from|this)|has\s+(?:more|the\s+(?:story|details|report|latest))"
    r"|filed\s+this|with\s+(?:more|the\s+(?:story|details))|sent\s+this|is\s+(?:in|there|on the line|with us)|joins\s+us)\b"
)
_STAFF = re.compile(
    rf"\b(?P<outlet>{OUTLET})['’]s?\s+(?:[a-z]+\s+){{0,3}}{LIST},?\s+"
    r"(?:reports?\s+from|reported\s+from|contributed\b)"
)
_TELLS = re.compile(
    rf"(?:.{{0,90}}(?:^|[,;:\u2013\u2014-]\s|\b(?:[Rr]eport|[Ss]tory|[Dd]ispatch|[Aa]nalysis|[Rr]eportage)\s)[Bb]y\s+(?P<a>{NAME})"
    rf"|(?P<b>{NAME})\s+(?:reports?|reporting|has\s+(?:the\s+|all\s+the\s+)?(?:details|story|latest|report|more))"
    rf"(?:\s+(?:from|in)\s+{PLACE})?"
    r"|(?:[Tt]ransmits|[Rr]eports|[Ii]nforms|[Tt]ells|[Nn]arrates|[Ww]rites"
    r"|[Ww]e (?:go|went|are going|travel|connect|pass|continue|cross)(?: now| over)? (?:with|to)|[Oo]ver to"
    r"|[Aa]t the microphone|[Ii]n the studio)"
    rf"(?:\s+(?:it|us|this|more|now))?(?:,?\s+(?:(?:by|from)\s+)?(?:our|the)\s+(?:[a-z]+\s+){{0,3}}[a-z]+)?:?,?\s+(?P<c>{NAME}))\.?"
)
_THERE = rf"(?:\s*,?\s+(?:live\s+|reporting\s+)?(?:in|from|at|for us in)\s+{PLACE}|,\s+{PLACE})?"
_BEAT = r"(?:(?:at|from|outside|with|near)\s+)?(?:the\s+\w+(?:\s+\w+){0,4}|{PLACE})".replace(
    "{PLACE}", PLACE
)  # "the state department"
_SIGNS = (  # the ways of ending a report on the air
    re.compile(
        rf"(?:[Rr]eporting\s+)?[Ff]or\s+(?P<outlet>{OUTLET}),?\s+(?:this\s+is|I['’]m|I\s+am)\s+(?P<names>{NAME}){_THERE}\.?"
    ),
    re.compile(
        rf"(?:(?:[Tt]his\s+is|I['’]m|I\s+am)\s+)?(?P<names>{NAME}),?\s+(?:reporting|reports|reported|speaking)?\s*for\s+"
        rf"(?P<outlet>{OUTLET}){_THERE}\.?"
    ),
    re.compile(
        rf"(?:[Tt]his\s+is|I['’]m|I\s+am)\s+(?P<names>{NAME}),?\s+(?:in|from|with|of)?\s*(?P<outlet>{OUTLET}),?\s+(?:in\s+)?{PLACE}\.?"
    ),
    re.compile(
        rf"(?:[Ii]n|[Ff]rom)\s+{PLACE},?\s+(?:this\s+is|I['’]m|I\s+am)\s+(?P<names>{NAME})(?:,?\s+(?:for|of|with)?\s*(?P<outlet>{OUTLET}))?\.?"
    ),
    re.compile(rf"(?P<names>{LIST}|[A-Z]{{2,3}}),\s+(?P<outlet>{OUTLET}),\s+{PLACE}\.?"),
)
_BEATS = (  # ways that end other sentences too, where the outlet is no known one
    re.compile(rf"(?:[Tt]his\s+is\s+)?(?P<names>{NAME}),?\s+(?:for\s+)?(?P<outlet>{OUTLET}),\s+{_BEAT}\.?"),
    re.compile(
        rf"[Rr]eporting\s+(?:from|in)\s+{PLACE}\s+for\s+(?P<outlet>{OUTLET}),?\s+(?:this\s+is|I['’]m|I\s+am)\s+(?P<names>{NAME})\.?"
    ),
)
_OPENS = re.compile(
    rf"(?:(?:[Ff]rom|[Tt]his\s+is|[Yy]ou['’]re\s+(?:listening\s+to|watching)|[Ww]elcome\s+to|[Hh]ere\s+is|[Ll]ive\s+on)\s+)?"
    rf"(?P<station>(?:(?i:the)\s+)?{WORD}(?:\s+[\w'’-]+){{0,4}}?)(?:,?\s+(?:in|from)\s+{PLACE})?[,.]\s+"
    rf"(?:I['’]m|I\s+am|[Tt]his\s+is)\s+{NAME}\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z])")
_ROLE = r"(?:ANCHOR|CO-ANCHOR|HOST|CO-HOST|PRESENTER|NEWSREADER|NEWSCASTER|MODERATOR|CORRESPONDENT|REPORTER|CORRESP\.?)"
_PRESENTER = re.compile(
    rf"\s*(?P<name>{NAME})\s*(?:,|\(|\s[-\u2013\u2014])\s*(?P<desk>[^:()]{{0,60}}?)\s*\b(?P<role>{_ROLE})\b[^:]{{0,40}}:",
    re.IGNORECASE,
)
_THANKED = re.compile(
    rf"\b(?P<a>{NAME})\s*,?\s+(?:live\s+|reporting\s+|there\s+)*(?:in|from|at)\s+{PLACE}\s*[,.:;\u2013\u2014-]+\s*(?:[Mm]any\s+)?[Tt]hank"
    rf"|\b[Tt]hanks?(?:\s+you)?(?:\s+very\s+much|\s+so\s+much)?,?\s+(?:to\s+)?(?P<b>{NAME})\s*,?\s+(?:live\s+|reporting\s+|there\s+)?"
    rf"(?:in|from|at)\s+{PLACE}"
    rf"|(?:^|[.!?:]\s+)(?P<e>{NAME})\s*,?\s+(?:live\s+|reporting\s+|there\s+)*(?:in|from|at)\s+{PLACE}\s*(?:$|\.)"
    rf"|\b(?P<c>{NAME})\s+(?:joins\s+us|is\s+on\s+the\s+line|is\s+with\s+us)\s+(?:now\s+|live\s+)?from\s+{PLACE}"
    rf"|\b[Oo]ur\s+(?:own\s+|man\s+in\s+\S+,\s+)?(?:[a-z]+\s+){{0,2}}(?:correspondent|reporter)?\s*,?\s*(?P<d>{NAME})\b"
)
_LABEL = re.compile(rf"\s*(?P<name>{NAME})\s*(?:,\s*(?P<of>[^:()]{{2,60}}?)\s*)?(?:\([^()]*\)\s*)?:\s")


def presenter(line: str) -> tuple[str, str | None, bool] | None:
    """Who speaks in a turn for the station itself ("JANE DOE, CNN CORRESPONDENT: ..."): name, station, whether a reporter."""
    found = _PRESENTER.match(line[:140])
    if found is None:
        return None
    desk = languages.words("en", "desk_words")
    station = takewhile(lambda word: word.casefold().rstrip(",").removesuffix("'s") not in desk, found["desk"].split())
    name = " ".join(station).strip(" ,") or None
    return running_name(found["name"]), running(name) if name else None, found["role"].upper().startswith(("CORR", "REP"))


def thanked(turns: Sequence[str], page: str) -> tuple[str, ...]:
    """The reporters of a programme's turns: those whom the host thanks or brings on from afar, and who are of the programme.

    They are if their label is no more than their name, or also names the programme as the `page` around the turns does.
    """
    found = [label for turn in turns if (label := _LABEL.match(turn))]
    own = [label for label in found if not label["of"] or label["of"].casefold() in page.casefold()]
    labels = {name.casefold(): name for label in own for name in names(label["name"])}
    told = [name for turn in turns for found in _THANKED.finditer(turn) for name in found.groups() if name]
    return tuple(dict.fromkeys(labels[name.casefold()] for name in told if name.casefold() in labels))


def sign_off(paragraph: str) -> Byline | None:
    """The sign-off that ends a paragraph ("JL, CGTN, Moscow.", "For Radio Solent, this is Jane Doe."); initials give no name."""
    last = _SENTENCE.split(paragraph[-320:].strip().removesuffix("."))[-2:]
    for words in (" ".join(last), last[-1]):
        for form in _SIGNS:
            if found := form.fullmatch(words):
                return Byline(names(found["names"]), found["outlet"])
        for form in _BEATS:
            if (found := form.fullmatch(words)) and _is_press(found["outlet"]):
                return Byline(names(found["names"]), found["outlet"])
    return None


def opened(paragraph: str) -> str | None:
    """The station that a programme's first words name ("CNN headline news, I'm Jane Doe.", "This is NPR. I'm Jane Doe.")."""
    found = _OPENS.match(paragraph[:160])
    said = found["station"].split() if found else []
    heads = (" ".join(said[:size]).removeprefix("the ").removeprefix("The ") for size in range(len(said), 0, -1))
    return next((head for head in heads if world.is_outlet(head)), None)


def _is_press(outlet: str) -> bool:
    bare = outlet.removeprefix("the ").removeprefix("The ")
    return world.is_outlet(bare) or has_press_word(bare)


def introduced(paragraph: str) -> Byline | None:
    """The reporter whom a broadcaster's own words bring on ("Channel Five's Jane Doe reports from Cairo")."""
    found = None
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph[-1000:]):
        found = _OWN.match(sentence) or found
    if found is None and len(paragraph) < 140 and (tells := _TELLS.fullmatch(paragraph)):
        return Byline(names(tells["a"] or tells["b"] or tells["c"]))
    return Byline(names(found["names"]), found["outlet"]) if found else None


def staffed(paragraph: str) -> str | None:
    """The outlet whose people report or helped, as a paragraph says ("Radio Nord's Jane Doe contributed to this report")."""
    found = _STAFF.search(paragraph[-2000:])
    return found["outlet"] if found else None
