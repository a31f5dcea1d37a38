"""The look of the window: the only place that names colours, sizes and fonts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from orapp.ui.kit.dressing import Dressing, Turns
from orapp.ui.kit.style_sheet import style_sheet

BASE_PIXELS = 13
PREFERRED_FAMILIES = ("Inter", "Segoe UI", "Noto Sans", "DejaVu Sans")


class Tone(StrEnum):
    """What a colour says; it never says it alone, a word or a shape stands beside it."""

    PLAIN = "plain"
    GOOD = "good"
    ATTENTION = "attention"
    DANGER = "danger"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The named colours of one palette, as `#rrggbb`."""

    ground: str
    surface: str
    line: str
    field: str
    ink: str
    quiet: str
    accent: str
    accent_soft: str
    accent_strong: str
    on_accent: str
    good: str
    good_soft: str
    attention: str
    attention_soft: str
    danger: str
    danger_soft: str
    hover: str
    desk: str

    def of(self, tone: Tone) -> tuple[str, str]:
        """Ink and soft ground of a tone."""
        match tone:
            case Tone.PLAIN:
                return self.quiet, self.hover
            case Tone.GOOD:
                return self.good, self.good_soft
            case Tone.ATTENTION:
                return self.attention, self.attention_soft
            case Tone.DANGER:
                return self.danger, self.danger_soft
            case Tone.ACCENT:
                return self.accent, self.accent_soft


LIGHT = Tokens(
    ground="#f6f7f9",
    surface="#ffffff",
    line="#e1e5ea",
    field="#77818e",
    ink="#1b2430",
    quiet="#566475",
    accent="#1f5fa8",
    accent_soft="#e6eff9",
    accent_strong="#184c88",
    on_accent="#ffffff",
    good="#1b7046",
    good_soft="#e3f3ea",
    attention="#8f5400",
    attention_soft="#fdf0dc",
    danger="#b3261e",
    danger_soft="#fbe6e4",
    hover="#eef1f5",
    desk="#dfe3e8",
)

DARK = Tokens(
    ground="#13181f",
    surface="#1b222b",
    line="#303a46",
    field="#76869a",
    ink="#e7ecf2",
    quiet="#a3b0bf",
    accent="#86b8f0",
    accent_soft="#1e3550",
    accent_strong="#a9cdf6",
    on_accent="#0e1a28",
    good="#7bd3a6",
    good_soft="#173a2a",
    attention="#f2bd6b",
    attention_soft="#40300f",
    danger="#ff9f96",
    danger_soft="#4a2220",
    hover="#242d38",
    desk="#0e1217",
)

