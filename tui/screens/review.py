"""Reviewing the figures of added reports: accept, correct, reject, or make a figure of a number that was none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from queries import panes, review
from tui.draw import Line, clean
from tui.model import note
from tui.model import review as model
from tui.model.correction import Vocabulary, corrected
from tui.model.figures import amount_of
from tui.model.note_lines import passage_lines
from tui.model.pane_query import PaneQuery
from tui.model.review import ORDERS, VIEWS, Candidate, Decided, Spot
from tui.model.table import Table, table_of_fields
from tui.model.worklist import Worklist
from tui.screens.listing import Listing
from tui.store.passage_cache import PassageCache
from tui.store.query_runner import QueryRunner
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from queries.review import DecisionRow, PassagePlaceRow
    from queries.store import Cursor
    from tui.widgets.title import Title

MOST = 20_000
"""Figures that are listed."""
OWN = ("source_start", "source_end", "printed")
"""What is known of every number, be it a figure or not, under the names that a figure has for it."""
NAMED = 4
"""Numbers that are named when what was decided about them is taken back."""


class ReviewScreen(Listing):
    """A list of numbers, and the sentence of the one under the cursor."""

    filter_hint = "filter.review"
    BINDINGS = [
        Binding("a", "accept", "accept", id="review.accept"),
        Binding("A", "accept_passage", "accept passage", show=False, id="review.accept_passage"),
        Binding("d,delete", "reject", "reject", id="review.reject"),
        Binding("u", "undo", "undo", id="review.undo"),
        Binding("w", "view(1)", "view", id="review.view"),
        Binding("W", "view(-1)", "view back", show=False, id="review.view_back"),
        Binding("S", "sort", "sort", show=False, id="sort"),
        Binding("slash", "filter", "filter", id="filter"),
        Binding("escape,backspace", "back", "back", id="back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.passage_cache = PassageCache(self, self.explorer.store_handle, "review-notes", self._follow)
        self.form_runner = QueryRunner(self, self.explorer.store_handle, "review-form")
        self.numbers_runner = QueryRunner(self, self.explorer.store_handle, "review-numbers")
        self.reports_runner = QueryRunner(self, self.explorer.store_handle, "review-reports")
        self.worklist = Worklist()
        self.found: list[Candidate] = []
        self.candidates: list[Candidate] = []
        self.view, self.order = VIEWS[0], ORDERS[0]
        self._row: Spot | None = None
        self._loading = False
        self._offered: tuple[tuple[str, ...], frozenset[str]] = (), frozenset()

    @property
    def grid(self) -> Grid:
        """The list."""
        return self.query_one("#rows", Grid)

    def on_mount(self) -> None:
        """Focus the list and ask for its rows."""
        self.grid.focus()
        self._entitle()
        self.load()

    @property
    def hidden_hints(self) -> frozenset[str]:
        """Without numbers there is nothing to decide; without added reports, no other view."""
        idle = super().hidden_hints
        if not idle:
            return idle
        idle |= {"review.accept", "review.reject"}
        return idle if self.worklist.places.reports else idle | {"review.view"}

    @property
    def _on_figure(self) -> bool:
        """Whether the number under the cursor is a figure, which can be right or wrong; True where there is none."""
        here = self._here()
        return here is None or here.figure is not None

    @property
    def scopes(self) -> tuple[str, ...]:
        """The names by which the texts have words of its own for keys; others where they act on a number that is no figure."""
        name = type(self).__name__
        return (name,) if self._on_figure else ("ReviewNumber", name)

    @property
    def idle_keys(self) -> frozenset[str]:
        """What is no figure is neither right nor wrong; where nothing was decided there is nothing to undo."""
        judged = frozenset[str]() if self._on_figure else frozenset(("review.accept", "review.reject"))
        return judged if self._can_undo else judged | {"review.undo"}

    @property
    def _can_undo(self) -> bool:
        """Whether there is a last decision, or one under the cursor in the list of decisions."""
        if self.worklist.has_steps or self.view != "decided":
            return self.worklist.has_steps
        here = self._here()
        return here is not None and here.spot in self.worklist.decided

    # Loading

    def load(self) -> None:
        """Ask for the figures and for what was decided."""

        def work(cursor: Cursor) -> tuple[list[panes.FigureRow], list[DecisionRow], list[PassagePlaceRow]]:
            return cursor.ask(review.FIGURES, most=MOST), cursor.ask(review.DECISIONS), cursor.ask(review.PASSAGES)

        self._loading = True
        self.runner.ask(work, self._loaded)

    def reload(self) -> None:
        """Fetch the notes again, because the store was written; the list stays until the view is left or a report is added.

        The list of decisions is that of the store, and what is on its way may come from the store as it was before.
        """
        self.passage_cache.clear()
        self._entitle()
        if self.view == "decided" or self._loading:
            self.load()
            return
        self.reports_runner.ask(lambda cursor: cursor.ask(review.PASSAGES), self._written)

    def _written(self, passages: list[PassagePlaceRow]) -> None:
        if self.worklist.holds_reports_of(passages):
            self._follow()
        else:
            self.load()

    def undo_unwritten(self) -> None:
        """Show what the store holds, because the decisions did not get there."""
        self.worklist.forget_steps()
        self.load()

    def _loaded(self, found: tuple[list[panes.FigureRow], list[DecisionRow], list[PassagePlaceRow]]) -> None:
        self._loading = False
        self.worklist.take(*found, self.explorer.revisions.unwritten)
        self._show()

    def _show(self) -> None:
        """The rows of the view in use."""
        if self.view == "other" and self.worklist.others is None:
            self._ask_numbers()
        self.found = model.sort_candidates(self.worklist.in_view(self.view), self.order)
        self.redraw()
        if self._row and self.candidates:
            self.grid.move_to(self._row)
            self._row = None

    def _ask_numbers(self) -> None:
        """Read the reports for the numbers that were taken for no figures; a second or two."""
        places = self.worklist.places

        def work(cursor: Cursor) -> list[Candidate]:
            from data.store.revise import numbers

            texts = cursor.ask(review.TEXTS)
            return [one for text in texts for one in model.of_numbers(text.sha256, numbers(text.raw), places)]

        self.numbers_runner.ask(work, self._numbered)

    def _numbered(self, found: list[Candidate]) -> None:
        self.worklist.others = found
        self._show()

    # Drawing

    def redraw(self) -> None:
        """Show everything again, in the language in use."""
        many = len(self.worklist.places.reports) > 1
        self.grid.empty = ((self.words(self._why_empty()), "dim"),)
        decided = self.worklist.decided
        found = [model.as_decided(one, decided.get(one.spot)) for one in self.found]
        abroad = model.has_areas(found, self.words)
        rows = self.matching([model.row_of(one, decided.get(one.spot), self.words, many, abroad) for one in found])
        shown = {row.key for row in rows}
        self.candidates = [one for one in found if one.spot in shown]
        self.grid.show(model.columns(found, self.words, many), rows)
        self._entitle()
        self._follow()

    def _why_empty(self) -> str:
        if not self.worklist.known or (self.view == "other" and self.numbers_runner.busy):
            return "say.loading"
        if self.wanted and self.found:
            return "say.no_match"
        return f"review.none_{self.view}" if self.worklist.places.reports else "review.no_reports"

    def _entitle(self) -> None:
        say = self.words
        head: Line = (("‹ ", "dim"), (say("review.head"), "bright"))
        if self.view in ("open", "warned") and self.worklist.places.reports:
            left = sum(one.spot not in self.worklist.decided for one in self.found)
            head = (*head, (f"  {say('review.left', count=left)}", "dim"))
        if self.explorer.revisions.busy:
            head = (*head, (f"  {say('review.writing')}", "accent"))
        views = [(f" {say('review.view_' + view)} ", "cell" if view == self.view else "dim") for view in VIEWS]
        self.title_bar.show(head, tuple(views))

    def _here(self) -> Candidate | None:
        key = self.grid.key
        return next((one for one in self.candidates if one.spot == key), None)

    def _follow(self) -> None:
        here, say = self._here(), self.words
        if (offered := (self.scopes, self.idle_keys)) != self._offered:
            self._offered = offered
            self.refresh_bindings()
        pane = self.query_one("#detail", Lines)
        if here is None:
            pane.show([])
            return
        self.passage_cache.fetch([here.passage], self._near)
        passage = self.passage_cache.notes.passages.get(here.passage)
        if passage is None:
            return
        period = say.pick(here.figure.period_vi, here.figure.period_en) if here.figure else ""
        remarks: list[Line] = []
        if decided := self.worklist.decided.get(here.spot):
            remarks.append(((say(f"review.did_{decided.action}"), "accent"), (f"  {decided.text}", "dim")))
        figures = self.passage_cache.notes.figures.get(here.passage, [])
        own = next((one.observation_id for one in figures if one.source_start == here.spot.start), None)
        remarks += note.finding_lines(self.passage_cache.notes.findings.get(own or 0, ()), say)
        text = note.highlighted_sentence(passage, here.printed, here.spot.start)
        pane.show(passage_lines(passage, text, figures, own, say, self.size.width - 4, period, remarks))

    def _near(self) -> list[int]:
        visible = set(self.grid.visible_keys())
        return list(dict.fromkeys(one.passage for one in self.candidates if one.spot in visible))

    def on_title_clicked(self, event: Title.Clicked) -> None:
        """A view in the title was clicked."""
        self.action_view(event.place - VIEWS.index(self.view))

    def on_grid_moved(self, _event: Grid.Moved) -> None:
        """Update the sentence of the number under the cursor."""
        self._follow()

    # Deciding

    def _decide(self, decisions: dict[Spot, Decided | None], step: int = 1) -> None:
        """Show decisions at once and queue them for writing."""
        self.worklist.decide(decisions)
        self.explorer.revisions.put(decisions)
        self._show_decided()
        self.grid.action_move(step)

    def _show_decided(self) -> None:
        """Show what is decided now: in the list of decisions by its rows, elsewhere by their signs."""
        if self.view == "decided":
            self._show()
        else:
            self.redraw()

    def _decide_here(self, decide: Callable[[panes.FigureRow], Decided]) -> None:
        here = self._here()
        if here and here.figure:
            self._decide({here.spot: decide(here.figure)})
        elif here:
            self.warn("review.no_figure")

    def action_accept(self) -> None:
        """Accept the figure as it was read."""
        self._decide_here(model.accepted)

    def action_accept_passage(self) -> None:
        """Accept all undecided figures of this note or paragraph."""
        here = self._here()
        same = self.worklist.undecided_in(here.passage) if here else []
        if same:
            decisions: dict[Spot, Decided | None] = {one.spot: model.accepted(one.figure) for one in same if one.figure}
            self._decide(decisions, len([one for one in same if one in self.candidates]))

    def action_reject(self) -> None:
        """Reject the figure: the number is none."""
        self._decide_here(lambda _figure: Decided("reject"))

    def action_undo(self) -> None:
        """Undo the last decision; in the list of decisions, the one under the cursor."""
        here = self._here()
        were = dict(self.worklist.decided)
        if self.view == "decided" and here and here.spot in self.worklist.decided:
            self._decide({here.spot: None}, step=0)
            self._tell_undone({here.spot: None}, were)
        elif before := self.worklist.take_back():
            self.explorer.revisions.put(before)
            self._show_decided()
            self.grid.move_to(next(iter(before)))
            self._tell_undone(before, were)
        else:
            self.warn("review.no_undo")

    def _tell_undone(self, now: Mapping[Spot, Decided | None], were: Mapping[Spot, Decided]) -> None:
        """Name the decision that is taken back, or the one that holds again, with its numbers."""
        spot, again = next(iter(now.items()))
        if decided := again or were.get(spot):
            numbers = [clean(one) for one in self.worklist.printed(now)]
            told = ", ".join(numbers[:NAMED]) + (" …" if len(numbers) > NAMED else "")
            name, did = "review.again" if again else "review.undone", self.words(f"review.did_{decided.action}")
            self.notify(self.words(name, numbers=told, did=did), markup=False, timeout=4)

    def on_grid_opened(self, _event: Grid.Opened) -> None:
        """Open the form to correct the figure, or to add one."""
        here = self._here()
        if here is not None:
            self.form_runner.ask(
                lambda cursor: Vocabulary(
                    cursor.ask(review.UNITS), cursor.ask(panes.PERIODS), cursor.ask(panes.NAMES, unused=True)
                ),
                lambda among: self._correct(here, among),
            )

    def _correct(self, here: Candidate, among: Vocabulary) -> None:
        from tui.screens.correct import CorrectScreen

        passage = self.passage_cache.notes.passages.get(here.passage)
        text = note.highlighted_sentence(passage, here.printed, here.spot.start) if passage else ()

        def done(patch: dict[str, str] | None) -> None:
            if patch is not None and here.figure:
                self._decide({here.spot: Decided("correct", patch, corrected(here.figure, patch, among))})
            elif patch is not None:
                self._decide({here.spot: Decided("add", patch)})

        self.app.push_screen(CorrectScreen(here, text, among, self.words), done)

    def action_view(self, step: int) -> None:
        """Switch to another view."""
        self.view = VIEWS[(VIEWS.index(self.view) + step) % len(VIEWS)]
        self.found = []
        self.redraw()
        self.load()

    def action_sort(self) -> None:
        """Switch between sorting by confidence and by position."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.notify(self.words(f"review.order_{self.order}"), markup=False, timeout=2)
        self._show()

    # What the pane is made of

    def location(self) -> list[str]:
        """The view, its order, and the number under the cursor."""
        here = self._here()
        return [self.view, self.order, *(str(part) for part in here.spot)] if here else [self.view, self.order]

    def restore(self, location: Sequence[str]) -> bool:
        """Restore the view and the cursor of the last run."""
        match location:
            case [view, order, *spot] if view in VIEWS and order in ORDERS:
                self.view, self.order = view, order
                if len(spot) == 3 and spot[1].isdigit() and spot[2].isdigit():
                    self._row = Spot(spot[0], int(spot[1]), int(spot[2]))
                return True
        return False

    def pane_query(self) -> PaneQuery:
        """The question behind the list."""
        return PaneQuery(review.DECISIONS, {}) if self.view == "decided" else PaneQuery(review.FIGURES, {"most": MOST})

    def table(self) -> Table:
        """The list with all that is known of each number."""
        known = [(place, field) for place, field in enumerate(panes.FigureRow._fields) if field not in OWN]
        rows: list[list[object]] = [
            [*one.spot, one.printed, one.kind, decided.action if (decided := self.worklist.decided.get(one.spot)) else None,
             *(one.figure[place] if one.figure else None for place, _ in known)]
            for one in self.candidates
        ]  # fmt: skip
        fields = ["text", *OWN, "kind", "decision", *(field for _, field in known)]
        return table_of_fields(f"review-{self.view}", fields, rows, self.words)

    def value_text(self) -> str | None:
        """The number with its unit, or as it is printed."""
        here = self._here()
        return amount_of(here.figure, self.words) if here and here.figure else clean(here.printed) if here else None

    def citation_text(self) -> str | None:
        """Where the number stands."""
        here = self._here()
        passage = self.passage_cache.notes.passages.get(here.passage) if here else None
        return note.place(passage, self.words) if passage else None
