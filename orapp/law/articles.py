"""The catalogue of the act's articles, and a finder that turns plain words into candidate grounds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from orapp.law.plain_words import plain
from orapp.law.reading import ITEM, Reliability, Table, open_file, unique

KEY = re.compile(r"(?P<article>\d+[a-z]?)(?:\.(?P<paragraph>\d+))?(?:\.(?P<letter>[a-z]))?")
ENOUGH = 0.5
LIKE = 0.82
UNLIKE_LETTERS = 3  # a word with more other letters is another word: spares the slow comparison
PART_LENGTH = 5
HINT_LESS = 0.2
# Words that say nothing of the subject: they meet only themselves, inside a phrase such as "nieuw pand".
FILLERS = frozenset({"nieuw", "nieuwe", "ander", "andere", "regeling", "plan", "beleid", "wijziging", "project"})


class ArticleKeyError(ValueError):
    """A key that is no article of the catalogue, or does not look like one ("25.1.f")."""

    code = "unknown_article"

    def __init__(self, *, key: str) -> None:
        self.key = key
        super().__init__(f"{key!r} is geen artikel uit de lijst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article or part of it. `article` is how it is cited, `title` a short paraphrase in Dutch.

    `qualifier` is what the act adds ("belangrijk"): who judges it is the council. `words` are plain words that point to
    it, `hints` words that may point to it. `cautions` are the keys of articles that may stand in the way.
    """

    key: str
    article: str
    title: str
    note: str
    qualifier: str
    words: tuple[str, ...]
    hints: tuple[str, ...]
    cautions: tuple[str, ...]
    source: str
    date: dt.date
    status: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article that plain words may point to; `score` runs to 1, `why` and `cautions` are Dutch sentences."""

    article: Article
    score: float
    doubt: bool
    why: str
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All articles, in the order of the act."""

    articles: tuple[Article, ...]

    @property
    def all(self) -> tuple[Article, ...]:
        """Every article, in the order of the data."""
        return self.articles

    def get(self, key: str) -> Article:
        """The article with this key ("25.1.f"); raises `ArticleKeyError`."""
        for article in self.articles:
            if article.key == key:
                return article
        raise ArticleKeyError(key=key)

    def has(self, key: str) -> bool:
        """Whether the key is in the catalogue."""
        return any(article.key == key for article in self.articles)

    def find(self, words: str) -> tuple[Candidate, ...]:
        """The articles that these words may point to, best first; also with small misspellings.

        It proposes only: a candidate carries a doubt mark unless a sure word was met as it is and the act puts no
        condition on the subject.
        """
        asked = tuple(word for word in plain(words).split() if len(word) > 1)
        found = [candidate for article in self.articles if (candidate := self._candidate(article, asked)) is not None]
        order = {article.key: number for number, article in enumerate(self.articles)}
        return tuple(sorted(found, key=lambda item: (-item.score, order[item.article.key])))

    def _candidate(self, article: Article, asked: tuple[str, ...]) -> Candidate | None:
        sure = _best(article.words, asked)
        hint = _best(article.hints, asked)
        best, certain = (sure, True) if sure.score > hint.score - HINT_LESS else (hint, False)
        score = best.score if certain else best.score - HINT_LESS
        if score < ENOUGH:
            return None
        doubt = not certain or best.score < 1 or bool(article.qualifier)
        return Candidate(
            article=article,
            score=round(score, 2),
            doubt=doubt,
            why=_why(article, best, certain=certain),
            cautions=tuple(self._caution(key) for key in article.cautions),
        )

    def _caution(self, key: str) -> str:
        article = self.get(key)
        return f"Let op {article.article}: {article.note or article.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    score: float
    asked: str = ""
    word: str = ""


def grounds_text(keys: Iterable[str]) -> str:
    """Articles as a letter cites them: "artikel 25 lid 1 onder e en f en artikel 27 lid 1 onder d WOR".

    Keys come in any order and are cited in the order of the act; none gives an empty text. Raises `ArticleKeyError` for
    what does not look like a key.
    """
    grouped: dict[tuple[int, str, int], list[str]] = {}
    for key in sorted(set(keys), key=_place):
        number, suffix, paragraph, letter = _place(key)
        grouped.setdefault((number, suffix, paragraph), []).append(letter)
    if not grouped:
        return ""
    parts = []
    for (number, suffix, paragraph), letters in grouped.items():
        text = f"artikel {number}{suffix}" + (f" lid {paragraph}" if paragraph else "")
        named = [letter for letter in letters if letter]
        parts.append(f"{text} onder {_listed(named)}" if named else text)
    return f"{_listed(parts)} WOR"


