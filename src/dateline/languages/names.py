"""Whether two spellings are one person's name: names of any language in Latin letters, as reporters spell them.

A name is a list of words. Each word is reduced to a skeleton in which the usual romanisations of one sound agree (Sergey, Sergei),
words are paired to their best partners in any order, and the worst pair counts as much as the mean: one word that differs is a
different person.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from itertools import permutations
from pathlib import Path

from rapidfuzz.distance import OSA, JaroWinkler
from rigour.text.translit import ascii_text

from dateline import world
from dateline.languages.chinese import key, wade_giles

_DATA = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
PARTICLES = frozenset(_DATA["particles"].split())
_DROPPED = frozenset(_DATA["dropped"].split())
SUFFIXES = frozenset(_DATA["suffixes"].split())
_KOREAN: dict[str, str] = _DATA["korean"]
_SOUNDS = tuple((re.compile(row["spelt"]), row["sound"]) for row in _DATA["sounds"])
_OPEN_VOWELS = frozenset(frozenset(pair) for pair in ("ou", "ae", "ei"))
_VOWELS = frozenset("aeiou")
_NEAR = frozenset(frozenset(pair) for pair in ("bp", "dt", "gk", "bv", "fv", "sz", "çk", "çh", "çs", "mn", "jç", "jg", "hk", "jz"))
_LOOKS = str.maketrans("01359", "oiesg")  # digits that stand for letters
_GROUPS = tuple(frozenset(row.split()) for row in _DATA["forms"])
_FORMS = {form: frozenset().union(*(group for group in _GROUPS if form in group)) for group in _GROUPS for form in group}
_WORD = re.compile(r"[^\W\d_]+\.?")
_ONSET = r"(?:[bcdfghjklmnpqrstwxyz]|[bcdgkpstzn]h|hs|ts|tz|ng|tr|[hkrmpg]y)?"
_SYLLABLE = _ONSET + r"(?:[aeiou]|[yw][aeiou]|[aeiou][aeiouw]|y[aeiou][aeiou]|ia[oi]|uai)(?:ng?|[klmptrhc])?"
_EAST_ASIAN = re.compile(rf"{_SYLLABLE}(?:{_SYLLABLE})?")
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцыэієґ", "abvgdeziyklmnoprstufhcyeieg", strict=True))
    | {"ё": "yo", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ї": "yi"}
    | {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)


@lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """Words of a name in lower case without accents, the family name of "Putin, Vladimir" moved last; initials keep their point."""
    before, comma, after = name.partition(",")
    ordered = f"{after} {before}" if comma and after.strip() else name
    lower = ordered.casefold().translate(_CYRILLIC)
    if any(c.isdigit() for c in lower) and any(c.isalpha() for c in lower):
        lower = lower.translate(_LOOKS)
    letters = unicodedata.normalize("NFKD", lower)
    plain = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’`ʼʻ")
    return tuple(_WORD.findall(plain if plain.isascii() else ascii_text(plain).casefold().replace("'", "")))


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """The sounds of a name's words, so that romanisations agree: "Sergey" and "Sergei" are "sergi"."""
    return " ".join(_sounds(word) for word in words(name))


def _sounds(word: str) -> str:
    out = word.strip(".")
    for pattern, sound in _SOUNDS:
        out = pattern.sub(sound, out)
    return out or word


def family_first(name: str) -> bool:
    """Whether the family name stands first, as in Korean, Chinese and Vietnamese names ("Moon Jae-in")."""
    parts = words(name)
    if not 2 <= len(parts) <= 4 or not all(_EAST_ASIAN.fullmatch(part) for part in parts[1:]):
        return False
    syllables = len(parts) == 3 and re.search(r"\w\s+\w+-\w", name) and all(re.fullmatch(_SYLLABLE, part) for part in parts)
    return bool(world.family_name_states(parts[0]) or syllables)


def is_short(name: str) -> bool:
    """Whether a name is one name alone, particles and numerals aside: "Ruiz", "De Villepin", "al-Thani"."""
    parts = [part for part in words(name) if part not in PARTICLES and part.rstrip(".") not in SUFFIXES]
    return len(parts) < 2 and words(name)[:1] != ("abu",)


