"""What was copied elsewhere becomes lines of the council's own words: only looks that a letter has come along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.letters.typed_lines import lines_of, text_of
from orapp.ui.screens.letter.rich_paste import lines_of_html, lines_of_plain

WEB = (
    "<html><head><title>weg</title><style>p{}</style></head><body><h2>Kop</h2><p>Een <b>vet</b> en <i>schuin</i> woord, "
    '<a href="https://voorbeeld.example">een link</a>.</p>'
    '<ul><li>punt</li><li><p>twee</p></li></ul><ol start="3"><li>drie</li></ol>'
    "<blockquote><p>gezegd</p></blockquote><table><tr><th>A</th><th>B</th></tr><tr><td>1<br>2</td><td><b>3</b></td></tr></table>"
    "<script>slecht()</script><p><span style='font-weight:700'>zwaar</span><img src=x></body></html>"
)


def test_what_comes_from_the_web_is_cleaned() -> None:
    assert text_of(lines_of_html(WEB)) == (
        "**Kop**\nEen **vet** en *schuin* woord, een link.\n- punt\n- twee\n3. drie\n> gezegd\n"
        "| A | B |\n| 1\u20282 | **3** |\n**zwaar**"
    )


def test_lists_of_word_are_lists() -> None:
    html = (
        "<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>eerste</p>"
        "<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span>"
        "</span>tweede</p><p class=MsoNormal>gewoon<o:p></o:p></p>"
    )
    assert text_of(lines_of_html(html)) == "- eerste\n2. tweede\ngewoon"


def test_plain_text_has_no_signs_but_lists() -> None:
    assert text_of(lines_of_plain("• een\r\n• twee\n\n**niet vet**\n")) == "- een\n- twee\n\n\\*\\*niet vet\\*\\*"
    assert text_of(lines_of_plain("- los")) == "\\- los"


@given(html=st.text(st.sampled_from(list("<>/bipultdrh=\"' abc&;")), max_size=80))
def test_any_html_is_read(html: str) -> None:
    text = text_of(lines_of_html(html))
    assert lines_of(text) is not None
    assert "\n\n\n\n\n\n" not in text


@pytest.mark.parametrize(
    ("html", "typed"),
    [
        ('<ol start="²"><li>a</ol>', "1. a"),
        (f'<ol start="{"9" * 5000}"><li>a</ol>', "1. a"),
        ("<table><tr><td>een<td>twee<tr><td>drie</table>", "| een | twee |\n| drie |"),
        ("<table><tr><td>buiten<table><tr><td>binnen</td></tr></table></td></tr></table>", "| buiten |\n| binnen |"),
        ("<table><tr><td><ul><li>punt</ul></td></tr></table><p>erna</p>", "| punt |\nerna"),
    ],
)
def test_no_words_are_lost_where_html_is_sloppy(html: str, typed: str) -> None:
    assert text_of(lines_of_html(html)) == typed
