"""Help for the pane that has the focus: what it shows, and all keys that work there."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tui.draw import Line, fit, fit_line, line_width, width
from tui.screens.window import Window
from tui.widgets.hints import idle_keys, key_name, key_words
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from typing import Any

    from textual.app import ComposeResult
    from textual.screen import Screen

    from tui.words import Words


class Help(NamedTuple):
    """What is shown: a title, sentences, and (keys, what they do) pairs."""

    title: str
    about: list[str]
    keys: list[tuple[str, str]]
    keys_title: str
    signs: list[str]
    more: str


def help_of(screen: Screen[Any], say: Words) -> Help:
    """The help of the focused pane of a screen, with the keys as they are bound now.

    The texts know a screen by its class, or by its ``topic`` where one class serves several questions.
    """
    name = getattr(screen, "topic", type(screen).__name__.removesuffix("Screen").lower())
    pane = screen.focused.id if screen.focused is not None else None
    about = [say(key) for key in (f"help.{name}", f"help.{name}_ways", f"help.{name}_{pane}") if say.has(key)]
    title = say.named("name", name)
    grouped: dict[str, list[str]] = {}
    idle = idle_keys(screen)
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.id not in idle and say.has(f"key.{binding.id}"):
            names = grouped.setdefault(binding.id, [])
            if key_name(binding.key) not in names:
                names.append(key_name(binding.key))
    order = say.keys("key")
    ranked = sorted(grouped.items(), key=lambda pair: order.index(f"key.{pair[0]}"))
    keys = [(" ".join(names), key_words("key", binding, screen, say) or "") for binding, names in ranked]
    return Help(title, about, keys, say("help.keys"), [say("help.signs")], say("help.more"))


class HelpScreen(Window[None]):
    """A window of help."""

    BINDINGS = [Binding("escape,q,question_mark,f1,enter", "dismiss", "back", id="help.back")]

    def __init__(self, shown: Help) -> None:
        super().__init__()
        self._shown = shown

    def compose(self) -> ComposeResult:
        """One pane of lines; below it the keys that move them, where they do not fit."""
        with Vertical(classes="dialog -wide-dialog"):
            yield Lines(id="help", indent=16)
            yield Static(self._shown.more, classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Show the contents."""
        self.query_one(Lines).focus()
        self._show(0)

    def on_resize(self) -> None:
        """Fit the contents to the window."""
        self.call_after_refresh(lambda: self._show(self.query_one(Lines).narrow))

    def _show(self, cells: int) -> None:
        """Show the contents in a width, 0 if it is not known yet, and how to move them if they are more than the window holds."""
        shown, pane = self._shown, self.query_one(Lines)
        about: list[Line] = [((text, "plain"),) for text in shown.about]
        lines: list[Line] = [((shown.title, "bright"),), *about[:1], (), ((shown.keys_title, "bright"),)]
        rest: list[Line] = [(), *about[1:], *(((text, "dim"),) for text in shown.signs)]
        self.remove_class("-more")  # what fits without the line that says how to move is not told to go on
        pane.show([*lines, *_keys(shown, cells), *rest], keep=True)
        self.call_after_refresh(lambda: self.set_class(pane.max_scroll_y > 0, "-more"))


def _keys(shown: Help, cells: int) -> list[Line]:
    """The keys with what they do, in two columns where there is room for all of their words."""
    room = max((width(keys) for keys, _ in shown.keys), default=8) + 4
    drawn: list[Line] = [((fit(f"  {keys}", room), "accent"), (words, "plain")) for keys, words in shown.keys]
    rows = (len(drawn) + 1) // 2
    left, right = drawn[:rows], drawn[rows:]
    widest, other = (max(map(line_width, column), default=0) for column in (left, right))
    if widest + other > cells:
        return drawn
    start = min(max((cells + 1) // 2, widest), cells - other)
    pairs = zip_longest(left, right, fillvalue=())
    return [(*fit_line(one, start), *fit_line(two, cells - start)) for one, two in pairs]
