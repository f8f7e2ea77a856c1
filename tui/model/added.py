"""What adding reports brought, in words: the summary of ``xulang add`` and of the explorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import number

if TYPE_CHECKING:
    from data.store.add import Added
    from tui.words import Words


def summary(added: Added, say: Words) -> list[str]:
    """The lines about one file: the first names it, the others say what it brought."""
    brought = added.brought
    counts = ("figures", "unknown", "numbers", "unexplained", "series", "warnings", "notices")
    shown = {name: number(getattr(brought, name), say.lang) for name in counts}
    shown["known"] = number(brought.figures - brought.unknown, say.lang)
    label = say.pick(brought.label_vi, brought.label_en)
    if added.already:
        return [say("added.already", file=added.file, label=label, report=added.report_id)]
    chosen = brought.names_en if say.lang == "en" else brought.names_vi
    names = ", ".join(chosen) + (" …" if brought.series > len(chosen) else "")
    lines = [
        say("added.head", file=added.file, label=label, report=added.report_id),
        say("added.figures", **shown),
        say("added.unexplained" if brought.unexplained else "added.explained", **shown),
        say("added.series", names=names, **shown) if brought.series else say("added.no_series"),
        say("added.findings" if brought.warnings or brought.notices else "added.no_findings", **shown),
    ]
    return lines + ([say("added.twin", twin=brought.twin)] if brought.twin else [])
