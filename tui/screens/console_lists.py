"""The dialogs of the console: saved questions, history, find, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.library import replaced_title, save_query, saved_queries
from queries.question import header
from queries.sqltext.tokens import meaningful
from tui.config import user_queries_folder
from tui.errors import UsageError
from tui.model.dates import moment
from tui.model.sql_errors import plain_words
from tui.numbers import number
from tui.screens.console_dialogs import AskScreen, Choice, Field, PickScreen

if TYPE_CHECKING:
    from pathlib import Path

    from queries.library import SavedQuery
    from tui.session.buffers import Buffer
    from tui.session.history import Run
    from tui.words import Words


def library_screen(say: Words) -> PickScreen[str]:
    """The saved questions; choosing one opens it in a tab."""
    choices = [
        Choice(title, _about(one, say), one.sql_in(say.lang), title)
        for one in saved_queries(user_queries_folder())
        for title in [say.pick(one.header.title_vi, one.header.title_en) or one.name]
    ]
    return PickScreen(say("console.library"), choices, say("console.pick_foot"), say("console.nothing_found"))


def history_screen(runs: list[Run], say: Words) -> PickScreen[str]:
    """What was run, the newest first, found by DuckDB's words for an error, too; choosing one opens it in a tab.

    What became of it stands whole above its SQL: beside it there is hardly room for why it failed.
    """
    told = [(run, _outcome(run, say)) for run in runs]
    choices = [Choice(" ".join(run.sql.split()), came, run.sql, say("console.tab"), run.error, came) for run, came in told]
    return PickScreen(say("console.history"), choices, say("console.pick_foot"), say("console.nothing_found"))


def find_screen(sought: str, say: Words) -> AskScreen:
    """The words to find in the text, initially those of the last search."""
    return AskScreen(say("console.find"), [Field(say("console.find"), sought)], say("console.find_foot"), "ask_find")


def can_be_saved(sql: str) -> bool:
    """Whether a text holds more than comments: nothing else can be asked again."""
    return any(token.text != ";" for token in meaningful(sql))


def save_screen(buffer: Buffer, say: Words) -> AskScreen:
    """The name, title and note of a text that is saved."""
    titles = header(buffer.text)
    fields = [
        Field(say("console.save_name"), buffer.name, say("console.save_nameless")),
        Field(say("console.save_title"), titles.title_vi or titles.title_en),
        Field(say("console.save_note"), titles.note),
    ]
    return AskScreen(say("console.save"), fields, say("console.save_foot"), "ask_save", at_once=True)


def replace_screen(name: str, title: str, note: str, sql: str, say: Words) -> AskScreen | None:
    """Asks for the name once more where a question would be replaced by another text; None where none would be."""
    found = replaced_title(user_queries_folder(), name, title, sql, note)
    if found is None:
        return None
    field = Field(say("console.save_replaces", title=found), name, say("console.save_nameless"))
    return AskScreen(say("console.save"), [field], say("console.save_replace_foot"), "ask_replace")


def save_text(name: str, title: str, note: str, sql: str) -> Path:
    """Save a text among the user's own questions.

    Raises:
        UsageError: it cannot be written.
    """
    folder = user_queries_folder()
    try:
        return save_query(folder, name, title, sql, note)
    except OSError as error:
        raise UsageError("unwritable_folder", folder, reason=error) from error


def _about(one: SavedQuery, say: Words) -> str:
    """Whose question it is, its parameters, its note."""
    parts = [say("console.own") if one.own else one.name, " ".join(f"${name}" for name in one.header.examples), one.header.note]
    return " · ".join(part for part in parts if part)


def _outcome(run: Run, say: Words) -> str:
    parts = [moment(run.at, say.lang)]
    if run.outcome == "done":
        parts += [
            say("console.rows", count=number(run.rows, say.lang) + ("+" if run.more else "")),
            f"{run.seconds * 1000:.0f} ms",
        ]
    else:
        parts += [say(f"console.was_{run.outcome}"), *([" ".join(plain_words(run.error, say).split())] if run.error else [])]
    return " · ".join(parts)
