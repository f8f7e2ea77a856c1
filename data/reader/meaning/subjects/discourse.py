"""The discourse of a passage: what it has spoken of so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.reader.meaning.subjects.subject import Recent, Subject

if TYPE_CHECKING:
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.sense import Sense


@dataclass(slots=True)
class Discourse:
    """What a passage has spoken of up to a mention.

    Attributes:
        figures: what was read, in order.
        subject: what is spoken of.
        whole: that of which parts are told.
        before: the subject before, if it has figures.
        main: the first subject of the sentence before.
        first: the first subject of the sentence.
        recent: the last subjects.
        change: the change that was told last, if it was the last thing told.
    """

    figures: list[Figure] = field(default_factory=list)
    subject: Subject = field(default_factory=lambda: Subject(0, 0))
    whole: Subject | None = None
    before: Subject | None = None
    main: Subject | None = None
    first: Subject | None = None
    recent: Recent = field(default_factory=Recent)
    change: Sense | None = None

    @property
    def last(self) -> Figure | None:
        """The figure that was read last."""
        return self.figures[-1] if self.figures else None

    def begin(self, start: int, end: int, fresh: bool) -> None:
        """Begin a new subject.

        Args:
            start: where its words begin.
            end: place of its first number.
            fresh: it is the first of its sentence.
        """
        self.before = self.subject if self.subject.figures else None
        self.recent.add(self.subject)
        self.subject = Subject(start, end, part=self.whole is not None)
        if fresh or self.main is None:
            self.main, self.first = self.first, self.subject

    def go_back(self, earlier: Subject) -> None:
        """Go on with a subject spoken of before."""
        self.recent.add(self.subject)
        self.subject = earlier
