"""What the tests know of the inside of Textual, all in one place: names that a new release may change.

Textual has no public way to tell that an app has come to rest: `Pilot.pause` guesses it from the load of the processor, which is
slow and on a busy machine wrong. Nor can frames that nobody sees be left out, style sheets be shared, or notifications be read.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    import pytest
    from rich.console import RenderableType
    from textual.message_pump import MessagePump
    from textual.notifications import Notification
    from textual.screen import Screen
    from textual.timer import Timer

_PARSED: dict[object, list[RuleSet]] = {}
_PAINT = Compositor.render_update

# What is so


def notices(app: App[Any]) -> list[Notification]:
    """What the user was told, the oldest first."""
    return list(app._notifications)


def words_on(screen: Screen[Any]) -> str:
    """What a screen shows, without colours."""
    return "\n".join(strip.text for strip in screen._compositor.render_strips())


def is_changed(app: App[Any]) -> bool:
    """Whether something on the screen in front has changed and is not painted."""
    return bool(app.screen._compositor._dirty_regions)


def is_laid_out_late(app: App[Any]) -> bool:
    """Whether the screen in front waits for its next moment to lay out and to tell what has changed."""
    return app.screen._update_timer._active.is_set()


def is_animating(app: App[Any]) -> bool:
    """Whether something moves."""
    return not app.animator._complete_event.is_set()


def ticking(nodes: Iterable[MessagePump]) -> list[Timer]:
    """The timers of apps, screens and widgets that run."""
    timers = (timer for node in nodes for timer in node._timers)
    return [timer for timer in timers if timer._active.is_set() and timer._task is not None and not timer._task.done()]


def is_short(timer: Timer, seconds: float) -> bool:
    """Whether a timer ends once, in less than ``seconds``."""
    return timer._repeat == 0 and timer._interval < seconds


def is_task_ready() -> bool:
    """Whether a task of the running loop can go on by itself."""
    return bool(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]


# What is done


def lay_out(app: App[Any]) -> None:
    """Do now what the screen in front would do in its next moment."""
    app.screen._on_timer_update()


def paint(app: App[Any]) -> None:
    """Paint what has changed on the screen in front."""
    _PAINT(app.screen._compositor, screen_stack=app._background_screens)


def leave_unpainted(app: App[Any]) -> None:
    """Forget what has changed on the screen in front."""
    app.screen._compositor._dirty_regions.clear()


# What is otherwise in tests


def stop_blinking(patch: pytest.MonkeyPatch) -> None:
    """Keep the cursor of inputs still."""
    patch.setattr(Input, "_toggle_cursor", lambda _input: None)


def share_style_sheets(patch: pytest.MonkeyPatch) -> None:
    """Parse every style sheet once for all apps of a process."""
    parse = Stylesheet._parse_rules

    def parsed(sheet: Stylesheet, *source: Any, **places: Any) -> list[RuleSet]:
        key = (source, frozenset(places.items()), frozenset(sheet._variables.items()))
        if key not in _PARSED:
            _PARSED[key] = parse(sheet, *source, **places)
        return _PARSED[key]

    patch.setattr(Stylesheet, "_parse_rules", parsed)
    # The same by what it tells apart, and not a function of Python: a million calls in twenty tests.
    patch.setattr(RuleSet, "__hash__", object.__hash__)


def paint_only_whole(patch: pytest.MonkeyPatch) -> None:
    """Paint a screen as a whole, but not what changes on it."""

    def painted(compositor: Compositor, full: bool = False, **how: Any) -> RenderableType | None:
        return _PAINT(compositor, full, **how) if full else None

    patch.setattr(Compositor, "render_update", painted)


def wait_by(patch: pytest.MonkeyPatch, wait: Callable[..., Awaitable[None]]) -> None:
    """Wait for rest by ``wait`` where Textual guesses."""
    patch.setattr("textual.pilot.wait_for_idle", wait)
    patch.setattr("textual.app.wait_for_idle", wait)


def watch_pictures(patch: pytest.MonkeyPatch, seen: Callable[[Screen[Any]], None]) -> None:
    """Call ``seen`` with the screen of every picture before it reaches the terminal."""
    display = App._display

    def displayed(app: App[Any], screen: Screen[Any], picture: RenderableType | None) -> None:
        if picture is not None:
            seen(screen)
        display(app, screen, picture)

    patch.setattr(App, "_display", displayed)