def read_catalogue(files: Mapping[str, Mapping[str, object]]) -> Catalogue:
    """The catalogue from `articles.toml`; raises `LawDataError`, also when a caution names an unknown article."""
    whole, sources = open_file(files, "articles")
    whole.only(("sources", "article"))
    tables = unique(whole.tables("article"))
    keys = {table.text("key") for table in tables}
    return Catalogue(articles=tuple(_read_article(table, sources, keys) for table in tables))


def _read_article(table: Table, sources: Mapping[str, str], keys: set[str]) -> Article:
    table.only(("key", "article", "title", "note", "qualifier", "words", "hints", "cautions", *ITEM))
    if KEY.fullmatch(table.text("key")) is None:
        raise table.fail("deze sleutel heeft niet de vorm 25.1.f")
    unknown = [key for key in table.texts("cautions") if key not in keys]
    if unknown:
        raise table.fail(f"cautions noemt een onbekend artikel {', '.join(unknown)}")
    origin = table.provenance(sources)
    return Article(
        key=table.text("key"),
        article=table.text("article"),
        title=table.text("title"),
        note=table.text("note", ""),
        qualifier=table.text("qualifier", ""),
        words=table.texts("words"),
        hints=table.texts("hints"),
        cautions=table.texts("cautions"),
        source=origin.source,
        date=origin.date,
        status=origin.status,
    )


@lru_cache(maxsize=4096)
def _place(key: str) -> tuple[int, str, int, str]:
    match = KEY.fullmatch(key)
    if match is None:
        raise ArticleKeyError(key=key)
    article = match["article"]
    digits = article.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits), article[len(digits) :], int(match["paragraph"] or 0), match["letter"] or ""


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


def _best(words: tuple[str, ...], asked: tuple[str, ...]) -> _Match:
    best = _Match(score=0.0)
    for word in words:
        target = _plain_parts(word)
        whole = _phrase(target, asked)
        if whole.score > best.score:
            best = _Match(score=whole.score, asked=whole.asked, word=word)
    return best


@lru_cache(maxsize=4096)
def _plain_parts(word: str) -> tuple[str, ...]:
    return tuple(plain(word).split())


def _phrase(target: tuple[str, ...], asked: tuple[str, ...]) -> _Match:
    """How well every word of a phrase is met by some asked word: the weakest link counts."""
    met = [max((_likeness(part, word), word) for word in asked) if asked else (0.0, "") for part in target]
    if not met:
        return _Match(score=0.0)
    return _Match(score=min(score for score, _ in met), asked=" ".join(dict.fromkeys(word for _, word in met)))


def _likeness(known: str, asked: str) -> float:
    """1 for the same word, less for an inflected, compounded or misspelt one, 0 for another word."""
    if known == asked:
        return 1.0
    if asked in FILLERS:
        return 0.95 if asked.rstrip("e") == known.rstrip("e") else 0.0
    if len(known) >= PART_LENGTH and asked.startswith(known):
        return 0.9
    if len(asked) >= PART_LENGTH and known.startswith(asked):
        return 0.6 + 0.3 * len(asked) / len(known)
    # A compound may end on a known word ("personeelswerving"); a mere part of a known one ("regeling") says nothing.
    if len(known) >= PART_LENGTH and asked.endswith(known):
        return 0.75
    if min(len(known), len(asked)) < PART_LENGTH - 1 or abs(len(known) - len(asked)) > 3:
        return 0.0
    if len(set(known) ^ set(asked)) > UNLIKE_LETTERS:
        return 0.0
    ratio = SequenceMatcher(a=known, b=asked, autojunk=False).ratio()
    return ratio * 0.85 if ratio >= LIKE else 0.0


def _why(article: Article, best: _Match, *, certain: bool) -> str:
    meaning = f'"{best.asked}"' if best.score == 1 else f'"{best.asked}" lijkt op "{best.word}" en'
    verb = "wijst op" if certain else "kan wijzen op"
    text = f"{meaning} {verb} {article.article}: {article.title}."
    return f"{text} Voorwaarde in de wet: {article.qualifier}." if article.qualifier else text
