"""What of a dossier can be put into a letter at the caret: each item as a reference that stays right, or as its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.domain.assessment import Consequence, Consideration, Question
from orapp.domain.dossier import codes
from orapp.domain.papers import AgreedDate, Event, Paper
from orapp.domain.promises import Commitment
from orapp.letters.typed_lines import LINE_BREAK, LineKind, TypedLine, line_text
from orapp.letters.typed_references import ARTICLE, item_words, reference_words
from orapp.letters.typed_stretches import Stretch
from orapp.letters.wording import one_line
from orapp.ui.screens.letter.rich_document import Named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.domain.dossier import Dossier
    from orapp.domain.items import Item
    from orapp.law.book import LawBook
    from orapp.ui.screens.letter.rich_document import Naming

_SHORT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line of the list: its code or name, how it begins, what it is, and what is put in (typed text; empty: not offered)."""

    name: str
    begins: str
    kind: str
    reference: str
    words: str


def pieces(dossier: Dossier, request_id: str, law: LawBook) -> list[Piece]:
    """Everything that can be put in, in the order in which letters use it; what belongs to another request is left out."""
    known = codes(dossier)
    found = [piece for label, item in _items(dossier) if _belongs(item, request_id) for piece in _of_item(item, label, known)]
    return [*found, *_articles(law)]


def naming_of(dossier: Dossier, law: Callable[[], LawBook]) -> Naming:
    """How references read in this dossier."""
    known: dict[str, str] = {}
    made: dict[str, Named] = {}
    gone = QCoreApplication.translate("rich", "[verwijzing vervallen]")
    lost = QCoreApplication.translate("rich", "Dit staat niet meer in het dossier. Kies een andere verwijzing, of haal deze weg.")

    def name(ref: str) -> Named:
        if ref not in made:
            if not known:
                known.update(codes(dossier))
            words = reference_words(ref, dossier, known)
            made[ref] = Named(words=gone, about=lost, there=False) if words is None else Named(words=words, about=about(ref))
        return made[ref]

    def about(ref: str) -> str:
        if ref.startswith(ARTICLE):
            key = ref.removeprefix(ARTICLE)
            return law().articles.get(key).title if law().articles.has(key) else ""
        item = dossier.find(ref)
        return _short(_text_of(item)) if item is not None else ""

    return name


def _items(dossier: Dossier) -> Iterator[tuple[str, Item]]:
    tr = QCoreApplication.translate
    kinds: tuple[tuple[str, tuple[Item, ...]], ...] = (
        (tr("rich", "voorwaarde"), dossier.conditions),
        (tr("rich", "toezegging"), dossier.commitments),
        (tr("rich", "bezwaar"), dossier.objections),
        (tr("rich", "vraag"), dossier.questions),
        (tr("rich", "alternatief"), dossier.alternatives),
        (tr("rich", "gevolg"), dossier.consequences),
        (tr("rich", "overweging"), dossier.considerations),
        (tr("rich", "voorgenomen besluit"), dossier.proposed_decisions),
        (tr("rich", "stuk"), dossier.papers),
        (tr("rich", "gebeurtenis"), dossier.events),
        (tr("rich", "afgesproken datum"), dossier.agreed_dates),
    )
    for label, items in kinds:
        for item in sorted(items, key=lambda one: (one.position, one.number)):
            yield label, item


def _belongs(item: Item, request_id: str) -> bool:
    return not request_id or getattr(item, "request_id", "") in {"", request_id}


def _of_item(item: Item, label: str, known: Mapping[str, str]) -> Iterator[Piece]:
    code, text = known.get(item.id, ""), _text_of(item)
    if not code and not text:
        return
    reference = "" if isinstance(item, Consideration) else f"[[{item.id}]]"
    name = code or ("" if isinstance(item, Consideration) else item_words(item, code))
    yield Piece(name=name, begins=_short(text), kind=label, reference=reference, words=_words_of(item, text, code))
    if isinstance(item, Question) and item.answer.strip():
        said = QCoreApplication.translate("rich", "antwoord")
        yield Piece(name=code, begins=_short(item.answer), kind=said, reference="", words=_answer(item))


def _text_of(item: Item) -> str:
    match item:
        case Consequence():
            return one_line(f"{item.group}: {item.effect}" if item.effect.strip() else item.group)
        case AgreedDate():
            return one_line(item.subject)
        case Paper():
            return one_line(item.title)
        case _:
            return one_line(str(getattr(item, "text", "") or getattr(item, "title", "")))


def _words_of(item: Item, text: str, code: str) -> str:
    """The item in its own words: with its code as a point of its own, a commitment literally, an event after its date."""
    if not text or isinstance(item, Paper):
        return ""
    if isinstance(item, Commitment):
        before, after = QCoreApplication.translate("rich", "uw toezegging {code}: “{text}”").split("{code}")
        said = after.format(text=item.text.strip(' “”"'))
        return _line(Stretch(text=before), Stretch(ref=item.id), Stretch(text=_one_paragraph(said)))
    if isinstance(item, Event | AgreedDate):
        return _line(Stretch(ref=item.id), Stretch(text=f": {text}"))
    if code:
        whole = str(getattr(item, "text", "")) or text
        return line_text(TypedLine(kind=LineKind.ITEM, code=item.id, stretches=(Stretch(text=_one_paragraph(whole)),)))
    return _line(Stretch(text=_one_paragraph(str(getattr(item, "text", "")) or text)))


def _answer(item: Question) -> str:
    before, after = QCoreApplication.translate("rich", "Op vraag {code} antwoordde u: “{answer}”").split("{code}")
    said = after.format(answer=_one_paragraph(item.answer))
    return _line(Stretch(text=before), Stretch(ref=item.id), Stretch(text=said))


def _line(*stretches: Stretch) -> str:
    return line_text(TypedLine(stretches=tuple(one for one in stretches if one.text or one.ref)))


def _one_paragraph(text: str) -> str:
    return LINE_BREAK.join(line.strip() for line in text.strip().splitlines() if line.strip())


def _articles(law: LawBook) -> Iterator[Piece]:
    label = QCoreApplication.translate("rich", "wetsartikel")
    for one in law.articles.articles:
        if one.article.startswith("art."):
            yield Piece(name=one.article, begins=one.title, kind=label, reference=f"[[{ARTICLE}{one.key}]]", words="")


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"
