"""The brief as records, before anyone decides how it looks: sections of paragraphs of sentences, each with its footnotes."""

from __future__ import annotations

from dateline.records import Record
from dateline.spans import Span


class Part(Record, frozen=True):
    """Words of a sentence, as plain text, and the numbers of the footnotes that stand right after them."""

    text: str
    notes: tuple[int, ...] = ()


class Sentence(Record, frozen=True):
    """Parts that joined are the sentence, with its full stop."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def notes(self) -> tuple[int, ...]:
        return tuple(number for part in self.parts for number in part.notes)


class Paragraph(Record, frozen=True):
    sentences: tuple[Sentence, ...]


class Section(Record, frozen=True):
    """`key` is a short fixed name; the first section, "lead", has no heading."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


class Note(Record, frozen=True):
    """A footnote: the characters that a sentence rests on.

    start, end: characters of the source file, as in the account. quote: the words there, shortened. words: the whole footnote.
    source: the number of its report in `Brief.sources`. link: the page that the report came from, at these words.
    """

    number: int
    span: Span
    start: int
    end: int
    quote: str
    words: str
    source: int
    link: str | None = None


class SourceLine(Record, frozen=True):
    """A report that a footnote points at. published: in words. remark: whose text it prints."""

    number: int
    report: str
    outlet: str
    title: str
    published: str
    remark: str = ""
    link: str | None = None


class Brief(Record, frozen=True):
    """One brief. standfirst: how many reports it is made from. uncited: how many of them no footnote points at."""

    title: str
    standfirst: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[SourceLine, ...]
    uncited: int = 0
    language: str = "en"

    @property
    def length(self) -> int:
        """Words of its sentences, without footnotes and sources."""
        return sum(len(s.text.split()) for section in self.sections for p in section.paragraphs for s in p.sentences)


def sentence(text: str, notes: tuple[int, ...] = ()) -> Sentence:
    """A sentence whose footnotes all stand at its end."""
    return Sentence((Part(text, notes),))
