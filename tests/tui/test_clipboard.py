"""What is copied reaches the clipboard, also through the programs of the machine, and nothing waits for these."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.tui import inside
from tests.tui.conftest import MakeApp, opened, press, settle, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a program that does what is given, under the name of one that fills the clipboard."""

    def make(script: str) -> None:
        path = tmp_path / "xclip"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("tui.clipboard.shutil.which", lambda name: name if name == "xclip" else None)
    return make


async def test_a_program_that_stays_to_serve_the_clipboard_is_not_waited_for(
    make_app: MakeApp, tool: Callable[[str], None], tmp_path: Path
) -> None:
    tool(f"cat > {tmp_path}/copied; sleep 3 &")
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r", "y")
        assert inside.notices(app)[-1].message.startswith("Đã chép (xclip)")
        assert (tmp_path / "copied").read_text(encoding="utf-8") == app.clipboard


async def test_keys_work_while_a_program_takes_its_time_and_the_text_copied_last_stays(
    make_app: MakeApp, tool: Callable[[str], None], tmp_path: Path
) -> None:
    gate, begun, copied = tmp_path / "gate", tmp_path / "begun", tmp_path / "copied"
    os.mkfifo(gate)
    tool(f"touch {begun}; read _ < {gate}; cat > {copied}")
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r")
        await pilot.press("y")
        first = app.clipboard
        await until(begun.exists)
        await pilot.press("down", "y")
        assert app.clipboard not in ("", first)
        await until(lambda: is_let_through(gate))
        await until(lambda: copied.is_file() and copied.read_text(encoding="utf-8") == first)
        await until(lambda: is_let_through(gate))
        await settle(pilot)
        assert copied.read_text(encoding="utf-8") == app.clipboard


def is_let_through(gate: Path) -> bool:
    """Let one program through that waits at a pipe; False where none waits yet."""
    try:
        end = os.open(gate, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return False
    os.write(end, b"\n")
    os.close(end)
    return True


async def test_a_program_that_fails_leaves_it_to_the_terminal(make_app: MakeApp, tool: Callable[[str], None]) -> None:
    tool("exit 1")
    app = make_app()
    async with opened(app) as pilot:
        await press(pilot, "r", "y")
        assert inside.notices(app)[-1].message.startswith("Đã chép (qua terminal)")
