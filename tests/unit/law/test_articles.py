"""The catalogue of articles, how they are cited, and what plain words find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.law.articles import ArticleKeyError, grounds_text
from orapp.law.book import LawBook
from tests.unit.law.data import the_book

WANTED = (
    [f"25.1.{letter}" for letter in "abcdefghijklmn"]
    + [f"27.1.{letter}" for letter in "abcdefghijklm"]
    + ["16", "17", "18", "20", "22.2", "23.3", "24.1", "25.5", "25.6", "26", "27.3", "27.4", "27.5", "27.6", "28", "30"]
    + ["31.1", "31a.1", "31b.1", "31c", "31d", "31e", "31f", "32", "35b", "35c", "36", "46d"]
)


def best(book: LawBook, words: str) -> str:
    return book.articles.find(words)[0].article.key


def keys(book: LawBook, words: str) -> set[str]:
    return {candidate.article.key for candidate in book.articles.find(words)}


@pytest.mark.parametrize("key", WANTED)
def test_article_is_there(book: LawBook, key: str) -> None:
    article = book.articles.get(key)
    assert article.article.startswith("art. ")
    assert article.title
    assert article.source


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("verhuizing", "25.1.f"),
        ("We gaan verhuizen naar een nieuw pand", "25.1.f"),
        ("verhuisplan", "25.1.f"),
        ("camera's", "27.1.l"),
        ("cammeras", "27.1.l"),
        ("camerabewaking in de kantine", "27.1.l"),
        ("nieuw rooster", "27.1.b"),
        ("roosterwijziging", "27.1.b"),
        ("reorganisatie", "25.1.e"),
        ("Reorganistatie", "25.1.e"),
        ("adviesbureau", "25.1.n"),
        ("functiewaardering HR21", "27.1.c"),
        ("privacyreglement", "27.1.k"),
        ("klokkenluidersregeling", "27.1.m"),
        ("pensioen", "27.1.a"),
        ("uitbesteding van de schoonmaak", "25.1.d"),
        ("nieuwe directeur", "30"),
        ("geheimhouding", "20"),
        ("initiatiefvoorstel", "23.3"),
        ("ziekteverzuimbeleid", "27.1.d"),
        ("bezettingsmeting", "27.1.l"),
        ("gemeenteraad", "46d"),
        ("RI&E", "27.1.d"),
        ("reorg", "25.1.e"),
        ("overgang naar een bv", "25.1.a"),
        ("Beëindiging", "25.1.c"),
        ("BEEINDIGING", "25.1.c"),
    ],
)
def test_plain_words_find_the_article(book: LawBook, words: str, key: str) -> None:
    assert best(book, words) == key


def test_homeworking_touches_several_articles_and_all_are_in_doubt(book: LawBook) -> None:
    found = book.articles.find("thuiswerkregeling")
    assert {"27.1.b", "27.1.d", "27.1.k", "27.1.l"} <= {candidate.article.key for candidate in found}
    assert all(candidate.doubt for candidate in found)


def test_doubt_where_the_act_asks_for_importance(book: LawBook) -> None:
    by_key = {candidate.article.key: candidate for candidate in book.articles.find("reorganisatie verhuizing")}
    assert by_key["25.1.e"].doubt
    assert "belangrijk" in by_key["25.1.e"].why
    assert not by_key["25.1.f"].doubt


def test_a_misspelt_word_is_in_doubt_and_says_what_it_took_it_for(book: LawBook) -> None:
    candidate = book.articles.find("reorganistatie")[0]
    assert candidate.doubt
    assert '"reorganistatie" lijkt op "reorganisatie"' in candidate.why


def test_cautions_name_cao_and_politics(book: LawBook) -> None:
    schedule = book.articles.find("rooster")[0]
    assert any("art. 27 lid 3" in text and "cao" in text for text in schedule.cautions)
    reorganisation = book.articles.find("reorganisatie")[0]
    assert any("art. 46d" in text and "verandert geen termijn" in text for text in reorganisation.cautions)


def test_an_adviser_on_a_matter_of_consent_is_information_only(book: LawBook) -> None:
    assert {"25.1.n", "31c"} <= keys(book, "adviesbureau")


@pytest.mark.parametrize(
    "words", ["", "   ", "de", "regeling", "beleid", "nieuwe", "plan", "xyzzy", "!!!", "een heel gewone dag"]
)
def test_words_that_say_nothing_find_nothing(book: LawBook, words: str) -> None:
    assert book.articles.find(words) == ()


@given(st.text(max_size=60))
def test_any_text_is_answered(words: str) -> None:
    book = the_book()
    found = book.articles.find(words)
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
    assert all(0.5 <= item.score <= 1 and item.why.endswith(".") for item in found)


def test_the_words_of_an_article_find_it(book: LawBook) -> None:
    for article in book.articles.all:
        for word in (*article.words[:2], *article.hints[:1]):
            assert article.key in keys(book, word), (article.key, word)


@pytest.mark.parametrize(
    ("given_keys", "text"),
    [
        (["25.1.e", "25.1.f", "27.1.d"], "artikel 25 lid 1 onder e en f en artikel 27 lid 1 onder d WOR"),
        (["27.1.d", "25.1.f", "25.1.e", "25.1.e"], "artikel 25 lid 1 onder e en f en artikel 27 lid 1 onder d WOR"),
        (["25.1.n", "25.1.a", "25.1.b"], "artikel 25 lid 1 onder a, b en n WOR"),
        (["30"], "artikel 30 WOR"),
        (["46d", "25.1.e", "31c"], "artikel 25 lid 1 onder e, artikel 31c en artikel 46d WOR"),
        (["25.6", "25.5"], "artikel 25 lid 5 en artikel 25 lid 6 WOR"),
        ([], ""),
    ],
)
def test_grounds_as_a_letter_cites_them(given_keys: list[str], text: str) -> None:
    assert grounds_text(given_keys) == text


@pytest.mark.parametrize("key", ["", "25.1.", "lid 1", "25.1.aa", "25-1"])
def test_what_is_no_key_is_refused(book: LawBook, key: str) -> None:
    with pytest.raises(ArticleKeyError):
        grounds_text([key])
    with pytest.raises(ArticleKeyError):
        book.articles.get(key)
    assert not book.articles.has(key)
