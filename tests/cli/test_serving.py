"""``xulang serve``: only for this machine, a plain line where it cannot, and a first frame in a browser."""

from __future__ import annotations

import importlib.util
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "tui.cli", "serve", "--db", str(store), "--port", str(port)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, "the server went away"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def test_only_this_machine_unless_asked() -> None:
    options = parser().parse_args(["serve"])
    assert (options.host, options.port) == ("127.0.0.1", 8000)


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


@contextmanager
def browser(profile: Path) -> Iterator[str]:
    """The address of a headless browser's debugger."""
    words = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--window-size=1200,800",
             "--remote-debugging-port=0", "about:blank"]  # fmt: skip
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    told = profile / "DevToolsActivePort"
    try:
        for _ in range(400):
            if told.is_file() and told.read_text().count("\n"):
                break
            assert process.poll() is None, "the browser went away"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{told.read_text().splitlines()[0]}"
    finally:
        process.terminate()
        process.wait(10)


FIRST_FRAME = """new Promise(done => {
    const drawn = () => document.body?.classList.contains('-first-byte') && document.querySelector('canvas') && done(true);
    new MutationObserver(drawn).observe(document, {subtree: true, childList: true, attributes: true});
    drawn();
})"""
FETCHED = "JSON.stringify(performance.getEntriesByType('resource').map(one => new URL(one.name).host))"


@needs_server
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")
async def test_a_browser_draws_it_and_fetches_nothing_from_elsewhere(small_store: Path, tmp_path: Path) -> None:
    aiohttp = pytest.importorskip("aiohttp", reason="comes with textual-serve")

    with served(small_store) as address, browser(tmp_path / "profile") as debugger:
        async with aiohttp.ClientSession() as session:
            async with session.put(f"{debugger}/json/new?{address}") as answer:
                page = (await answer.json())["webSocketDebuggerUrl"]
            async with session.ws_connect(page, max_msg_size=0) as line:

                async def value(script: str) -> Any:
                    """What a script gives; asked again where the page was left for the next one meanwhile."""
                    asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
                    answer: dict[str, Any] = {}
                    while "value" not in answer.get("result", {}).get("result", {}):
                        await line.send_json({"id": 1, "method": "Runtime.evaluate", "params": asked})
                        answer = await line.receive_json(timeout=30)
                    return answer["result"]["result"]["value"]

                assert await value(FIRST_FRAME) is True
                assert set(json.loads(await value(FETCHED))) == {address.removeprefix("http://")}
                assert await value("document.querySelector('canvas').width") > 600
