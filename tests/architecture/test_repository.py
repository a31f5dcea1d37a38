"""What is kept here is ours to keep: no paths of a machine, no address of a registry, nobody's mail, and licences that fit."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING, cast

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import orapp
from tests.architecture.source import PROJECT, files

if TYPE_CHECKING:
    from collections.abc import Iterator

# One letter is bracketed here and there, so that this file does not find itself.
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:root|work)/[\w.]|/(?:home|Users)/(?!gebruiker\b)[a-z][\w.]*/|[A-Z]:\\{1,2}Users\\{1,2}(?!gebruiker\b)\w"
)
REGISTRY = re.compile(
    r"[p]ypi\.org|[p]ythonhosted\.org|(?<!emit-)(?:[i]ndex-url|[f]ind-links)|--[i]ndex\b|[a]rtifactory|/[s]imple/"
)
MAIL = re.compile(r"\b[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})\b", re.IGNORECASE)
# Reserved by RFC 2606 and RFC 6761, or no mail at all.
NOBODYS_MAIL = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net|nl)|example|invalid|test|localhost)$", re.IGNORECASE)


def texts() -> Iterator[tuple[str, str]]:
    """Every file of the checkout that is text, with its path."""
    for path in files():
        content = path.read_bytes()
        if b"\0" in content[:8192]:
            continue
        yield path.relative_to(PROJECT).as_posix(), content.decode("utf-8", errors="replace")


def places(pattern: re.Pattern[str]) -> list[str]:
    return [f"{path}: {found[0]}" for path, text in texts() for found in pattern.finditer(text)]


def pinned() -> dict[str, str]:
    """Name and version of each line of the lock."""
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))


def configuration() -> dict[str, object]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def direct_requirements() -> list[Requirement]:
    """What the program itself names in pyproject.toml."""
    project = cast("dict[str, list[str]]", configuration()["project"])
    return [Requirement(line) for line in project["dependencies"]]


def test_no_path_of_a_machine() -> None:
    assert not places(MACHINE_PATH)


def test_no_address_of_a_registry() -> None:
    assert not places(REGISTRY)


def test_no_mail_of_real_people() -> None:
    found = [f"{path}: {mail[0]}" for path, text in texts() for mail in MAIL.finditer(text) if not NOBODYS_MAIL.search(mail[1])]
    assert not found


def test_patterns_see_what_they_are_for() -> None:
    somebody, superuser, word = "jan", "root", "index"
    assert MACHINE_PATH.search(f"/{superuser}/x")
    assert MACHINE_PATH.search(f"cd /home/{somebody}/orapp")
    assert not MACHINE_PATH.search("framework/root/x")
    assert REGISTRY.search(f"--{word}-url")
    assert not REGISTRY.search("--no-emit-index-url")
    mail = MAIL.search(f"stuur naar {somebody}@gemeente.nl")
    assert mail is not None
    assert not NOBODYS_MAIL.search(mail[1])
    assert NOBODYS_MAIL.search("or.example.nl")


def test_the_lock_pins_everything_with_hashes() -> None:
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", lock)
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in lock
    assert not re.search(r"^\s*-(?!-hash)", lock, re.MULTILINE)


def test_the_lock_is_what_pyproject_asks() -> None:
    groups = cast("dict[str, list[str]]", configuration()["dependency-groups"])
    wanted = direct_requirements() + [Requirement(line) for line in groups["dev"]]
    versions = pinned()
    assert not [str(want) for want in wanted if not want.specifier.contains(versions.get(canonicalize_name(want.name), "0"))]


def test_there_is_one_version() -> None:
    project = cast("dict[str, str]", configuration()["project"])
    assert project["version"] == orapp.__version__


def test_the_environment_is_what_the_lock_pins() -> None:
    installed: dict[str, str] = {canonicalize_name(package.name): package.version for package in metadata.distributions()}
    assert {name: installed[name] for name in pinned() if name in installed} == {
        name: version for name, version in pinned().items() if name in installed
    }


# Said in the package's licence file only.
LICENCE_FILES = {"sqlcipher3": "Zlib"}


def licence(name: str) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the free field."""
    about = metadata.metadata(name)
    if name in LICENCE_FILES:
        return LICENCE_FILES[name]
    if expressions := about.get_all("License-Expression", []):
        return " OR ".join(expressions)
    classifiers = [line.rsplit("::", 1)[1].strip() for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    return " OR ".join(classifiers) or " OR ".join(about.get_all("License", []))


def with_what_they_need(requirements: list[Requirement]) -> set[str]:
    """The packages that come along on this machine."""
    found: set[str] = set()
    pending = list(requirements)
    while pending:
        want = pending.pop()
        name = canonicalize_name(want.name)
        if name in found or (want.marker is not None and not want.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        pending.extend(Requirement(line) for line in metadata.requires(name) or [])
    return found


def test_nothing_in_the_program_is_gpl_only() -> None:
    """Each package of the program offers a licence that is not the GPL itself (the LGPL will do: Qt's libraries stay files)."""
    gpl = re.compile(r"(?<!L)(?<!Lesser )\bA?GPL|(?<!Lesser )General Public License", re.IGNORECASE)
    names = with_what_they_need(direct_requirements())
    assert len(names) > len(direct_requirements()) - 1
    wrong = {name: licence(name) for name in names if all(gpl.search(choice) for choice in re.split(r"\s+OR\s+", licence(name)))}
    assert not wrong
    assert not [name for name in names if not licence(name)], "a package without a licence"
