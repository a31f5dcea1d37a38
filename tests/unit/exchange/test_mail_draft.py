"""A mail draft is a whole mail that opens for writing, and no text of a person makes another header of it."""

from __future__ import annotations

import email
import email.policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.exchange.mail_draft import MailDrafts
from orapp.services.failures import Refusal
from orapp.services.paper_ports import MailDraft, MailFile


def read(draft: MailDraft) -> email.message.EmailMessage:
    found = email.message_from_bytes(MailDrafts().write(draft), policy=email.policy.default)
    assert isinstance(found, email.message.EmailMessage)
    return found


def test_it_opens_for_writing_with_its_files() -> None:
    file = MailFile(name="2026-11-21 Advies “één” (2026-014) v2.pdf", media_type="application/pdf", data=bytes(range(256)) * 500)
    draft = MailDraft(
        subject="Advies: één verhuizing – OR/2026-014/1",
        body="Geachte bestuurder,\n\nHierbij.\n",
        to=(("Jan van ’t Hof", "j@example.org"), ("", "or@example.org")),
        cc=(("K, de Boer", "k@example.org"),),
        files=(file,),
    )
    message = read(draft)
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["Subject"] == draft.subject
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == list(draft.to)
    assert message["Cc"].addresses[0].display_name == "K, de Boer"
    attached = next(message.iter_attachments())
    assert attached.get_filename() == file.name
    assert attached.get_payload(decode=True) == file.data
    body = message.get_body()
    assert body is not None
    assert "Geachte bestuurder," in body.get_content()


@given(subject=st.text(max_size=80), name=st.text(max_size=30), body=st.text(max_size=200))
def test_no_text_makes_another_header(subject: str, name: str, body: str) -> None:
    message = read(
        MailDraft(subject=f"{subject}\r\nBcc: x@example.org", body=body, to=((f"{name}\nBcc: y@example.org", "a@example.org"),))
    )
    assert message["Bcc"] is None
    assert [one.addr_spec for one in message["To"].addresses] == ["a@example.org"]


@pytest.mark.parametrize(
    "mail", ["geen adres", "", "a@", "a b@example.org", "é@example.org", "a@example.org\nBcc: x@example.org"]
)
def test_what_is_no_address_is_refused(mail: str) -> None:
    with pytest.raises(Refusal) as told:
        MailDrafts().write(MailDraft(subject="x", body="y", to=(("", mail),)))
    assert told.value.fields["place"] == "to"
