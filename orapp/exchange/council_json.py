"""A council as a file: the format `orapp-council/1`, in which the demo council is kept."""

from __future__ import annotations

from orapp.domain.council import Council
from orapp.exchange.reading import Document, converted, read_document, upgraded, validate
from orapp.exchange.schema import COUNCIL_FORMAT, COUNCIL_VERSION, council_schema
from orapp.exchange.writing import encoded, plain
from orapp.services.failures import Refusal


def export_council(council: Council) -> bytes:
    """The council as a file; its logo goes by reference."""
    document: Document = {"format": f"{COUNCIL_FORMAT}/{COUNCIL_VERSION}"}
    written = plain(council)
    if isinstance(written, dict):
        document.update(written)
    return encoded(document)


def read_council(data: bytes) -> Council:
    """The council in a file. Raises `Refusal` as `read_dossier` does, also for two people with one id or an unknown signatory."""
    document = upgraded(read_document(data), COUNCIL_FORMAT, COUNCIL_VERSION, {})
    validate(document, council_schema())
    document.pop("format")
    council = converted(document, Council)
    seen: set[str] = set()
    people = [(f"$.members[{index}].id", member.id) for index, member in enumerate(council.members)]
    people += [(f"$.contacts[{index}].id", contact.id) for index, contact in enumerate(council.contacts)]
    for place, person_id in people:
        if person_id in seen:
            raise Refusal("import.duplicate_id", place=place, id=person_id)
        seen.add(person_id)
    for index, signatory in enumerate(council.signatories):
        if council.member(signatory.member_id) is None:
            raise Refusal("import.reference", place=f"$.signatories[{index}].member_id", id=signatory.member_id)
    return council


class JsonCouncils:
    """The adapter through which the services read and write a council as a file."""

    def write(self, council: Council) -> bytes:
        """The council as a file; its logo goes by reference."""
        return export_council(council)

    def read(self, data: bytes) -> Council:
        """The council in a file. Raises Refusal("import.…") naming the place."""
        return read_council(data)
