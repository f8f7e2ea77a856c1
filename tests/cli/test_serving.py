"""``xulang serve``: only for this machine, a plain line where it cannot, and a first frame in a browser."""

from __future__ import annotations

import importlib.util
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from tui.cli import main, parser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MISSING = importlib.util.find_spec("textual_serve") is None
needs_server = pytest.mark.skipif(MISSING, reason="textual-serve is not installed: pip install 'xulang[serve]'")


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a running server."""
    port = free_port()
    words = [sys.executable, "-m", "tui.cli", "serve", "--db", str(store), "--port", port]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                    break
            assert process.poll() is None, "the server went away"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def test_only_this_machine_is_served_unless_told_otherwise() -> None:
    options = parser().parse_args(["serve"])
    assert (options.host, options.port) == ("127.0.0.1", 8000)


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hosts on which a server was started, which here is none that listens."""
    hosts: list[str] = []

    class Server:
        def __init__(self, _command: str, host: str, port: int, title: str) -> None:
            hosts.append(host)

        def serve(self) -> None:
            pass

    stub = ModuleType("textual_serve.server")
    vars(stub)["Server"] = Server
    monkeypatch.setitem(sys.modules, "textual_serve", ModuleType("textual_serve"))
    monkeypatch.setitem(sys.modules, "textual_serve.server", stub)
    return hosts


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return str(free.getsockname()[1])


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "localhost"])
def test_this_machine_may_be_named_in_any_way(small_store: Path, serving: list[str], host: str) -> None:
    assert main(["serve", "--db", str(small_store), "--port", free_port(), "--host", host]) == 0
    assert serving == [host]


@pytest.mark.parametrize("host", ["0.0.0.0", "0", "::", "192.0.2.7"])
def test_a_host_that_other_machines_reach_is_refused(
    small_store: Path, serving: list[str], capsys: pytest.CaptureFixture[str], host: str
) -> None:
    assert main(["serve", "--db", str(small_store), "--host", host, "--lang", "en"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"--host {host}: " in line
    assert "--allow-remote" in line
    assert serving == []


@pytest.mark.parametrize("host", ["a..b", "x" * 70])
def test_what_cannot_be_the_name_of_a_host_is_told_in_one_line(
    small_store: Path, serving: list[str], capsys: pytest.CaptureFixture[str], host: str
) -> None:
    assert main(["serve", "--db", str(small_store), "--host", host]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert host in line
    assert main(["serve", "--db", str(small_store), "--host", host, "--allow-remote"]) == 2
    assert serving == []


def test_a_host_without_a_name_is_refused_because_it_is_every_address(small_store: Path, serving: list[str]) -> None:
    assert main(["serve", "--db", str(small_store), "--host", ""]) == 2
    assert serving == []


def test_a_host_that_other_machines_reach_is_served_where_that_is_allowed(small_store: Path, serving: list[str]) -> None:
    assert main(["serve", "--db", str(small_store), "--port", free_port(), "--host", "0.0.0.0", "--allow-remote"]) == 0
    assert serving == ["0.0.0.0"]


def test_a_missing_server_is_told_in_one_line(
    small_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["serve", "--db", str(small_store)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "pip install 'xulang[serve]'" in line


@needs_server
@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_port_that_is_none_is_told(small_store: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--db", str(small_store), "--port", port, "--lang", "en"]) == 2
    assert f"--port {port}" in capsys.readouterr().err


@needs_server
def test_a_taken_port_is_told(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--db", str(small_store), "--port", port, "--lang", "en"]) == 2
    assert "choose another --port" in capsys.readouterr().err


@needs_server
async def test_a_session_sends_its_first_frame(small_store: Path) -> None:
    aiohttp = pytest.importorskip("aiohttp", reason="comes with textual-serve")

    with served(small_store) as address:
        page = urllib.request.urlopen(address, timeout=10).read().decode()
        assert "Xứ Lạng" in page
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{address}/ws?width=100&height=30") as socket_:
            seen = b""
            while b"Than" not in seen and "LĨNH VỰC".encode() not in seen:
                message = await socket_.receive(timeout=20)
                seen += message.data if isinstance(message.data, bytes) else str(message.data).encode()


@needs_server
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")
def test_a_browser_draws_it(small_store: Path, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    with served(small_store) as address:
        subprocess.run(
            [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
             "--window-size=1200,800", "--timeout=8000", f"--screenshot={picture}", address],
            check=True, capture_output=True, timeout=60,
        )  # fmt: skip
    # A page without the explorer on it is one colour, which makes a picture of a few kilobytes.
    assert picture.stat().st_size > 20_000
