"""The times of a list that is told in turn: of the years, quarters or months before it, or of those of the sentence before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.period import PARTS_OF_YEAR, Period
from data.reader.meaning.periods.found_period import FoundPeriod

if TYPE_CHECKING:
    from data.grammar.frame import Frame
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.numbers.respective_lists import ListPlace
    from data.reader.meaning.text.prose import Prose
    from data.reader.meaning.text.spans import Spans

_PART_LETTERS = 24
"""Letters before several years within which a part of each is named: "6 tháng đầu các năm"."""
_ALONE = re.compile(tolerant(r"(?:trong )?(?:(?P<month>tháng)|quý)(?=\s*(?:,|và ))"))
"""A month or quarter that is not said which."""


class TimesInTurn:
    """The times that the lists of a passage go through, as its walk goes on."""

    def __init__(self, prose: Prose, cues: Spans[PeriodCue], frame: Frame) -> None:
        self._prose, self._cues, self._frame = prose, cues, frame
        self._sentence = -1
        self._before: list[Period] = []
        self._here: list[Period] = []

    def note(self, told: FoundPeriod, place: int) -> None:
        """Keep in mind the quarter or month that is told of a mention at a place."""
        self._begin(place)
        if told.source == "said" and told.period.kind in ("month", "quarter") and told.period not in self._here:
            self._here.append(told.period)

    def of(self, listed: ListPlace, place: int) -> FoundPeriod | None:
        """The time of a mention at a place of the text, by its place in a list; None if the list goes through none."""
        self._begin(place)
        if listed.year:
            return FoundPeriod(self._in_year(listed), "said", "flow")
        time = self._at_place(listed.time) if listed.time >= 0 else self._told_before(listed)
        return FoundPeriod(time, "said", "flow") if time is not None else None

    def _in_year(self, listed: ListPlace) -> Period:
        """One of several years, or the part of it told before them: "6 tháng các năm 2023, 2024 lần lượt tăng 6% và 7%"."""
        near = self._cues.within(max(0, listed.years - _PART_LETTERS), listed.years)
        part = next((cue.period.id[4:] for cue in reversed(near) if cue.period.kind in PARTS_OF_YEAR), "")
        return Period.parse(f"{listed.year:04d}{part}")

    def _at_place(self, place: int) -> Period | None:
        """The time that is told at a place: "quý I và quý II lần lượt tăng 8% và 9%".

        A month or quarter alone is the last one: "trong tháng, quý và 9 tháng lần lượt đạt ...".
        """
        told = self._cues.next(place, place + len("trong "))
        if told is not None:
            return told.period
        alone, year, month = _ALONE.match(self._prose.text, place), self._frame.year, self._frame.month
        if alone is None:
            return None
        return Period.month(year, month) if alone["month"] is not None else Period.quarter(year, (month + 2) // 3)

    def _told_before(self, listed: ListPlace) -> Period | None:
        """One of as many quarters or months as the sentence before told, for a list that names nothing of its own.

        "Quý I tăng 9%; quý II tăng 10%. Riêng dịch vụ tăng lần lượt 8% và 11%" tells of both quarters twice.
        """
        if listed.names or listed.then or self._here:
            return None
        alike = ([period for period in self._before if period.kind == kind] for kind in ("quarter", "month"))
        times = next((periods for periods in alike if len(periods) == listed.count), None)
        return times[listed.place] if times is not None else None

    def _begin(self, place: int) -> None:
        sentence = self._prose.sentence_of(place)[0]
        if sentence != self._sentence:
            self._before, self._here, self._sentence = self._here, [], sentence
