"""A passage with a figure that the reader gives, to be corrected."""

from __future__ import annotations

from data.store.records import PassageRow
from tests.store.conftest import figure

TEXT = "Than đạt 228,91 nghìn tấn và 12 mỏ."
PASSAGES = [PassageRow(4, "body", "II.1", "", None, 1, None, 0, len(TEXT))]
COAL = figure(228.91, "228,91", source_start=9, source_end=15, reviewed=False)
