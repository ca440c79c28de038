"""The brief as Markdown with footnotes."""

from __future__ import annotations

import re

from dateline.tell import words
from dateline.tell.brief.outline import Brief, Note, Section, Sentence, SourceLine

FORMAT = "Markdown with footnotes"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&^$])")
_LIST_MARK = re.compile(r"^(\s*)([-+=:]|\d+[.)])(?=\s|$)")


def write(brief: Brief) -> bytes:
    return markdown(brief).encode("utf-8", "replace")


def markdown(brief: Brief) -> str:
    """The brief as text: a title, sections, the sources, the footnotes."""
    parts = [f"# {escape(brief.title)}", f"*{escape(brief.standfirst)}*"]
    parts += [_section(section) for section in brief.sections]
    parts += ["## Sources", "\n".join(map(_source, brief.sources))] if brief.sources else []
    parts += [f"{words.capital(words.plural(brief.uncited, 'more report', words=True))} not cited here."] if brief.uncited else []
    parts += ["\n".join(map(_note, brief.notes))] if brief.notes else []
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """A report's words as Markdown that shows them and does nothing else."""
    return _LIST_MARK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", words.visible(words.one_line(text))))


def _section(section: Section) -> str:
    paragraphs = [" ".join(map(_sentence, paragraph.sentences)) for paragraph in section.paragraphs]
    return "\n\n".join([f"## {escape(section.heading)}"] * bool(section.heading) + paragraphs)


def _sentence(sentence: Sentence) -> str:
    return "".join(f"{_part(part.text)}{''.join(f'[^{n}]' for n in part.notes)}" for part in sentence.parts)


def _part(text: str) -> str:
    """Escaped, the spaces at its ends kept: they part it from its neighbours."""
    return f"{' ' * text.startswith(' ')}{escape(text)}{' ' * (len(text) > 1 and text.endswith(' '))}"


def _source(line: SourceLine) -> str:
    link = f" <{line.link}>" if line.link else ""
    title = f", “{escape(line.title)}”, {line.published}." if line.title else "."
    remark = f" {escape(line.remark)}" if line.remark else ""
    return f"- {line.number}: {escape(line.outlet)}{title}{remark}{link}"


def _note(note: Note) -> str:
    link = f" <{note.link}>" if note.link else ""
    return f"[^{note.number}]: {escape(note.words)}{link}"
