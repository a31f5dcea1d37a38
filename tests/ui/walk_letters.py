"""Where the walk meets letters: composing one, the council's own words, the acts on it, and what comes back from Word."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from orapp.domain.items import FileRef
from orapp.domain.papers import Paper, PaperKind
from orapp.letters.beginnings import Beginning
from orapp.ui.kit.beginning_menu import BeginButton
from tests.documents.word_edits import EditedWord
from tests.ui.conftest import DEMO_DAY
from tests.ui.walk import HOUSING, HOUSING_REQUEST, Lead, Lost, Walk


def letter(walk: Walk) -> None:
    walk.inside.open_letter(HOUSING, "A9", HOUSING_REQUEST)


def concept(walk: Walk) -> None:
    letter(walk)
    walk.settle()
    walk.inside.letter.open(HOUSING, "A9", HOUSING_REQUEST, walk.concept)


def returned(walk: Walk) -> None:
    """A letter that comes back from Word with a change of every kind, a remark and a tracked change."""
    concept(walk)
    walk.settle()
    made = walk.inside.desk.letters.make(HOUSING, "A9", "secretaris", letter_id=walk.concept)
    word = EditedWord(made.data)
    word.retype(word.saying("Geachte"), lambda _said: "Beste Jan,")
    words = word.section("request")[1]
    word.insert_tracked(words, " Een lid vulde aan.")
    word.remark(words, "Is dit nog zo?")
    word.remove_section("staff")
    word.move_section("alternatives", "motives")
    at = word.at("execution")
    for element in (word.new("Privacy", "Kop1"), word.new("Wij vragen een gegevenseffectbeoordeling.")):
        at.addprevious(element)
    path = walk.folder / made.file_name
    path.write_bytes(word.saved())
    walk.inside.letter.returns.read(path)


def own_words(walk: Walk) -> None:
    """A section that the council writes itself, with every kind of paragraph, a reference and the bar above it."""
    concept(walk)
    walk.settle()
    card = walk.inside.letter.sections.open("motives")
    if card is None or card.editor is None:
        raise Lost("motives")
    condition = walk.archive.kept[HOUSING].conditions[0].id
    text = f"Zie **[[{condition}]]**.\n- punt\n1. eerst\n> Gezegd.\n> — elders\n! Besloten.\n| Wat | Hoe |\n| dit | zo |"
    card.editor.put_in_typed(text)


def begun(kind: str) -> Lead:
    """A letter of a kind with fields of its own, all of them shown, also those that may stay empty."""

    def lead(walk: Walk) -> None:
        walk.inside.begin_letter(HOUSING, Beginning(kind=kind, request_id=HOUSING_REQUEST))
        walk.settle()
        fields = walk.inside.letter.fields
        fields.open(True)
        for key in fields.rows:
            fields.focus_in(key)
        if not fields.rows or any(row.isHidden() for row in fields.rows.values()):
            raise Lost(kind)

    return lead


def made(walk: Walk) -> None:
    """A letter of which a version was made: the meter, the points, and the versions below them."""
    concept(walk)
    walk.settle()
    walk.inside.letter.bar.make_act.trigger()
    walk.settle()
    column = walk.inside.letter.cards.verticalScrollBar()
    column.setValue(column.maximum())


def misspelled(walk: Walk) -> None:
    """What can be done with a word that is not known."""
    from orapp.ui.screens.letter.spelling_marks import SpellingMarks

    own_words(walk)
    walk.settle()
    card = walk.inside.letter.sections.card("motives")
    marks = card.editor.findChild(SpellingMarks) if card is not None and card.editor is not None else None
    if card is None or card.editor is None or marks is None:
        raise Lost("spelling")
    card.editor.put_in("Dit is foutqq geschreven.")
    marks.go_to_next()


def begins(lead: Lead, name: str) -> Lead:
    """The letters that fit what is chosen, below the button of that name."""

    def go(walk: Walk) -> None:
        lead(walk)
        walk.settle()
        walk.child(BeginButton, name).offer()

    return go


def put_in(what: str) -> Lead:
    """What opens at the caret of the council's own words."""

    def lead(walk: Walk) -> None:
        own_words(walk)
        walk.settle()
        card = walk.inside.letter.sections.card("motives")
        if card is None or card.editor is None:
            raise Lost(what)
        card.editor.menu_asked.emit(what)

    return lead


def look_back(walk: Walk) -> None:
    """The search in earlier letters."""
    from orapp.ui.screens.letter.own_text import INSERT

    put_in(INSERT)(walk)
    walk.settle()
    walk.press("invoegen-eerder")


def text_block(walk: Walk) -> None:
    """The name under which chosen words become a text block."""
    own_words(walk)
    walk.settle()
    card = walk.inside.letter.sections.card("motives")
    if card is None or card.editor is None:
        raise Lost("tekstblok")
    walk.inside.letter.inserting.keep_block("Een vaste zin.", card.editor)


def letter_act(act: str) -> Lead:
    """Opens an act on a letter whatever its status is: the sheet itself is what is looked at."""

    def lead(walk: Walk) -> None:
        from orapp.ui.screens.letter.act_words import open_act

        concept(walk)
        walk.settle()
        shown = walk.inside.letter
        ground, draft = shown.composition.ground, shown.draft
        if ground is None or draft is None or draft.letter is None:
            raise Lost(act)
        sent = replace(draft.letter, sent_on=DEMO_DAY, sent_channel="per mail", proof="verzonden bericht")
        open_act(act, shown, walk.place, walk.inside.desk, ground, draft, sent, lambda _edited: None)

    return lead


def letter_paper(what: str) -> Lead:
    """Opens what is made of a letter, or shows how it stands: the letter has an annex, and a version that was made."""

    def lead(walk: Walk) -> None:
        _annex(walk)
        concept(walk)
        walk.settle()
        shown = walk.inside.letter
        shown.bar.make_act.trigger()
        walk.settle()
        shown.bar.paper_acts[what].trigger()

    return lead


def _annex(walk: Walk) -> None:
    """Puts a paper with a file by the letter, once."""
    dossier, data = walk.archive.kept[HOUSING], b"a;b"
    if any(paper.id == "bijlage" for paper in dossier.papers):
        return
    digest = hashlib.sha256(data).hexdigest()
    walk.archive.files[digest] = data
    file = FileRef(sha256=digest, name="cijfers.csv", size=len(data))
    paper = Paper(id="bijlage", number=90, title="Cijfers", kind=PaperKind.REPORT, dated_on=DEMO_DAY, file=file)
    letters = tuple(replace(one, annex_ids=(paper.id,)) if one.id == walk.concept else one for one in dossier.letters)
    walk.archive.kept[HOUSING] = replace(dossier, papers=(*dossier.papers, paper), letters=letters)