PAPER, PRINT_INK, PRINT_QUIET, PRINT_CONCEPT = "#ffffff", "#161b22", "#566475", "#e3ebf5"


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def from_system(palette: QPalette) -> Tokens:
    """The system's own colours under our names: for high contrast, where none of ours is set."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    window, base = name(QPalette.ColorRole.Window), name(QPalette.ColorRole.Base)
    text, highlight = name(QPalette.ColorRole.WindowText), name(QPalette.ColorRole.Highlight)
    chosen = name(QPalette.ColorRole.HighlightedText)
    return Tokens(
        ground=window, surface=base, line=text, field=text, ink=text, quiet=text, accent=text, accent_soft=window,
        accent_strong=highlight, on_accent=chosen if contrast(chosen, text) > contrast(base, text) else base,
        good=text, good_soft=base, attention=text, attention_soft=base, danger=text, danger_soft=base, hover=window, desk=window,
    )  # fmt: skip


class Look(QObject):
    """The palette and the sizes in force. Widgets that paint ask it while painting, and repaint when it changes.

    Each window without a parent asks to be dressed, and each dialog over one; what comes into a frame of a window later does
    so too (see `as_frame`). A sheet on the application instead would be applied again to a whole tree of widgets each time
    that a part of it is put in another: a screen took five times as long to build, and another colour or size of text up to
    seconds. `changed` comes when what is seen wears another look, and once more when what is not seen does.
    """

    changed = Signal()

    def __init__(self, application: QApplication, icons: Path, *, text_percent: int = 100, chosen: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._icons = icons
        self._percent = text_percent
        self._forced: bool | None = {"light": False, "dark": True}.get(chosen)
        self._dressing = Dressing(self)
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self.tokens = LIGHT
        self.family = _family()
        application.setStyle("Fusion")
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        self.refresh()

    @property
    def paper(self) -> QColor:
        """The sheet of a letter: white in every palette, for that is how it is printed."""
        return QColor(PAPER)

    @property
    def print_ink(self) -> QColor:
        """The text on a sheet."""
        return QColor(PRINT_INK)

    @property
    def print_quiet(self) -> QColor:
        """The line at the foot of a sheet."""
        return QColor(PRINT_QUIET)

    @property
    def print_concept(self) -> QColor:
        """CONCEPT behind the text: seen at once, and never in the way of reading."""
        return QColor(PRINT_CONCEPT)

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in force."""
        return self.tokens is DARK

    def px(self, pixels: float) -> int:
        """A size that was drawn at 13 px text, at the text size in force; in pixels."""
        return round(pixels * self._percent / 100)

    def colour(self, name: str) -> QColor:
        """A token as a colour for painting."""
        return QColor(getattr(self.tokens, name))

    def toned(self, tone: Tone) -> tuple[QColor, QColor]:
        """Ink and soft ground of a tone, for painting."""
        ink, soft = self.tokens.of(tone)
        return QColor(ink), QColor(soft)

    def font(self, pixels: float = BASE_PIXELS, *, strong: bool = False) -> QFont:
        """The window's font at a size that was drawn at 13 px text."""
        size = self.px(pixels)
        known = self._fonts.get((size, strong))
        if known is None:
            known = self._fonts[size, strong] = QFont(self.family)
            known.setPixelSize(size)
            if strong:
                known.setWeight(QFont.Weight.DemiBold)
        return QFont(known)

    def set_text_percent(self, percent: int) -> None:
        """Sets the one size from which all others derive, 75 to 200."""
        wanted = max(75, min(200, percent))
        if wanted != self._percent:
            self._percent = wanted
            self.refresh()

    @property
    def text_percent(self) -> int:
        """The one size from which all others derive."""
        return self._percent

    @property
    def chosen(self) -> str:
        """What the user chose: system, light or dark."""
        if self._forced is None:
            return "system"
        return "dark" if self._forced else "light"

    def choose(self, chosen: str) -> None:
        """Chooses light or dark; anything else follows the system."""
        if chosen != self.chosen:
            self._forced = {"light": False, "dark": True}.get(chosen)
            self.refresh()

    def refresh(self) -> None:
        """Takes the system's wishes again and sets the palette, the font and the style sheet."""
        hints = self._application.styleHints()
        high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        dark = self._forced if self._forced is not None else hints.colorScheme() == Qt.ColorScheme.Dark
        if high:
            self._application.setPalette(QPalette())
            self.tokens = from_system(self._application.palette())
        else:
            self.tokens = DARK if dark else LIGHT
            self._application.setPalette(_palette(self.tokens))
        self._application.setFont(self.font())
        self._dressing.wear(style_sheet(self.tokens, self.px, self._icons, dark=self.dark), self.changed.emit)

    @property
    def sheet(self) -> str:
        """The style sheet in force."""
        return self._dressing.sheet

    def take_turns(self, turns: Turns) -> None:
        """From now on another look comes part by part in turns of the loop, so that keys are answered in between."""
        self._dressing.turns = turns

    def dress(self, window: QWidget) -> None:
        """Gives a window, or what comes into a frame, this look, now and after each change; best when all in it stands."""
        self._dressing.dress(window)


def _family() -> str:
    return next((family for family in PREFERRED_FAMILIES if QFontDatabase.hasFamily(family)), QApplication.font().family())


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.ground,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.BrightText: tokens.danger,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.quiet,
        QPalette.ColorRole.Mid: tokens.field,
        QPalette.ColorRole.Dark: tokens.field,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Shadow: tokens.line,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    return palette


def restyle(widget: QWidget) -> None:
    """Applies the style sheet again after a property that it looks at has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