def called(name: str) -> str:
    """The word that somebody is called by whose family name stands first and is shared by most: "Tho" of Le Duc Tho; else ""."""
    parts = words(name)
    return parts[-1] if len(parts) == 3 and "-" not in name and family_first(name) else ""


@lru_cache(maxsize=20_000)
def family_name(name: str) -> str:
    """The family name in lower case, with its particles ("von der leyen"); the only word of a one-word name."""
    parts = words(name)
    if not parts:
        return ""
    if family_first(name):
        return parts[0]
    while len(parts) > 1 and parts[-1].rstrip(".") in SUFFIXES:
        parts = parts[:-1]
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def given(name: str) -> str:
    """Everything but the family name, in lower case; "" for a one-word name."""
    parts = words(name)
    if family_first(name):
        return " ".join(parts[1:])
    return " ".join(parts[: len(parts) - len(family_name(name).split())])


@lru_cache(maxsize=100_000)
def same_word(left: str, right: str) -> float:
    """How alike two lower-case name words are, 0..1; an initial is like every word that begins with it."""
    if left == right:
        return 1.0
    a, b = left.strip("."), right.strip(".")
    if min(len(a), len(b)) == 1:
        return 0.9 if a[:1] == b[:1] else 0.0
    x, y = skeleton(a), skeleton(b)
    if x == y:
        return 0.97
    if _FORMS.get(a, frozenset((a,))) & _FORMS.get(b, frozenset((b,))) or _vowels_only(x, y):
        return 0.95
    hushed, also = x.replace("ç", "sh"), y.replace("ç", "sh")  # French has "Béchir" where English has "Bashir"
    if min(len(hushed), len(also)) > 4 and "ç" in x + y and (hushed == also or _vowels_only(hushed, also)):
        return 0.9
    edits = OSA.distance(x, y)
    if edits == 1 and min(len(x), len(y)) > 3 and x[0] == y[0]:
        return 0.9 if _slip(x, y) else 0.84
    return min(0.9, 0.5 * JaroWinkler.similarity(x, y, prefix_weight=0.1) + 0.5 * (1 - edits / max(len(x), len(y))))


def _slip(left: str, right: str) -> bool:
    """Whether the one edit between two skeletons is a slip of the pen or ear and not another consonant."""
    if len(left) != len(right):
        return True
    pairs = [frozenset((a, b)) for a, b in zip(left, right, strict=True) if a != b]
    return len(pairs) != 1 or pairs[0] <= _VOWELS or pairs[0] in _NEAR


def _vowels_only(left: str, right: str) -> bool:
    """Whether two skeletons differ in vowels that languages without written vowels leave open ("muhamad", "mohamed")."""
    if len(left) != len(right) or len(left) < 4:
        return False
    return all(a == b or frozenset((a, b)) in _OPEN_VOWELS for a, b in zip(left, right, strict=True))


@lru_cache(maxsize=20_000)
def _east_given(name: str) -> str:
    """Given syllables of a name whose family name stands first, in one spelling for the Korean romanisations."""
    joined = " ".join(words(name)[1:])
    for spelling, usual in _KOREAN.items():
        joined = joined.replace(spelling, usual)
    return joined.replace(" ", "")


def _swapped(left: str, right: str) -> bool:
    """Whether two names are one's father and the other's son: "Salman bin Muhammad", "Muhammad bin Salman"."""
    a, b = words(left), words(right)
    sons = ("bin", "ibn", "ben", "bint")
    return (
        a != b and any(part in sons for part in a) and any(part in sons for part in b) and a[0] != b[0] and "," not in left + right
    )


def _other_initials(left: str, right: str) -> bool:
    """Whether two names differ in the initials between the first name and the last: "George H.W. Bush", "George W. Bush"."""
    middle = [[p for p in words(name)[1:-1] if p not in PARTICLES] for name in (left, right)]
    if not all(middle) or not any(len(p.strip(".")) == 1 for parts in middle for p in parts):
        return False
    a, b = ("".join(p[0] for p in parts) for parts in middle)
    return not (a.startswith(b) or b.startswith(a))


