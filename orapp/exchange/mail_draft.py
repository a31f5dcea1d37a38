"""A mail draft as a file (.eml, RFC 5322): the user's own mail program opens it to be looked at and sent."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from orapp.services.failures import Refusal
from orapp.services.paper_ports import MailDraft


class MailDrafts:
    """Writes drafts; nothing is sent, and no sender is named: the mail program puts its own."""

    def write(self, draft: MailDraft) -> bytes:
        """The draft as bytes. `X-Unsent` makes Outlook and others open it for writing; others show it and let it be sent on.

        Raises Refusal("mail.address") naming the address that is none.
        """
        message = EmailMessage(policy=SMTP)
        message["X-Unsent"] = "1"
        message["Subject"] = _line(draft.subject)
        for header, people in (("To", draft.to), ("Cc", draft.cc)):
            if people:
                message[header] = tuple(_address(name, mail) for name, mail in people)
        message.set_content(_text(draft.body), cte="quoted-printable")
        for file in draft.files:
            main, _, sub = file.media_type.partition("/")
            message.add_attachment(
                file.data, maintype=main or "application", subtype=sub or "octet-stream", filename=_line(file.name)
            )
        return message.as_bytes()


def _address(name: str, mail: str) -> Address:
    # What a header cannot hold would make another header of it: a line end in a name is a space.
    try:
        return Address(display_name=_line(name), addr_spec=mail.strip().encode("ascii").decode())
    except (MessageError, ValueError, IndexError) as error:
        raise Refusal("mail.address", place="to", address=_line(mail)) from error


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _text(text: str) -> str:
    """Without half characters, which no mail can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
