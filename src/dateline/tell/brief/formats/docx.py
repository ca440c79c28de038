"""The brief as a Word document with real footnotes: styles throughout, and the same bytes for the same brief.

Footnotes are parts of Office Open XML that python-docx knows nothing of, so their part is made here (ECMA-376, part 1, 17.11). A
footnote used again is a link to its first mark.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from dateline.tell import words
from dateline.tell.brief.outline import Brief, Note, Part, Section, SourceLine

FORMAT = "a Word document with footnotes"
_EPOCH = datetime(2000, 1, 1)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_INK, _SOFT = RGBColor(0x1D, 0x1B, 0x18), RGBColor(0x5C, 0x57, 0x4F)
_FACE = "Palatino Linotype"
_NO_XML = re.compile("[\ufffe\uffff]")
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def write(brief: Brief) -> bytes:
    document = Document()
    _styles(document)
    _properties(document, brief)
    document.add_paragraph(_text(brief.title), "Title")
    document.add_paragraph(_text(brief.standfirst), "Subtitle")
    marks = _Marks()
    for section in brief.sections:
        _section(document, section, marks)
    if brief.sources:
        document.add_paragraph("Sources", "Heading 1")
        for line in brief.sources:
            document.add_paragraph(_text(_source(line)), "Source")
        if brief.uncited:
            more = words.capital(words.plural(brief.uncited, "more report", words=True))
            document.add_paragraph(f"{more} not cited here.", "Source")
    _add_footnotes(document, brief.notes)
    return _steady(document)


def _text(text: str) -> str:
    """Text that XML can hold."""
    return _NO_XML.sub("\ufffd", words.visible(words.one_line(text)))


def _piece(text: str) -> str:
    """The same with the spaces at its ends, which part it from its neighbours."""
    return f"{' ' * text.startswith(' ')}{_text(text)}{' ' * (len(text) > 1 and text.endswith(' '))}"


def _source(line: SourceLine) -> str:
    title = f", “{line.title}”" if line.title else ""
    day = f", {line.published}" if line.published else ""
    end = f" {line.link}" if line.link else ""
    return f"{line.number}. {line.outlet}{title}{day}.{f' {line.remark}' if line.remark else ''}{end}"


class _Marks:
    """The footnotes marked so far."""

    def __init__(self) -> None:
        self.seen: set[int] = set()


def _section(document: Docx, section: Section, marks: _Marks) -> None:
    if section.heading:
        document.add_paragraph(_text(section.heading), "Heading 1")
    for paragraph in section.paragraphs:
        shown = document.add_paragraph(style="Lead" if section.key == "lead" else "Body Text")
        for at, sentence in enumerate(paragraph.sentences):
            for number, part in enumerate(sentence.parts):
                space = " " if at and not number else ""
                _part(shown, part, space, marks)


def _part(paragraph: DocxParagraph, part: Part, space: str, marks: _Marks) -> None:
    paragraph.add_run(f"{space}{_piece(part.text)}")
    for at, number in enumerate(part.notes):
        if at:
            paragraph.add_run(" ", "Footnote Reference")
        if number in marks.seen:
            paragraph._p.append(_link(number))
        else:
            marks.seen.add(number)
            _mark(paragraph, number)


def _mark(paragraph: DocxParagraph, number: int) -> None:
    """A footnote's mark, in a bookmark by which later uses find it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"note{number}")
    end.set(qn("w:id"), str(number))
    paragraph._p.append(start)
    run = paragraph.add_run(style="Footnote Reference")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)
    paragraph._p.append(end)


def _link(number: int) -> BaseOxmlElement:
    """The number again, leading to its mark."""
    link: BaseOxmlElement = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"note{number}")
    run = _under(link, "w:r")
    _under(_under(run, "w:rPr"), "w:rStyle", val="FootnoteReference")
    _under(run, "w:t").text = str(number)
    return link


# ---------------------------------------------------------------- parts of the file


def _styles(document: Docx) -> None:
    """Every look is a style, so that whoever goes on writing changes it in one place."""
    styles = document.styles
    for name, size, colour in (("Normal", 11, _INK), ("Title", 22, _INK), ("Subtitle", 11, _SOFT), ("Heading 1", 13, _SOFT)):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FACE, Pt(size), colour
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        fonts.set(qn("w:hAnsi"), _FACE)
    styles["Title"].element.get_or_add_pPr().remove_all("w:pBdr")
    styles["Body Text"].paragraph_format.space_after = Pt(8)
    for name, base, points in (("Lead", "Body Text", 12.5), ("Source", "Normal", 9), ("Footnote Text", "Normal", 9)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = styles[base], Pt(points)
        style.paragraph_format.space_after = Pt(8 if name == "Lead" else 2)
    styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True


def _properties(document: Docx, brief: Brief) -> None:
    """Nothing of the machine, the user or the hour."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by = _text(brief.title)[:250], "Dateline", "Dateline"
    core.created = core.modified = _EPOCH
    core.comments, core.keywords, core.subject, core.language = "", "", "", brief.language
    core.revision = 1


def _add_footnotes(document: Docx, notes: tuple[Note, ...]) -> None:
    part = FilePart(PackURI("/word/footnotes.xml"), _FOOTNOTES, _footnotes(notes), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnotes(notes: tuple[Note, ...]) -> bytes:
    """The footnotes' part: the two separators that Word asks for, then the notes."""
    root = OxmlElement("w:footnotes")
    for id_, kind in ((-1, "separator"), (0, "continuationSeparator")):
        _under(_under(_under(root, "w:footnote", type=kind, id=str(id_)), "w:p"), "w:r").append(OxmlElement(f"w:{kind}"))
    for note in notes:
        paragraph = _under(_under(root, "w:footnote", id=str(note.number)), "w:p")
        _under(_under(paragraph, "w:pPr"), "w:pStyle", val="FootnoteText")
        run = _under(paragraph, "w:r")
        _under(_under(run, "w:rPr"), "w:rStyle", val="FootnoteReference")
        _under(run, "w:footnoteRef")
        text = _under(_under(paragraph, "w:r"), "w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = f" {_text(note.words)}{f' {note.link}' if note.link else ''}"
    return serialize_part_xml(root)


def _under(parent: BaseOxmlElement, name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def _steady(document: Docx) -> bytes:
    """The file with every entry dated alike."""
    first, out = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            kept.writestr(entry, made.read(name))
    return out.getvalue()