def chinese(name: str) -> str:
    """What pinyin and Wade-Giles share of a name whose family name stands first; "" for any other."""
    parts = words(name)
    return key(parts[0], "".join(parts[1:])) if family_first(name) else ""


def _two_romanisations(left: str, right: str) -> bool:
    """Whether one name is in pinyin and the other in Wade-Giles, and both are the same: "Zhou Enlai", "Chou En-lai"."""
    return wade_giles(left) != wade_giles(right) and chinese(left) == chinese(right) != ""


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aeiou")


def compare(left: str, right: str) -> float:
    """How likely two names are one person's, 0..1, by spelling alone; above 0.85 is the same name for most purposes."""
    a, b = _content(left), _content(right)
    if not a or not b:
        return 0.0
    if sorted(a) == sorted(b):
        return 1.0 if not _swapped(left, right) else 0.6
    if _two_romanisations(left, right):
        return 0.96
    if family_first(left) and family_first(right):
        family = same_word(a[0], b[0])
        given_left, given_right = _east_given(left), _east_given(right)
        if given_left == given_right:
            return 0.97 * family
        slip = len(given_left) == len(given_right) and OSA.distance(_consonants(given_left), _consonants(given_right)) == 0
        if _FORMS.get(given_left, frozenset()) & _FORMS.get(given_right, frozenset()):
            return 0.95 * family
        return (0.86 if slip else 0.8) * min(family, same_word(given_left, given_right))
    if "".join(a) == "".join(b):
        return 0.98
    if _other_initials(left, right):
        return 0.5
    if len(a) > len(b):
        a, b = b, a
    likeness = _pair(a, b)
    extra = len(b) - len(a)
    score = 0.5 * min(likeness) + 0.5 * sum(likeness) / len(likeness) - 0.04 * extra
    if len(a) == 1 and extra:
        score -= 0.12
    return max(0.0, min(1.0, score))


@cache
def _known() -> tuple[dict[str, tuple[world.Leader, ...]], dict[str, tuple[world.Leader, ...]]]:
    """Listed leaders by family name skeleton (Chinese ones by their whole name's key too), and by family name as it stands."""
    loose: dict[str, tuple[world.Leader, ...]] = {}
    strict: dict[str, tuple[world.Leader, ...]] = {}
    for leader in world.leaders():
        family = family_name(leader.name)
        strict[family] = (*strict.get(family, ()), leader)
        key = skeleton(family.split()[-1])
        for start in {key, chinese(leader.name)} - {""}:
            loose[start] = (*loose.get(start, ()), leader)
    return loose, strict


@lru_cache(maxsize=20_000)
def leader(name: str) -> tuple[world.Leader, ...]:
    """Offices of the well-known person of this name in any usual spelling; a family name alone does if only one has it."""
    loose, strict = _known()
    parts = words(name)
    if not parts:
        return ()
    if len(parts) == 1:
        found = strict.get(parts[0], ())
        return found if len({row.name for row in found}) == 1 else ()
    found = tuple(
        dict.fromkeys(row for key in (skeleton(family_name(name).split()[-1]), chinese(name)) for row in loose.get(key, ()))
    )
    return tuple(row for row in found if compare(name, row.name) >= 0.93 and len(words(row.name)) <= len(parts) + 1)


def bearers(family: str) -> tuple[world.Leader, ...]:
    """Offices of all well-known people of this family name."""
    return _known()[1].get(family.casefold(), ())


@lru_cache(maxsize=50_000)
def _content(name: str) -> tuple[str, ...]:
    parts = words(name)
    kept = [part for number, part in enumerate(parts) if part not in _DROPPED and part != (parts[number - 1] if number else "")]
    return tuple(kept or parts)[:7]


@lru_cache(maxsize=50_000)
def _pair(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[float, ...]:
    """Likeness of each word of the shorter name to its partner in the best pairing."""
    if len(long) <= 4:
        tries = (tuple(same_word(s, t) for s, t in zip(short, chosen, strict=True)) for chosen in permutations(long, len(short)))
        return max(tries, key=sum)
    left, out = list(long), []
    for word in short:
        best = max(left, key=lambda other: (same_word(word, other), -left.index(other)))
        out.append(same_word(word, best))
        left.remove(best)
    return tuple(out)
