"""The adapter through which the services read and write dossiers as files."""

from __future__ import annotations

from collections.abc import Mapping

from orapp.domain.dossier import Dossier
from orapp.exchange.dossier_json import export_dossier, read_dossier


class JsonDossiers:
    """Dossiers in the format `orapp-dossier/N`."""

    def write(
        self, dossier: Dossier, council_name: str, files: Mapping[str, bytes], *, include_strategy: bool, include_personal: bool
    ) -> bytes:
        """The dossier as a file. Raises Refusal("export.too_large")."""
        return export_dossier(dossier, council_name, files, include_strategy=include_strategy, include_personal=include_personal)

    def read(self, data: bytes) -> tuple[Dossier, Mapping[str, bytes]]:
        """The dossier in a file with the files inside it. Raises Refusal("import.…") naming the place."""
        imported = read_dossier(data)
        return imported.dossier, imported.files
