"""The outcome of adding and removing reports, in words: what the command line and the explorer say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import number

if TYPE_CHECKING:
    from data.store.add import Added
    from data.store.remove import Removed
    from tui.words import Words


def summary(added: Added, say: Words, keys: bool = False) -> list[str]:
    """The lines about one file: the first names it, the others say what it contributes.

    Args:
        added: the outcome.
        say: the language.
        keys: whether the reader is in the explorer, where keys show more, and not at the command line.
    """
    contribution = added.contribution
    counts = ("figures", "unknown", "numbers", "unexplained", "series", "warnings", "notices")
    shown = {name: number(getattr(contribution, name), say.lang) for name in counts}
    shown["known"] = number(contribution.figures - contribution.unknown, say.lang)
    shown |= {f"see_{what}": say(f"added.{'key' if keys else 'command'}_{what}") for what in ("checks", "account")}
    label = say.pick(contribution.label_vi, contribution.label_en)
    if added.already:
        return [say("added.already", file=added.file, label=label, report=added.report_id)]
    chosen = contribution.names_en if say.lang == "en" else contribution.names_vi
    names = ", ".join(chosen) + (" …" if contribution.series > len(chosen) else "")
    lines = [
        say("added.head", file=added.file, label=label, report=added.report_id),
        *([say("added.elsewhere", area=contribution.elsewhere)] if contribution.elsewhere else []),
        say("added.figures", **shown),
        say("added.unexplained" if contribution.unexplained else "added.explained", **shown),
        say("added.series", names=names, **shown) if contribution.series else say("added.no_series"),
        say("added.findings" if contribution.warnings or contribution.notices else "added.no_findings", **shown),
    ]
    return lines + ([say("added.twin", twin=contribution.twin)] if contribution.twin else [])


def removal(removed: Removed, say: Words) -> str:
    """The line about one report that was removed."""
    counts = {"figures": number(removed.figures, say.lang), "decisions": number(removed.decisions, say.lang)}
    return say("removed.done", label=say.pick(removed.label_vi, removed.label_en), report=removed.report_id, **counts)
