"""What is wrong with a value, in Dutch: the schema's and the converter's findings as a place and one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from orapp.services.failures import Refusal

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

TYPE_WORDS: Mapping[str, str] = {
    "string": "een tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "boolean": "true of false",
    "array": "een lijst",
    "object": "een groep velden",
    "null": "niets (null)",
}
FORMAT_WORDS: Mapping[str, str] = {
    "date": "dit is geen bestaande datum in de vorm jjjj-mm-dd",
    "date-time": "dit is geen tijdstip in de vorm jjjj-mm-ddTuu:mm:ssZ",
}
LONGEST_SHOWN = 60
PLACE = re.compile(r" - at `(?P<place>\$[^`]*)`$")


def place_of(path: Iterable[str | int]) -> str:
    """A path into a document as it is shown: `$.conditions[2].due`."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def schema_refusal(error: ValidationError) -> Refusal:
    """The refusal that belongs to a finding of the schema; of several alternatives the one that comes nearest is told."""
    while error.validator == "anyOf" and error.context:
        error = max(error.context, key=_nearness)
    return Refusal("import.schema", place=place_of(error.absolute_path), problem=_problem(error))


def conversion_refusal(message: str) -> Refusal:
    """The refusal that belongs to a message of the converter, which names the place behind it."""
    found = PLACE.search(message)
    place = found["place"] if found else "$"
    return Refusal("import.schema", place=place, problem="deze waarde past niet bij het veld")


def _nearness(error: ValidationError) -> tuple[int, bool]:
    return len(error.absolute_path), error.validator_value != "null"


def _problem(error: ValidationError) -> str:
    rule = error.validator_value
    match error.validator:
        case "required":
            return f"het veld {_first_missing(error)} ontbreekt"
        case "additionalProperties":
            return f"het veld {_first_unknown(error)} is onbekend"
        case "type":
            return f"hier hoort {TYPE_WORDS.get(str(rule), str(rule))} te staan"
        case "enum":
            return f"{_shown(error.instance)} is geen van: {', '.join(_words(rule))}"
        case "const":
            return f"hier hoort {_shown(rule)} te staan"
        case "format":
            return FORMAT_WORDS.get(str(rule), "deze waarde heeft niet de juiste vorm")
        case "pattern":
            return f"{_shown(error.instance)} heeft niet de juiste vorm"
        case "minimum":
            return f"het getal is kleiner dan {rule}"
        case "maximum":
            return f"het getal is groter dan {rule}"
        case _:
            return "deze waarde past niet bij het veld"


def _first_missing(error: ValidationError) -> str:
    present = _words(error.instance)
    return next((_shown(name) for name in _words(error.validator_value) if name not in present), "?")


def _first_unknown(error: ValidationError) -> str:
    known = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
    return next((_shown(name) for name in _words(error.instance) if name not in known), "?")


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, Mapping | Sequence) else ()


def _shown(value: object) -> str:
    text = str(value)
    return f"“{text[:LONGEST_SHOWN]}…”" if len(text) > LONGEST_SHOWN else f"“{text}”"
