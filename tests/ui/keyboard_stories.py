"""Every screen with the test that tells its story by keyboard alone, and every kind of work with what it says when it is done."""

from __future__ import annotations

STORIES: dict[str, str] = {
    "screens/overview": "test_the_whole_overview_by_keyboard",
    "screens/dossiers": "test_a_morning_by_keyboard",
    "screens/deadlines": "test_the_terms_by_keyboard_alone",
    "screens/council": "test_a_member_comes_in_moves_leaves_and_returns_by_keyboard_alone",
    "screens/settings": "test_a_backup_is_made_tried_and_put_back_by_keyboard_alone",
    "screens/bin": "test_a_dossier_comes_back_from_the_bin_by_keyboard_alone",
    "screens/new_dossier": "test_by_keyboard_alone_a_request_becomes_a_dossier_with_its_terms",
    "screens/letter": "test_a_letter_is_written_by_keyboard_alone",
    "screens/dossier": "test_the_dossier_by_keyboard",
    "tab/summary": "test_the_summary_is_written_by_keyboard_alone",
    "tab/course": "test_an_event_is_added_and_removed_by_keyboard",
    "tab/documents": "test_a_file_becomes_a_paper_by_keyboard_and_its_form_opens",
    "tab/assessment": "test_a_question_is_asked_by_keyboard_alone",
    "tab/decision": "test_a_decision_is_recorded_judged_and_starts_two_clocks_by_keyboard",
    "tab/commitments": "test_a_promise_is_written_down_by_keyboard_alone",
    "shell/opening": "test_an_archive_opens_with_its_passphrase_by_keyboard",
    "shell/new_archive": "test_a_council_with_its_people_by_keyboard_alone",
    "shell/navigation": "test_going_about_by_keyboard",
    "shell/palette": "test_arrows_choose_while_the_keyboard_stays_in_the_field",
    "shell/manual_window": "test_the_whole_way_by_keyboard",
    "shell/dossier_window": "test_a_second_window_is_opened_left_and_closed_by_keyboard_alone",
}
"""By screen, as its folder or file is called; a tab of a dossier by its name."""
