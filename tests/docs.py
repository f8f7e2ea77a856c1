"""``make docs``: the generated parts of the documentation, which are the table of keys and the output of commands.

    python -m tests.docs

The table is written between the two ``keys`` marks, the output under every ``$ xulang`` line.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import pkgutil
import re
import shlex
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import tests.conftest  # noqa: F401 - cleans the environment before Textual is imported
import tui
from data.store.build import build
from tui.cli import main as xulang
from tui.widgets.hints import key_name
from tui.words import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding

README = Path(__file__).parent.parent / "README.md"
PAGES = (README, *sorted((README.parent / "docs").glob("*.md")))
"""The files of the documentation."""
BEGIN, END = "<!-- keys: made by make docs -->\n", "<!-- end of keys -->\n"
PLACES = {
    "XulangApp": ("Everywhere", "Mọi nơi"),
    "Page": ("On every full screen", "Mọi màn hình"),
    "Grid": ("In a table", "Trong bảng"),
    "Lines": ("In a note or a text", "Trong chú thích, lời văn"),
    "HomeScreen": ("First screen", "Màn hình đầu"),
    "DrillScreen": ("One indicator, all periods", "Một chỉ tiêu, mọi kỳ"),
    "Window": ("In every window", "Trong mọi cửa sổ"),
    "PeriodScreen": ("Choosing periods", "Chọn kỳ"),
    "CompareScreen": ("Comparing", "So sánh"),
    "ReportPicker": ("Choosing reports", "Chọn báo cáo"),
    "SearchScreen": ("Search", "Tìm"),
    "SearchLine": ("Search: the line to type in", "Tìm: dòng đang gõ"),
    "ReportsScreen": ("Reports", "Báo cáo"),
    "AddScreen": ("Adding a report", "Thêm báo cáo"),
    "RemoveScreen": ("Removing a report", "Gỡ báo cáo"),
    "ReadingScreen": ("Reading a report", "Đọc báo cáo"),
    "ReadingPane": ("Reading a report: the text", "Đọc báo cáo: lời văn"),
    "ReviewScreen": ("Review", "Rà soát"),
    "CorrectScreen": ("Correcting a figure", "Sửa số liệu"),
    "ChecksScreen": ("Checks", "Kiểm tra"),
    "PassageScreen": ("A whole note", "Cả chú thích"),
    "SqlScreen": ("The SQL of a pane", "SQL của một ô"),
    "ExportScreen": ("Export", "Xuất"),
    "HelpScreen": ("Help", "Trợ giúp"),
    "ConsoleScreen": ("SQL console", "Bảng SQL"),
    "SqlEditor": ("SQL console: the text", "Bảng SQL: câu lệnh"),
    "ResultPane": ("SQL console: all results", "Bảng SQL: các kết quả"),
    "ChartScreen": ("SQL console: the chart of a result", "Bảng SQL: biểu đồ của kết quả"),
    "ResultGrid": ("SQL console: the result", "Bảng SQL: kết quả"),
    "SchemaTree": ("SQL console: the schema", "Bảng SQL: bảng và cột"),
    "ReadScreen": ("SQL console: a value or a row", "Bảng SQL: một ô, một dòng"),
    "PickScreen": ("SQL console: a list", "Bảng SQL: danh sách"),
    "AskScreen": ("SQL console: a question", "Bảng SQL: câu hỏi"),
}
"""Where keys work, in the order of the table; a test fails when a place has no words here."""
_NAMES = {"dollar_sign": "$", "backspace": "⌫", "ctrl+underscore": "ctrl+_"}


def bindings() -> dict[str, list[Binding]]:
    """The bindings of every class of the explorer, by the name of the class."""
    found: dict[str, list[Binding]] = {}
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        for name, kind in vars(importlib.import_module(module.name)).items():
            if isinstance(kind, type) and kind.__module__ == module.name and vars(kind).get("BINDINGS"):
                found[name] = list(vars(kind)["BINDINGS"])
    order = [*PLACES, *sorted(found.keys() - PLACES.keys())]
    return {name: found[name] for name in order if name in found}


def key_table() -> str:
    """The table of all keys, place by place: keys, meaning in both languages, id for ``[keymap]``."""
    english, vietnamese = texts("en"), texts("vi")
    lines = ["| Key | What it does | Ý nghĩa | id |", "| :-- | :-- | :-- | :-- |"]
    for place, own in bindings().items():
        here = PLACES.get(place, (place, place))
        lines.append(f"| | **{here[0]}** | **{here[1]}** | |")
        for binding in own:
            keys = " ".join(f"`{_shown(key)}`" for key in binding.key.split(","))
            words = [said.get(f"key.{binding.id}", "").replace("|", "\\|") for said in (english, vietnamese)]
            lines.append(f"| {keys} | {_capital(words[0])} | {_capital(words[1])} | `{binding.id}` |")
    return "\n".join(lines) + "\n"


def commands(text: str) -> Iterator[tuple[str, str]]:
    """The ``$ xulang`` commands of a text with what it says they print."""
    for match in _COMMANDS.finditer(text):
        yield match["command"], match["output"]


def output(command: str, store: Path) -> str:
    """What a command prints on the store, without blanks at the ends of lines."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        xulang(["--db", str(store), *shlex.split(command)[1:]])
    lines = [line.rstrip() for line in said.getvalue().splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def refreshed(text: str, store: Path) -> str:
    """A page with the table of keys and all output as they are now."""
    if BEGIN in text:
        head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
        text = head + BEGIN + "\n" + key_table() + "\n" + END + tail
    return _COMMANDS.sub(lambda match: f"$ {match['command']}\n{output(match['command'], store)}", text)


_COMMANDS = re.compile(r"^\$ (?P<command>xulang .+)\n(?P<output>(?:(?!```|\$ ).*\n)*)", re.MULTILINE)


def _shown(key: str) -> str:
    name = _NAMES.get(key) or key_name(key)
    return "ctrl+" + name[1:] if name.startswith("^") and len(name) > 1 else name


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def main() -> None:
    """Rewrite the generated parts of all pages."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "xulang.duckdb"
        build(store)
        for page in PAGES:
            page.write_text(refreshed(page.read_text(encoding="utf-8"), store), encoding="utf-8")


if __name__ == "__main__":
    main()
