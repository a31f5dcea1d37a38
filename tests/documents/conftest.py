"""The house style and the checkers of Word files."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.context import ValidationContext
from openxml_audit.errors import ValidationError
from openxml_audit.parts import OpenXmlPart
from openxml_audit.schema.validator import SchemaValidator

from orapp.documents.house_style import HouseStyle, load_house_style
from tests.unmeasured import unmeasured

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
    for validator in validators:
        read_once(validator._schema_validator)

    def check(path: Path) -> list[str]:
        with unmeasured():
            return [str(error) for validator in validators for error in validator.validate(str(path)).errors]

    return check


def read_once(schema: SchemaValidator) -> None:
    """A part in which the schema found nothing is not held against it again: letters share their styles and numbering.

    What leans on other parts is looked at elsewhere in the checker, each time.
    """
    sound: set[tuple[str, bytes]] = set()
    validate = schema.validate_part

    def validate_new(part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        xml = part.xml
        known = (part.uri, sha256(etree.tostring(xml)).digest()) if xml is not None else None
        errors: list[ValidationError] = context.errors
        if known not in sound:
            before = len(errors)
            errors = validate(part, context)
            if known is not None and len(errors) == before and not context.should_stop:
                sound.add(known)
        return errors

    schema.validate_part = validate_new
