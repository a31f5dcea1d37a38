"""The house style and the checkers of Word files."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from orapp.documents.house_style import HouseStyle, load_house_style

Checker = Callable[[Path], list[str]]


@pytest.fixture(scope="session")
def style(project: Path) -> HouseStyle:
    """The house style that comes along."""
    return load_house_style((project / "resources" / "templates" / "klassiek.docx").read_bytes())


@pytest.fixture(scope="session")
def schema_findings(shared: Path) -> Checker:
    """What the checker against ISO/IEC 29500 says of a file."""
    spec = importlib.util.spec_from_file_location("check_docx", shared / "tools" / "check_docx.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    schema = module.schema()
    return lambda path: list(module.findings(path, schema, leftovers=False))


@pytest.fixture(scope="session")
def office_findings() -> Checker:
    """What Microsoft 365 and Office 2016 would find in a file, by openxml-audit."""
    validators = [OpenXmlValidator(file_format=kind) for kind in (FileFormat.MICROSOFT_365, FileFormat.OFFICE_2016)]
    return lambda path: [str(error) for validator in validators for error in validator.validate(str(path)).errors]
