"""The adapter through which the services look at Word files that may become a house style, and make templates of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from orapp.documents.page_look_reading import read_page_look
from orapp.documents.style_making import make_template
from orapp.documents.style_survey import survey_style
from orapp.domain.council_styles import StyleRole
from orapp.letters.content import LetterContent
from orapp.services.page_look import PageLook
from orapp.services.ports import LetterWriter
from orapp.services.style_rows import MadeTemplate, StyleSurvey


class WordStyles:
    """Surveys, makes and shows house styles; letters are written by the same writer as all others."""

    def __init__(self, writer: Callable[[], LetterWriter]) -> None:
        self._writer = writer

    def survey(self, data: bytes) -> StyleSurvey:
        """What a file has and lacks. Raises UnusableHouseStyle."""
        return survey_style(data)

    def make(self, data: bytes, assignment: Mapping[StyleRole, str], name: str, version: str) -> MadeTemplate:
        """A template of a file. Raises UnusableHouseStyle."""
        return make_template(data, assignment, name, version)

    def page(self, template: bytes) -> PageLook:
        """The whole look of letters in a template, as a preview draws them. Raises UnusableHouseStyle."""
        return read_page_look(template)

    def write(self, content: LetterContent, template: bytes) -> bytes:
        """A letter in a template."""
        return self._writer().write(content, None, template)
