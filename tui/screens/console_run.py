"""Running SQL for the console, in threads, one run per tab."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from queries.question import header
from tui.errors import error_line, is_user_error
from tui.model.result import Results, ResultView, Shown
from tui.model.run_progress import RunProgress
from tui.model.sql_errors import plain_words
from tui.screens.full import FullScreen
from tui.session.history import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from queries.console import Statement
    from queries.job import FirstPage, Job
    from tui.session.buffers import Buffer
    from tui.widgets.sql_editor import SqlEditor

TICK = 0.15
"""Seconds between two updates of the time that a run has taken."""


@dataclass
class Tab:
    """A tab: its text, what its last run gave, and the run that is under way.

    Attributes:
        request: what was asked last.
        run: the number of the newest run; what an older one gives is dropped.
        running: whether the newest run is under way.
        stale: whether the store was written since.
        unread: whether the newest run failed because the store could not be read at all.
        began: when that run began.
        progress: how far it is.
    """

    buffer: Buffer
    editor: SqlEditor | None = None
    results: Results = field(default_factory=Results)
    job: Job | None = None
    request: Request | None = None
    run: int = 0
    running: bool = False
    stale: bool = False
    unread: bool = False
    began: float = 0.0
    progress: RunProgress = field(default_factory=RunProgress)


class Request(NamedTuple):
    """What is to be run: a text ``start`` code points from the top of its tab; all of it, or the statement at ``offset``.

    ``again`` says that nobody asked for it: the store was written, and what is shown is to be what it holds now.
    """

    sql: str
    offset: int | None
    start: int
    again: bool = False


class RunsScreen(FullScreen):
    """The screen whose tabs a `RunController` runs."""

    @abstractmethod
    def show_run(self, tab: Tab) -> None:
        """Show the state of a run."""

    @abstractmethod
    def keep(self) -> None:
        """Save the texts."""

    @abstractmethod
    def remember(self, run: Run) -> None:
        """Keep a run in the history."""

    @abstractmethod
    def stamp(self) -> str:
        """The current time for the history."""


class RunController:
    """Runs the requests of a console's tabs.

    Args:
        screen: the console.
        clock: measures the time that a run takes.
    """

    def __init__(self, screen: RunsScreen, clock: Callable[[], float]) -> None:
        self._screen, self._clock = screen, clock

    def submit(self, tab: Tab, request: Request) -> None:
        """Run a request of a tab, stopping its previous run."""
        self.stop(tab)
        tab.request, tab.stale, tab.unread, tab.job = request, False, False, None
        tab.run += 1
        tab.running, tab.began, tab.progress = True, self._clock(), RunProgress()
        run = tab.run
        self._thread(lambda: self._split(tab, run, request))
        self._screen.set_timer(TICK, lambda: self._tick(tab, run))

    def renew(self, tab: Tab) -> None:
        """Repeat the last request of a tab, if the store was written since, or could not be read then."""
        if (tab.stale or tab.unread) and tab.request is not None:
            self.submit(tab, tab.request._replace(again=not tab.unread))

    def stop(self, tab: Tab) -> bool:
        """Stop the run of a tab; False where there is none."""
        if not tab.running:
            return False
        if tab.job is not None:
            tab.job.stop()
        else:
            tab.run += 1
            self._finish(tab, self._screen.words("console.stopped"), failed=False)
        return True

    def _thread(self, work: Callable[[], None]) -> None:
        self._screen.run_worker(work, thread=True, exit_on_error=False, group="console")

    def _later(self, tab: Tab, run: int, then: Callable[[], None]) -> None:
        """From a thread: call ``then`` in the main thread, unless a newer run has begun."""
        self._screen.call_later(lambda: then() if tab.run == run else None)

    def _split(self, tab: Tab, run: int, request: Request) -> None:
        from queries.console import statement_at, statements
        from queries.errors import SqlError

        if tab.run != run:
            return
        try:
            with self._screen.explorer.store_handle.open().cursor() as cursor:
                whole = request.offset is None
                parts = statements(request.sql, cursor) if whole else [statement_at(request.sql, request.offset or 0, cursor)]
        except Exception as error:  # every failure of a thread must reach the screen
            wrong = error.moved(request.start) if isinstance(error, SqlError) else error
            self._later(tab, run, lambda: self._failed(tab, request, wrong))
            return
        needed = set().union(*(part.parameters for part in parts)) - header(tab.buffer.text).examples.keys()
        if needed:
            self._later(tab, run, lambda: self._ask(tab, request, parts, _in_order(needed, request.sql)))
        else:
            self._run(tab, run, request, parts)

    def _ask(self, tab: Tab, request: Request, parts: Sequence[Statement], names: list[str]) -> None:
        """Ask for the values of $parameters that the text does not give, write them into its first lines, and run."""
        from queries.console import typed_literal
        from tui.screens.console_dialogs import AskScreen, Field

        say = self._screen.words
        self._finish(tab, say("console.parameters"), failed=False)

        def answered(values: list[str] | None) -> None:
            if values is None or tab.editor is None:
                self._finish(tab, say("console.stopped"), failed=False)
                return
            tab.running, tab.began, tab.progress = True, self._clock(), RunProgress()
            lines = "".join(f"-- {name} = {typed_literal(value)}\n" for name, value in zip(names, values, strict=True))
            tab.editor.insert(lines, (0, 0), maintain_selection_offset=True)
            self._screen.keep()
            run, moved = tab.run, request._replace(start=request.start + len(lines))
            self._thread(lambda: self._run(tab, run, moved, parts))

        fields = [Field(f"${name}", "") for name in names]
        asked = AskScreen(say("console.parameters"), fields, say("console.parameters_foot"), "ask_parameters")
        self._screen.app.push_screen(asked, answered)

    def _run(self, tab: Tab, run: int, request: Request, parts: Sequence[Statement]) -> None:
        from queries.errors import SqlError
        from queries.job import Job

        firsts: list[FirstPage] = []
        wrong: Exception | None = None
        timed_out = False
        try:
            job = Job(self._screen.explorer.store_handle.open(), parts, tab.buffer.text, limit=self._limit, clock=self._clock)
            if tab.run == run:
                tab.job = job
            if tab.run == run:
                firsts.extend(job.run())
            timed_out = job.timed_out
        except Exception as error:  # every failure of a thread must reach the screen
            wrong = error.moved(request.start) if isinstance(error, SqlError) else error
            timed_out = tab.job is not None and tab.job.timed_out
            firsts = [] if tab.job is None else firsts
        self._later(tab, run, lambda: self._done(tab, request, firsts, wrong, timed_out))
        self._screen.explorer.store_handle.release_memory()

    @property
    def _limit(self) -> float | None:
        """Seconds that a run may take; None for no limit."""
        return self._screen.explorer.config.sql_seconds or None

    def _tick(self, tab: Tab, run: int) -> None:
        """Show how long the run has taken, and its progress."""
        if tab.running and tab.run == run and self._screen.is_attached:
            if tab.job is not None and tab.job.stopped:
                tab.job.stop()
            say, took = self._screen.words, self._clock() - tab.began
            done = tab.progress.believed(took, tab.job.progress if tab.job is not None else None)
            about = "" if done is None else say("console.running_done", done=f"{done:.0f}")
            seconds = f"{took:.0f}"
            tab.results.note, tab.results.failed = say("console.running_for", seconds=seconds, about=about), False
            self._screen.show_run(tab)
            self._screen.set_timer(TICK, lambda: self._tick(tab, run))

    def _done(self, tab: Tab, request: Request, firsts: list[FirstPage], wrong: Exception | None, timed_out: bool) -> None:
        for old in tab.results.shown:
            self._thread(old.answer.close)
        shown = [Shown(one.answer, ResultView.of(one.answer, one.rows)) for one in firsts]
        current = max(0, len(shown) - 1)
        if request.again:
            current = min(current, tab.results.current)
            for new, old in zip(shown, tab.results.shown, strict=False):
                new.view.stand_as(old.view)
        tab.results = Results(shown, current)
        if wrong is not None:
            self._failed(tab, request, wrong, timed_out)
            return
        self._finish(tab, "", failed=False)
        answer = shown[-1].answer
        self._remember(request, "done", rows=answer.known, more=not answer.complete, seconds=round(answer.seconds, 4))

    def _failed(self, tab: Tab, request: Request, error: Exception, timed_out: bool = False) -> None:
        from queries.engine import duckdb
        from queries.errors import SqlError
        from queries.store import StoreError

        say = self._screen.words
        tab.unread = isinstance(error, StoreError)
        if isinstance(error, duckdb.InterruptException):
            self._finish(tab, say("console.timed_out" if timed_out else "console.stopped"), failed=timed_out)
            self._remember(request, "stopped")
            return
        place, summary = "", error_line(error, say) if is_user_error(error) else str(error)
        if isinstance(error, SqlError):
            summary = error.summary
            if error.at is not None and tab.editor is not None:
                at = max(error.at, 0)
                tab.editor.mark((at, error.length))
                row, column = tab.editor.location_at(at)
                place = say("console.place", line=row + 1, column=column + 1) + " "
        plain = plain_words(summary, say)
        self._finish(tab, place + plain + ("" if plain == summary else f"\n{summary}"), failed=True)
        self._remember(request, "failed", error=summary)

    def _finish(self, tab: Tab, note: str, failed: bool) -> None:
        tab.job, tab.running = None, False
        tab.results.note, tab.results.failed = note, failed
        self._screen.show_run(tab)

    def _remember(self, request: Request, outcome: str, **told: Any) -> None:
        if not request.again:
            self._screen.remember(Run(self._screen.stamp(), request.sql, outcome, **told))


def _in_order(names: Collection[str], sql: str) -> list[str]:
    """Parameters in the order in which a text uses them."""
    return sorted(names, key=lambda name: (sql.find(f"${name}"), name))
