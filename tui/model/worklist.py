"""What there is to review: the numbers of the added reports, what is decided about each, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.review import Candidate, Decided, Places, Spot, decided_in, of_decisions, of_figures, spot_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.panes import FigureRow
    from queries.review import DecisionRow, PassagePlaceRow


class Worklist:
    """The numbers of the added reports.

    Attributes:
        places: the passages of the reports.
        figures: the numbers that were taken for figures.
        others: those that were not; None until they were asked for.
        decided: what is decided, by place.
        known: whether the store has answered.
    """

    def __init__(self) -> None:
        self.places = Places(())
        self.figures: list[Candidate] = []
        self.others: list[Candidate] | None = None
        self.decided: dict[Spot, Decided] = {}
        self.known = False
        self._rows: Sequence[DecisionRow] = ()
        self._before: list[dict[Spot, Decided | None]] = []

    def take(
        self,
        figures: Sequence[FigureRow],
        decisions: Sequence[DecisionRow],
        passages: Sequence[PassagePlaceRow],
        unwritten: Mapping[Spot, Decided | None],
    ) -> None:
        """Take what the store holds now, and over it the decisions that it does not hold yet."""
        if not self.holds_reports_of(passages):
            self.others = None
        self.places = Places(passages)
        self.figures = of_figures(figures, self.places)
        self.decided, self._rows = decided_in(decisions), decisions
        self._put(unwritten)
        self.known = True

    def holds_reports_of(self, passages: Sequence[PassagePlaceRow]) -> bool:
        """Whether the reports are still those of these passages."""
        return Places(passages).reports == self.places.reports

    def in_view(self, view: str) -> list[Candidate]:
        """The numbers of one of `tui.model.review.VIEWS`, in the order of the text."""
        if view == "other":
            return [one for one in self.others or () if one.spot not in self.decided]
        if view == "decided":
            return self._decided()
        if view == "warned":
            return [one for one in self.figures if one.figure and one.figure.disputed]
        return [one for one in self.figures if one.figure and not one.figure.reviewed]

    def _decided(self) -> list[Candidate]:
        known = {one.spot: one for one in (*(self.others or ()), *self.figures)}
        written = {one.spot: one for one in of_decisions(self._rows, known, self.places)}
        found = [one for spot, one in {**known, **written}.items() if spot in self.decided]
        return sorted(found, key=lambda one: (self.places.reports.index(one.spot.sha256), one.spot.start))

    def printed(self, spots: Iterable[Spot]) -> list[str]:
        """Numbers as they are printed, of those places that are known."""
        known = {one.spot: one.printed for one in (*(self.others or ()), *self.figures)}
        known.update((spot_of(row), row.printed) for row in self._rows)
        return [known[spot] for spot in spots if spot in known]

    def undecided_in(self, passage: int) -> list[Candidate]:
        """The figures of a passage about which nothing is decided."""
        return [one for one in self.figures if one.passage == passage and one.spot not in self.decided]

    def decide(self, decisions: Mapping[Spot, Decided | None]) -> None:
        """Decide about numbers; None takes a decision back."""
        self._before.append({spot: self.decided.get(spot) for spot in decisions})
        self._put(decisions)

    def take_back(self) -> dict[Spot, Decided | None]:
        """Undo what was decided last, and return what is decided instead; empty where there is nothing to undo."""
        before = self._before.pop() if self._before else {}
        self._put(before)
        return before

    @property
    def has_steps(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._before)

    def forget_steps(self) -> None:
        """Nothing can be undone any more, because it was not written."""
        self._before.clear()

    def _put(self, decisions: Mapping[Spot, Decided | None]) -> None:
        for spot, decided in decisions.items():
            if decided is None:
                self.decided.pop(spot, None)
            else:
                self.decided[spot] = decided
