"""Offices: "then-US Secretary of State", "the head of the Russian Foreign Ministry", "his Chinese counterpart"."""

from __future__ import annotations

from functools import cache

from dateline.languages import offices
from dateline.mark.mentions.owners import Title, leftwards
from dateline.mark.mentions.owners_after import rightwards
from dateline.mark.mentions.words import Found, Line, given_name, word_lists

_ABBREVIATED = frozenset(("sen", "gen", "gov", "rep", "col", "lt", "adm", "capt", "maj"))
_COLLEAGUES = {
    ("colleague",): False,
    ("colleagues",): True,
    ("opposite", "number"): False,
    ("homologue",): False,
}  # of another state
_SYLLABLES = frozenset(("son", "don"))  # of Korean and other names
SHORTEST_WORDING = 4  # letters of its last word: "PM", "Sen." are abbreviations and no wording of their own


@cache
def _forms(language: str) -> dict[tuple[str, ...], tuple[str, str, bool]]:
    """Words of every form of every office: its normal form, its group, whether it is plural."""
    table: dict[tuple[str, ...], tuple[str, str, bool]] = {}
    forms = [
        (tuple(part.rstrip(".") for part in form.split()), normal, group)
        for group, rows in offices.listed(language).items()
        for normal, others in rows.items()
        for form in (normal, *others)
    ]
    for words, normal, group in forms:
        table.setdefault(words, (normal, group, False))
    for words, normal, group in forms:
        if group == "honor":
            continue  # "Mrs" is not the plural of "Mr"
        head = next((i - 1 for i, part in enumerate(words) if part in ("of", "for") and i), len(words) - 1)
        head = 0 if words[-1] == "general" and len(words) > 1 else head
        table.setdefault((*words[:head], plural(words[head]), *words[head + 1 :]), (normal, group, True))
    table[("counterpart",)] = ("counterpart", "counterpart", False)
    table[("counterparts",)] = ("counterpart", "counterpart", True)
    for words, many in _COLLEAGUES.items():
        table[words] = ("counterpart", "counterpart", many)
    return table


@cache
def _longest(language: str) -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in _forms(language):
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


def plural(noun: str) -> str:
    """English plural of an office's noun."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def is_head(normal: str, language: str) -> bool:
    """Whether this office is the first of a state."""
    return _forms(language).get(tuple(normal.split()), ("", "", False))[1] == "head"


def is_kin(normal: str, language: str) -> bool:
    """Whether this is no office but somebody's relation: "wife"."""
    return _forms(language).get(tuple(normal.split()), ("", "", False))[1] == "kin"


def find(line: Line, language: str, taken: list[Found | None]) -> list[Title]:
    """All offices in a line in text order, none overlapping."""
    out: list[Title] = []
    number, sent = 0, word_lists(language)["sent_abroad"]
    while number < len(line.words):
        title = _at(line, number, language, taken)
        if title is None:
            number += 1
            continue
        leftwards(line, language, title, taken, out[-1].last if out else -1)
        rightwards(line, title, taken, sent)
        if (
            tuple(line.words[k].text.lower() for k in range(title.core_first, title.core_last + 1)) in _COLLEAGUES
            and not title.country
        ):
            number += 1  # somebody's own colleague
            continue
        if out:
            _share(line, out[-1], title)
        out.append(title)
        number = title.last + 1
    return out


def _share(line: Line, before: Title, title: Title) -> None:
    """ "Pakistan's deputy prime minister and foreign minister": the second office is of the same state."""
    link = line.words[before.last + 1] if before.last + 2 == title.first else None
    word = line.words[title.core_first]
    if link is None or link.text != "and" or word.capital or title.country or title.of or line.words[before.last].possessive:
        return
    if before.country and before.core_last == before.last:
        title.country, title.of, title.determined = before.country, before.of, title.determined or before.determined


def _at(line: Line, first: int, language: str, taken: list[Found | None]) -> Title | None:
    words = line.words
    longest = _longest(language).get(words[first].text.lower().rstrip("."), 0)
    for last in range(min(first + longest, len(words)) - 1, first - 1, -1):
        if any((not words[k].joined and words[k].gap != " ") or words[k - 1].possessive for k in range(first + 1, last + 1)):
            continue
        key = tuple(word.text.lower().rstrip(".") for word in words[first : last + 1])
        if key not in _forms(language) or any(
            taken[k] for k in range(first, last + 1) if words[k].text.lower() not in ("house", "congress")
        ):
            continue
        normal, group, many = _forms(language)[key]
        if first == last and (_no_office(line, first, normal, group) or _in_a_name(line, first, taken, language)):
            return None
        wording = "" if many or len(words[last].text) < SHORTEST_WORDING else line.phrase(first, last).lower()
        return Title(first, last, first, last, normal, group, many, wording=wording)
    return None


def _in_a_name(line: Line, number: int, taken: list[Found | None], language: str) -> bool:
    """Whether a capitalised word ends or continues a name that began before it: "Hun Sen", "Ri Son Gwon", "John Major said"."""
    words = line.words
    word, before = words[number], words[number - 1] if number else None
    if before is None or not word.joined or not before.capital or before.possessive or taken[number - 1] or line.piece.label:
        return False
    lower, after = word.text.lower(), words[number + 1] if number + 1 < len(words) else None
    if not word.text.istitle() or not before.text.istitle() or before.text.lower() in word_lists(language)["other"]:
        return False
    ends = after is None or not after.joined or not after.capital
    if lower in _ABBREVIATED or lower in _SYLLABLES:
        return ends and (after is None or after.gap != ". ") if lower in _ABBREVIATED else not is_office(before.text, language)
    return ends and given_name(before.text, language) and (word.token.ent_type_ == "PERSON" or before.token.ent_type_ == "PERSON")


def is_office(word: str, language: str) -> bool:
    """Whether one word alone is an office or a form of address."""
    return (word.lower().rstrip("."),) in _forms(language)


def _no_office(line: Line, number: int, normal: str, group: str) -> bool:
    """One word that is an office elsewhere: "leading", "heads to", "General Assembly", "chief" as an adjective, "will head"."""
    word = line.words[number]
    if "-" in word.text:
        return False
    after = line.words[number + 1] if number + 1 < len(line.words) else None
    if word.token.pos_ in ("VERB", "AUX", "ADP", "ADV") or (word.token.pos_ == "ADJ" and not word.capital):
        return True
    if (
        normal in ("general", "major", "prince", "king", "minister", "captain", "judge", "head", "chairman", "pope")
        and not word.capital
        and word.token.pos_ not in ("NOUN", "PROPN")
    ):
        return True
    if after and after.joined and after.text.islower() and word.text.islower() and word.token.dep_ == "compound":
        return True  # "a pilot programme"
    if word.text.isupper() and len(word.text) == 2 and not line.piece.label and word.text not in ("PM", "FM", "MP"):
        return True
    if word.text in ("pm", "fm", "mp", "rep", "gov", "sen"):
        return True
    return bool(
        group != "honor"
        and word.text in ("General", "Major", "Chief")
        and after
        and after.joined
        and after.text.istitle()
        and after.text in ("Assembly", "Staff", "Headquarters", "Court")
    )
