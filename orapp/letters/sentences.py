"""Sentences of a letter: Jinja2, reduced to field, filter and if by a whitelist on its syntax tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes, select_autoescape
from jinja2.sandbox import SandboxedEnvironment

from orapp.letters import wording

FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "date": wording.day,
        "list": wording.listed,
        "codes": wording.coded,
        "number": wording.number,
        "in_letters": wording.in_letters,
        "tenths": wording.tenths,
        "money": wording.money,
        "plural": wording.plural,
        "many": wording.many,
        "full_stop": wording.full_stop,
        "no_stop": wording.no_stop,
        "one_line": wording.one_line,
        "capital": wording.capital,
    }
)
"""What a sentence may do with a field, by the name it has in resources/letters."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Filter,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Const,
)


class LetterDataError(ValueError):
    """Something is wrong in resources/letters: `file` and `place` say where, `why` (Dutch) says what."""

    def __init__(self, file: str, place: str, why: str) -> None:
        self.file = file
        self.place = place
        self.why = why
        super().__init__(f"{file}.toml, {place}: {why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with the fields it may use; `file` tells where it can be mended."""

    key: str
    text: str
    fields: frozenset[str]
    file: str


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=(), default_for_string=False),
    )
    environment.filters = dict(FILTERS)
    environment.tests = {}
    environment.globals = {}
    return environment


def _nodes(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _nodes(child)


def check(environment: SandboxedEnvironment, file: str, key: str, text: str) -> tuple[nodes.Template, frozenset[str]]:
    """The syntax tree of a sentence and its fields; raises `LetterDataError` for anything but field, filter and if."""
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        raise LetterDataError(file, f"zin {key}", f"deze zin is niet te lezen ({error.message})") from error
    used: set[str] = set()
    for node in _nodes(tree):
        if not isinstance(node, _ALLOWED):
            raise LetterDataError(file, f"zin {key}", f"alleen veld, filter en if mogen hier, geen {type(node).__name__}")
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise LetterDataError(file, f"zin {key}", f"het filter {node.name} bestaat niet")
        if isinstance(node, nodes.Name):
            if node.ctx != "load":
                raise LetterDataError(file, f"zin {key}", "een zin mag niets toekennen")
            used.add(node.name)
    return tree, frozenset(used)


class Sentences:
    """All sentences of the letters, by key; each is compiled when it is first used."""

    def __init__(self, texts: Mapping[str, tuple[str, str, frozenset[str]]]) -> None:
        """Takes (file, text, declared fields) by key; raises `LetterDataError` with file and place."""
        self._environment = _environment()
        self._compiled: dict[str, Template] = {}
        self._trees: dict[str, nodes.Template] = {}
        found = {}
        for key, (file, raw, declared) in texts.items():
            text = " ".join(raw.split())
            self._trees[key], used = check(self._environment, file, key, text)
            undeclared = used - declared
            if undeclared:
                raise LetterDataError(file, f"zin {key}", f"het veld {', '.join(sorted(undeclared))} hoort niet bij deze zin")
            found[key] = Sentence(key=key, text=text, fields=declared, file=file)
        self.all: Mapping[str, Sentence] = MappingProxyType(found)

    def write(self, key: str, fields: Mapping[str, object]) -> str:
        """The sentence filled in; raises `KeyError` for an unknown sentence, `LetterDataError` for a field without value."""
        sentence = self.all[key]
        template = self._compiled.get(key)
        if template is None:
            template = self._compiled[key] = self._compile(key)
        missing = sentence.fields - fields.keys()
        if missing:
            raise LetterDataError(sentence.file, f"zin {key}", f"het veld {', '.join(sorted(missing))} bestaat niet")
        try:
            return template.render({name: fields[name] for name in sentence.fields}).strip()
        except (UndefinedError, TypeError, AttributeError) as error:
            raise LetterDataError(sentence.file, f"zin {key}", f"een veld past niet bij zijn filter ({error})") from error

    def _compile(self, key: str) -> Template:
        """The sentence made ready from the tree that was checked."""
        code = self._environment.compile(self._trees[key], name=key)
        return Template.from_code(self._environment, code, {})
