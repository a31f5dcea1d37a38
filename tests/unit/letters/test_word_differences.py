"""What differs between two texts: nothing is lost, nothing invented, and little words do not tear a sentence apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orapp.letters.word_differences import PieceKind, word_differences, words_changed

WORDS = st.lists(st.sampled_from(("de", "OR", "adviseert", "niet", "nu", "wel", "\n")), max_size=12).map(" ".join)


def kept(text: str) -> list[str]:
    return [word for word in text.replace("\n", " \n ").split(" ") if word]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = word_differences(before, after)
    old = [word for piece in pieces if piece.kind is not PieceKind.NEW for word in kept(piece.text)]
    new = [word for piece in pieces if piece.kind is not PieceKind.GONE for word in kept(piece.text)]
    assert (old, new) == (kept(before), kept(after))


@given(WORDS)
def test_equal_texts_have_no_difference(text: str) -> None:
    pieces = word_differences(text, text)
    assert all(piece.kind is PieceKind.SAME for piece in pieces)
    assert words_changed(pieces) == 0


def test_a_word_in_the_place_of_another_counts_once() -> None:
    pieces = word_differences("De OR adviseert u dit te doen", "De OR adviseert u dat te doen")
    assert [(piece.kind.value, piece.text) for piece in pieces if piece.kind is not PieceKind.SAME] == [
        ("gone", "dit"),
        ("new", "dat"),
    ]
    assert words_changed(pieces) == 1


def test_two_texts_of_which_little_stayed_are_told_whole() -> None:
    pieces = word_differences("Het doel is alle teams in één pand te brengen en te houden", "Hier getypt in het programma")
    assert [piece.kind for piece in pieces] == [PieceKind.GONE, PieceKind.NEW]
