"""Words in one look inside a line of the council's own text: signs become stretches, and stretches become signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

REF = r"[A-Za-z0-9][A-Za-z0-9_.:\-]{0,79}"
_TOKEN = re.compile(rf"(?P<slashes>\\+)(?=\*|\[\\*\[)|(?P<stars>\*+)|\[\[(?P<ref>{REF})\]\]")
_CELL_TOKEN = re.compile(rf"(?P<slashes>\\+)(?=\[\\*\[)|\[\[(?P<ref>{REF})\]\]")
_SIGN = re.compile(r"(\\*)(\*|\[(?=\\*\[))")
_CELL_SIGN = re.compile(r"(\\*)(\[(?=\\*\[))")
_ITALIC, _BOLD = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a line in one look: text, or a reference by the id of its item ("art:25.6" for an article)."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    ref: str = ""


# -- without looks -----------------------------------------------------------------------------------------------------


def plain_of(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text with references and without looks."""
    found: list[Stretch] = []
    at = 0
    while (token := _CELL_TOKEN.search(text, at)) is not None:
        found.append(Stretch(text=text[at : token.start()]))
        at = token.end()
        if token["ref"]:
            found.append(Stretch(ref=token["ref"]))
            continue
        slashes = len(token["slashes"])
        found.append(Stretch(text="\\" * (slashes // 2) + "[" * (slashes % 2)))
        at += slashes % 2
    found.append(Stretch(text=text[at:]))
    return merged(found)


def plain_text(stretches: Sequence[Stretch]) -> str:
    """Stretches without looks, with their signs."""
    return "".join(_escaped(stretches, number, _CELL_SIGN) for number in range(len(stretches)))


def _escaped(stretches: Sequence[Stretch], number: int, sign: re.Pattern[str], stars: str = "") -> str:
    """A stretch with backslashes before what would be signs; `stars` come between it and the next one."""
    one = stretches[number]
    if one.ref:
        return f"[[{one.ref}]]"
    next_is_ref = number + 1 < len(stretches) and bool(stretches[number + 1].ref)
    whole = one.text + (stars or ("[[" if next_is_ref else ""))
    out: list[str] = []
    at = 0
    for found in sign.finditer(whole):
        out += (whole[at : found.start()], found[1] * 2)
        at = found.end(1)
        if at >= len(one.text):
            break
        out.append(f"\\{found[2]}")
        at = found.end()
    out.append(one.text[at:])
    return "".join(out)


# -- with looks --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Stars:
    """Stars in a line: which looks they may begin or end, and how many of them are only stars."""

    count: int
    opens: bool
    closes: bool
    turns: int = 0
    before: bool = True  # stars that are only stars stand before what the others begin


def inline_of(text: str) -> tuple[Stretch, ...]:
    """The stretches of a line without its mark."""
    if "*" not in text and "[[" not in text:
        return (Stretch(text=text),) if text else ()
    tokens = _tokens(text)
    _turn([token for token in tokens if isinstance(token, _Stars)])
    found: list[Stretch] = []
    look = 0
    for token in tokens:
        if isinstance(token, Stretch):
            found.append(replace(token, bold=bool(look & _BOLD), italic=bool(look & _ITALIC)))
            continue
        literal = Stretch(text="*" * (token.count - token.turns))
        if token.before:
            found.append(replace(literal, bold=bool(look & _BOLD), italic=bool(look & _ITALIC)))
        look ^= token.turns
        if not token.before:
            found.append(replace(literal, bold=bool(look & _BOLD), italic=bool(look & _ITALIC)))
    return merged(found)


def _tokens(text: str) -> list[Stretch | _Stars]:
    found: list[Stretch | _Stars] = []
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() < at:
            continue
        found.append(Stretch(text=text[at : token.start()]))
        at = token.end()
        if token["ref"]:
            found.append(Stretch(ref=token["ref"]))
        elif token["slashes"]:
            at = _take_slashes(text, token, found)
        else:
            _take_stars(text, token.start(), token.end(), found)
    found.append(Stretch(text=text[at:]))
    return found


def _take_slashes(text: str, token: re.Match[str], found: list[Stretch | _Stars]) -> int:
    """Two backslashes before a sign are one; one left over makes the sign a sign of the text."""
    slashes, at = len(token["slashes"]), token.end()
    found.append(Stretch(text="\\" * (slashes // 2)))
    if slashes % 2:
        found.append(Stretch(text=text[at]))
        at += 1
    following = _TOKEN.match(text, at)
    if following is not None and following["stars"]:
        _take_stars(text, at, following.end(), found)
        return following.end()
    if following is not None and following["ref"]:
        found.append(Stretch(ref=following["ref"]))
        return following.end()
    return at


def _take_stars(text: str, start: int, end: int, found: list[Stretch | _Stars]) -> None:
    opens = end < len(text) and not text[end].isspace()
    closes = start > 0 and not text[start - 1].isspace()
    found.append(_Stars(count=end - start, opens=opens, closes=closes))


def _turn(stars: list[_Stars]) -> None:
    """Which stars begin or end a look; one that is begun and never ended is only stars."""
    look = 0
    last: dict[int, _Stars] = {}
    for one in stars:
        if one.count > _BOLD + _ITALIC:
            continue
        for bit in (_BOLD, _ITALIC):
            if one.count & bit and (one.closes if look & bit else one.opens):
                one.turns |= bit
                one.before = not look & bit
                last[bit] = one
        look ^= one.turns
    for bit in (_BOLD, _ITALIC):
        if look & bit:
            last[bit].turns ^= bit


def inline_text(stretches: Sequence[Stretch]) -> str:
    """Stretches with their signs; without a backslash where none is needed."""
    if all(not (one.bold or one.italic or one.ref or "*" in one.text or "[[" in one.text) for one in stretches):
        return "".join(one.text for one in stretches)
    tidy = tidied(stretches)
    plain = _signed(tidy, escape=False)
    if all("*" not in one.text and "[[" not in one.text and "\\" not in one.text for one in tidy) or inline_of(plain) == tidy:
        return plain
    return _signed(tidy, escape=True)


def _signed(stretches: Sequence[Stretch], *, escape: bool) -> str:
    out: list[str] = []
    look = 0
    for number, one in enumerate(stretches):
        wanted = _look(one)
        out.append("*" * (look ^ wanted))
        following = _look(stretches[number + 1]) if number + 1 < len(stretches) else 0
        if escape:
            out.append(_escaped(stretches, number, _SIGN, "*" * (wanted ^ following)))
        else:
            out.append(f"[[{one.ref}]]" if one.ref else one.text)
        look = wanted
    out.append("*" * look)
    return "".join(out)


def _look(one: Stretch) -> int:
    return _BOLD * one.bold + _ITALIC * one.italic


def tidied(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in their one right form: white at the ends of a look has only what both its neighbours have."""
    pieces: list[Stretch] = []
    for piece in merged(stretches):
        if piece.ref:
            pieces.append(piece)
            continue
        bare = piece.text.strip()
        if not bare:
            pieces.append(piece)
            continue
        start = piece.text.index(bare[0])
        white = (piece.text[:start], bare, piece.text[start + len(bare) :])
        pieces += [replace(piece, text=part) for part in white if part]
    found: list[Stretch] = []
    gap: list[Stretch] = []
    before = 0
    following: Sequence[Stretch | None] = (*pieces, None)
    for one in following:
        if one is not None and not one.ref and not one.text.strip():
            gap.append(one)
            continue
        both = before & (_look(one) if one is not None else 0)
        for blank in gap:
            both &= _look(blank)
        found += [replace(blank, bold=bool(both & _BOLD), italic=bool(both & _ITALIC)) for blank in gap]
        gap = []
        if one is not None:
            found.append(one)
            before = _look(one)
    return merged(found)


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches without empty ones, those of one look together."""
    found: list[Stretch] = []
    for one in stretches:
        if not one.text and not one.ref:
            continue
        last = found[-1] if found else None
        if last is not None and not one.ref and not last.ref and _look(last) == _look(one):
            found[-1] = replace(last, text=last.text + one.text)
        else:
            found.append(one)
    return tuple(found)
