"""Where work is begun that a person waits for, and where the words are that a screen reader says of how it ended."""

from __future__ import annotations

ITSELF = ""
SAID_BY: dict[str, str] = {
    "kit/editor.py": "shell/frame.py",  # what was kept is seen in place; what was not goes to the window
    "kit/item_form.py": ITSELF,
    "kit/item_list.py": ITSELF,
    "kit/list_actions.py": ITSELF,  # a list as Word, Excel or CSV, and its print
    "kit/spelling.py": "screens/letter/letter_spelling.py",  # a dictionary that is not there
    "screens/bin/screen.py": ITSELF,  # taken back, destroyed
    "screens/council/exchange_part.py": ITSELF,  # the council out and in, data of a person destroyed
    "screens/council/keeper.py": "screens/council/screen.py",
    "screens/council/logo_card.py": ITSELF,
    "screens/council/style_wizard.py": ITSELF,
    "screens/council/style_wizard_pages.py": ITSELF,  # a Word file surveyed for a house style
    "screens/council/styles_part.py": ITSELF,  # letters of a house style that could not be drawn
    "screens/dossier/commitments_tab.py": ITSELF,
    "screens/dossier/completeness_card.py": "shell/frame.py",
    "screens/dossier/course_story.py": ITSELF,
    "screens/dossier/documents_tab.py": ITSELF,  # files brought in and written elsewhere
    "screens/dossier/head_fields.py": "shell/frame.py",
    "screens/dossier/in_place.py": ITSELF,  # autosave that did not go
    "screens/dossier/judging_dialog.py": ITSELF,
    "screens/dossier/paper_files.py": "screens/dossier/documents_tab.py",
    "screens/dossier/paste_answers.py": ITSELF,
    "screens/dossier/questions_card.py": ITSELF,
    "screens/dossier/secrecy_card.py": "shell/frame.py",
    "screens/dossier/sheets_card.py": ITSELF,
    "screens/dossier/step_dialog.py": ITSELF,
    "screens/dossier/versions_card.py": ITSELF,  # a version taken away; one kept is seen in place
    "screens/dossiers/chosen_acts.py": ITSELF,  # tags, owner, bin and undo over several dossiers
    "screens/dossiers/view_keeping.py": ITSELF,
    "screens/letter/act_sheet.py": ITSELF,
    "screens/letter/composition.py": "screens/letter/screen.py",
    "screens/letter/inserting.py": ITSELF,  # a text block kept
    "screens/letter/letter_spelling.py": ITSELF,  # a word added to those of the council
    "screens/letter/paper_bundle.py": "screens/letter/paper_desk.py",
    "screens/letter/paper_desk.py": ITSELF,
    "screens/letter/paper_mail.py": "screens/letter/paper_desk.py",
    "screens/letter/paper_staff.py": "screens/letter/paper_desk.py",
    "screens/letter/returned_desk.py": ITSELF,  # a letter that came back from Word
    "screens/letter/word_files.py": "screens/letter/screen.py",  # a letter made in Word
    "screens/new_dossier/unfinished.py": "screens/new_dossier/wizard.py",  # what was typed there and could not be kept
    "screens/new_dossier/wizard.py": ITSELF,
    "screens/overview/actions_card.py": ITSELF,
    "screens/settings/archive_part.py": ITSELF,  # the archive looked through
    "screens/settings/backups_part.py": ITSELF,
    "screens/settings/key_part.py": ITSELF,
    "screens/settings/key_sheets.py": "kit/forms.py",  # a wrong passphrase is refused at its field
    "screens/settings/privacy_part.py": ITSELF,
    "screens/settings/restore_sheet.py": ITSELF,  # a backup tried, or put back
    "shell/backing_up.py": "screens/settings/backups_part.py",
    "shell/founder.py": "shell/window.py",  # a new archive
    "shell/founding_key_page.py": "kit/forms.py",
    "shell/parting.py": ITSELF,
    "shell/renewing.py": ITSELF,  # the screens made anew with another name
    "shell/window.py": ITSELF,  # an archive opened, made, left and brought back
}
"""By the file in which the work is begun: the file that says its end, itself where it is empty."""
