"""Folders for what queries spill to the disk: each process has its own beside a store, which goes when it has done with it.

DuckDB removes what a killed process has left behind only when it spills into the same folder once more: that may be gigabytes,
never. Here a folder is locked by its process as long as that lives, and the next process removes those that nobody has locked.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

_TOKEN = token_hex(4)
"""Tells this process from an older one of the same number."""
_TRIES = 100
"""How often a folder is made that another process removes at that moment."""
_NAME = re.compile(r"\d+-[0-9a-f]{8}")


@dataclass
class _Folder:
    """The folder of this process for one store.

    Attributes:
        path: where it is; None where none can be made.
        lock: the folder, opened and locked; None where there are no locks.
        users: how many have taken it.
    """

    path: Path | None
    lock: int | None
    users: int = 0


_FOLDERS: dict[str, _Folder] = {}
_TAKING = threading.Lock()


class SpillFolder:
    """The folder of this process for what is spilled by queries on a store; what killed processes have left is removed.

    All who take it for one store have the same, because DuckDB wants the same settings for one file. The last one to give it back
    removes it, or else the end of the process.

    Args:
        store: the DuckDB file.

    Attributes:
        path: where it is; None where none can be made, as beside a store in a place that is not to be written to.
    """

    def __init__(self, store: Path) -> None:
        self._store = os.path.realpath(store)
        with _TAKING:
            if self._store not in _FOLDERS:
                _FOLDERS[self._store] = _made(Path(self._store + ".tmp"))
            _FOLDERS[self._store].users += 1
            self.path = _FOLDERS[self._store].path
            self._taken = True

    def give_back(self) -> None:
        """Have done with it; a second time does nothing."""
        with _TAKING:
            folder = _FOLDERS.get(self._store)
            if self._taken and folder is not None:
                folder.users -= 1
                if not folder.users:
                    _remove(_FOLDERS.pop(self._store))
            self._taken = False


def _made(parent: Path) -> _Folder:
    path = parent / f"{os.getpid()}-{_TOKEN}"
    if sys.platform == "win32":  # without locks nobody could tell what is left over
        return _Folder(None, None)
    with suppress(OSError):
        _sweep(parent)
        for _ in range(_TRIES):
            with suppress(FileNotFoundError, FileExistsError):  # another process has removed it before it was locked
                parent.mkdir(exist_ok=True)
                path.mkdir(mode=0o700, exist_ok=True)
                lock = _locked(path, wait=True)
                if lock is None or _stands_at(lock, path):
                    return _Folder(path, lock)
                os.close(lock)
    return _Folder(None, None)


def _stands_at(folder: int, path: Path) -> bool:
    """Whether an opened folder is that of a path, and was not removed meanwhile."""
    try:
        return os.path.samestat(os.fstat(folder), path.stat())
    except FileNotFoundError:
        return False


def _sweep(parent: Path) -> None:
    """Remove the folders of processes that are no more; nothing else. What cannot be removed, as another user's, stays."""
    with suppress(FileNotFoundError):
        for entry in list(os.scandir(parent)):
            if _NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                with suppress(OSError):
                    _remove_unlocked(Path(entry.path))


def _remove_unlocked(path: Path) -> None:
    lock = _locked(path, wait=False)
    if lock is not None:
        shutil.rmtree(path, ignore_errors=True)
        os.close(lock)


def _locked(path: Path, wait: bool) -> int | None:
    """The opened folder, locked until it is closed or the process ends; None where another process has it, or there are no locks.

    Raises:
        FileNotFoundError: it is gone.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(folder)
        return None
    return folder


def _remove(folder: _Folder) -> None:
    if folder.path is not None:
        shutil.rmtree(folder.path, ignore_errors=True)
        with suppress(OSError):  # others are in it
            folder.path.parent.rmdir()
    if folder.lock is not None:
        os.close(folder.lock)


@atexit.register
def _remove_all() -> None:
    """Remove the folders of stores that were not closed, unless this is only a part of the process that opened them."""
    for folder in _FOLDERS.values():
        if folder.path is not None and folder.path.name.startswith(f"{os.getpid()}-"):
            _remove(folder)
    _FOLDERS.clear()
