"""The explorer in a browser: every visitor gets a session of its own, started as ``xulang`` behind a local web server."""

from __future__ import annotations

import shlex
import socket
import sys
from ipaddress import ip_address
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.verbs.store import require_existing

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

PORTS = range(1, 65536)


def serve(options: argparse.Namespace) -> int:
    """Serve the explorer until interrupted.

    Raises:
        UsageError: the address is open to other machines and nobody allowed that, it cannot be listened on, or the extra is
            not installed.
    """
    if not options.allow_remote:
        _require_loopback(options.host)
    try:
        from textual_serve.server import Server
    except ModuleNotFoundError as error:
        raise UsageError("missing_server") from error
    _require_free(options.host, options.port)
    if not options.db.is_file():
        from tui.store.opening import build_first

        require_existing(options)
        build_first(options.db)
    print(f"http://{options.host}:{options.port}  ({options.words()('done.serving')})", file=sys.stderr, flush=True)
    Server(command(options.db, options.lang), host=options.host, port=options.port, title="Xứ Lạng").serve()
    return 0


def command(db: Path, lang: str | None) -> str:
    """The shell command of one session."""
    words = [sys.executable, "-m", "tui.cli", "--db", str(db.absolute()), *(["--lang", lang] if lang else [])]
    return shlex.join(words)


def _require_loopback(host: str) -> None:
    """Raise `UsageError` where other machines may reach the address: it has no password, and changes the store."""
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError) as error:  # a name that cannot be one, such as "a..b"
        raise UsageError("unknown_host", host, reason=error) from error
    if not all(ip_address(address).is_loopback for address in found):
        raise UsageError("remote_host", host)


def _require_free(host: str, port: int) -> None:
    if port not in PORTS:
        raise UsageError("faulty_port", port, first=PORTS[0], last=PORTS[-1])
    try:
        with socket.create_server((host, port)):
            return
    except (OSError, UnicodeError) as error:
        raise UsageError("address_taken", f"{host}:{port}", reason=error) from error
