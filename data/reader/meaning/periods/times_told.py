"""The quarters or months that a sentence tells, to which a list in the next one goes back in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reader.meaning.periods.found_period import FoundPeriod

if TYPE_CHECKING:
    from data.grammar.period import Period
    from data.reader.meaning.numbers.respective_lists import ListPlace


class TimesTold:
    """The parts of a year told in a sentence and in the one before, in order.

    "Quý I tăng 9%; quý II tăng 10%. Riêng dịch vụ tăng lần lượt 8% và 11%" tells of both quarters twice.
    """

    def __init__(self) -> None:
        self._sentence = -1
        self._before: list[Period] = []
        self._here: list[Period] = []

    def note(self, told: FoundPeriod, sentence: int) -> None:
        """Keep in mind the period of a mention of the sentence that begins at a place."""
        self._begin(sentence)
        if told.source == "said" and told.period.kind in ("month", "quarter") and told.period not in self._here:
            self._here.append(told.period)

    def of(self, listed: ListPlace, sentence: int) -> FoundPeriod | None:
        """The period at a place of a list that names nothing, if the sentence before told as many quarters or months."""
        self._begin(sentence)
        if listed.names or listed.then or listed.year or listed.time >= 0 or self._here:
            return None
        alike = ([period for period in self._before if period.kind == kind] for kind in ("quarter", "month"))
        times = next((periods for periods in alike if len(periods) == listed.count), None)
        return FoundPeriod(times[listed.place], "said", "flow") if times is not None else None

    def _begin(self, sentence: int) -> None:
        if sentence != self._sentence:
            self._before, self._here, self._sentence = self._here, [], sentence
