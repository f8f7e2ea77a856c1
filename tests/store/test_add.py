"""Adding reports: what is told of them, all or none, and nothing lost whatever happens on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.reader.layout.same_text import as_first_saved, text_sha256
from data.reader.layout.source import SourceError, read_source
from data.store.add import add
from data.store.build import build
from data.store.publish import ABANDONED, StoreBusyError, StoreChangedError
from data.store.ship import texts_by_hash
from data.store.shipped import by_text, heads
from data.store.user_data import open_for_reading
from queries.store import Store
from tests.small_report import CLEAN, MARKDOWN
from tests.whole_reports import REPORTS, needs_reports

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
COUNT = "select count(*) from report"
pytestmark = pytest.mark.usefixtures("unchecked")


@pytest.fixture
def store(bare_store: Path, tmp_path: Path) -> Path:
    """A store without reports, alone in its folder."""
    return alone(bare_store, tmp_path / "folder")


@pytest.fixture
def full_store(shipped_store: Path, tmp_path: Path) -> Path:
    """A store with the five shipped reports, alone in its folder."""
    return alone(shipped_store, tmp_path / "folder")


def alone(store: Path, folder: Path) -> Path:
    folder.mkdir()
    path = folder / "mine.duckdb"
    path.write_bytes(store.read_bytes())
    return path


def reports(path: Path) -> int:
    with open_for_reading(path) as connection:
        ((found,),) = connection.execute(COUNT).fetchall()
    return int(found)


def test_it_is_told_what_a_report_brought(full_store: Path, report: Path) -> None:
    (added,) = add(full_store, [report])
    brought = added.contribution
    assert (added.report_id, added.already, brought.label_vi, brought.label_en) == ("thang-8", False, "BC 45", "Report 45")
    assert (brought.figures, brought.unknown, brought.numbers, brought.unexplained) == (10, 0, 26, 0)
    assert brought.series >= 3
    assert "Than" in brought.names_vi
    assert brought.twin is None


COPIES = {
    "the same bytes": CLEAN.encode(),
    "line ends of Windows": CLEAN.replace("\n", "\r\n").encode(),
    "UTF-16": CLEAN.encode("utf-16"),
    "byte order mark": CLEAN.encode("utf-8-sig"),
    "letters with their marks apart": unicodedata.normalize("NFD", CLEAN).encode(),
    "blanks at the ends of lines": CLEAN.replace("\n", " \t\n").encode(),
    "an empty line more": (CLEAN + "\n").encode(),
}
"""How one text may be saved."""


@pytest.mark.parametrize("content", COPIES.values(), ids=COPIES)
def test_the_same_text_in_other_bytes_is_in_the_store_already(added_store: Path, tmp_path: Path, content: bytes) -> None:
    store, copy = alone(added_store, tmp_path / "folder"), tmp_path / "ban-hai.txt"
    copy.write_bytes(content)
    (told,) = add(store, [copy])
    assert (told.report_id, told.already) == ("thang-8", True)
    assert store.read_bytes() == added_store.read_bytes()


def test_two_files_of_one_text_are_one_report(store: Path, report: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ban-hai.txt"
    copy.write_bytes(CLEAN.replace("\n", "\r\n").encode())
    assert [(one.report_id, one.already) for one in add(store, [report, copy])] == [("thang-8", False), ("thang-8", True)]
    assert reports(store) == 1


@pytest.mark.parametrize("number", ["45", "46", ""], ids=["same number", "another number", "no number"])
def test_a_report_that_may_be_another_copy_is_told(store: Path, report: Path, tmp_path: Path, number: str) -> None:
    copy = tmp_path / "ban-hai.txt"
    text = CLEAN.replace("300 nghìn", "301 nghìn")
    copy.write_text(text.replace("Số: 45/BC-UBND", f"Số: {number}/BC-UBND" if number else ""), encoding="utf-8")
    assert [one.contribution.twin for one in add(store, [report, copy])] == ["ban-hai", "thang-8"]


@needs_reports
def test_a_copy_of_a_shipped_report_in_other_bytes_gives_it_its_text(full_store: Path, tmp_path: Path) -> None:
    texts, copies = texts_by_hash(REPORTS), {}
    for head in heads():
        text, copies[head.id] = texts[head.sha256], tmp_path / f"{head.id}.txt"
        copies[head.id].write_bytes((unicodedata.normalize("NFD", text) + "\n").replace("\n", "\r\n").encode("utf-16"))
        assert text_sha256(text) in by_text()
        assert as_first_saved(read_source(copies[head.id]).text, head.sha256) in (text, None)
    assert [(one.report_id, one.already) for one in add(full_store, [copies["2026-q1"]])] == [("2026-q1", False)]
    assert reports(full_store) == 5
    with open_for_reading(full_store) as connection:
        (added,) = connection.execute("select sha256, raw from source_text join report on id = report_id").fetchall()
    assert added[1] == texts[added[0]]


def test_one_bad_file_and_nothing_is_added(store: Path, report: Path, tmp_path: Path) -> None:
    bad = tmp_path / "notes.txt"
    bad.write_text("Bring cake on Friday.")
    before = store.read_bytes()
    with pytest.raises(SourceError, match="no report"):
        add(store, [report, bad])
    assert store.read_bytes() == before
    assert list(store.parent.iterdir()) == [store]


def test_a_first_report_and_the_store_around_it_come_at_once(tmp_path: Path, report: Path, nothing_ships: None) -> None:
    path = tmp_path / "new" / "mine.duckdb"
    bad = tmp_path / "notes.txt"
    bad.write_text("Bring cake on Friday.")
    with pytest.raises(SourceError):
        add(path, [bad])
    assert not path.exists()
    add(path, [report])
    assert reports(path) == 1


def test_progress_names_every_file_and_ends(store: Path, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "quy-1.md"
    other.write_text(MARKDOWN, encoding="utf-8")
    told: list[tuple[float, str]] = []
    add(store, [report, other], lambda share, what: told.append((share, what)))
    assert list(dict.fromkeys(what for _, what in told)) == ["thang-8.txt", "quy-1.md", "checks", ""]
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert told[-1][0] == 1.0


def test_it_is_added_while_the_explorer_has_the_store_open(store: Path, report: Path) -> None:
    with Store(store, {"memory_limit": "64MB"}):
        assert not add(store, [report])[0].already
        assert add(store, [report])[0].already


def test_what_somebody_else_wrote_meanwhile_is_not_lost(store: Path, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "quy-1.md"
    other.write_text(MARKDOWN, encoding="utf-8")

    waiting = [other]

    def meddle(_share: float, what: str) -> None:
        if what == report.name and waiting:
            add(store, [waiting.pop()])

    with pytest.raises(StoreChangedError):
        add(store, [report], meddle)
    assert reports(store) == 1
    add(store, [report])
    assert reports(store) == 2


MOMENTS = [("build", "BC 824"), ("build", "checks"), ("add", "thang-8.txt"), ("add", "checks")]
"""What a writer is doing when it is stopped: each is stopped early, and when all but the last is done."""

KILLED = """
import os, signal, sys
from pathlib import Path
from data.store.{verb} import {verb}

def die(share, what):
    if what == {at!r}:
        os.kill(os.getpid(), signal.SIGKILL)

{verb}(Path(sys.argv[1]), {files} progress=die)
"""


@pytest.mark.parametrize(("verb", "at"), MOMENTS[1::2])
def test_a_writer_that_is_killed_leaves_the_old_store_whole(store: Path, report: Path, verb: str, at: str) -> None:
    before = store.read_bytes()
    script = KILLED.format(verb=verb, at=at, files=f"[Path({str(report)!r})]," if verb == "add" else "")
    done = subprocess.run([sys.executable, "-c", script, str(store)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert store.read_bytes() == before
    left = set(store.parent.iterdir()) - {store}
    assert all(rest.name.startswith(".mine.duckdb.") for rest in left)
    add(store, [report])
    assert reports(store) == 1


@pytest.mark.parametrize("verb", ["build", "add"])
def test_a_writer_that_is_interrupted_leaves_the_old_store_alone(store: Path, report: Path, verb: str) -> None:
    before, moments = store.read_bytes(), [at for name, at in MOMENTS if name == verb]
    assert moments
    for at in moments:

        def stop(_share: float, what: str, at: str = at) -> None:
            if what == at:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            add(store, [report], stop) if verb == "add" else build(store, stop)
        assert store.read_bytes() == before, at
        assert list(store.parent.iterdir()) == [store], at
    add(store, [report])
    assert reports(store) == 1


def test_what_a_killed_writer_left_is_removed_in_time(store: Path, report: Path) -> None:
    old, young = store.with_name(".mine.duckdb.1.new"), store.with_name(".mine.duckdb.2.new")
    for rest in (old, young):
        rest.write_bytes(b"half")
    past = store.stat().st_mtime - 2 * ABANDONED
    os.utime(old, (past, past))
    add(store, [report])
    assert (old.exists(), young.exists()) == (False, True)


FULL = """
import resource, signal, sys
from pathlib import Path
from data.store.{verb} import {verb}
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for room in {rooms}:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        {verb}(Path(sys.argv[1]), {files})
    except Exception as error:
        print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for files here")
@pytest.mark.parametrize("verb", ["build", "add"])
def test_a_disk_without_room_is_told_and_the_old_store_stays(full_store: Path, report: Path, verb: str) -> None:
    before, rooms = full_store.read_bytes(), (100_000, 1_000_000)
    script = FULL.format(verb=verb, rooms=rooms, files=f"[Path({str(report)!r})]" if verb == "add" else "")
    done = subprocess.run([sys.executable, "-c", script, str(full_store)], cwd=ROOT, capture_output=True, text=True, check=True)
    told = done.stdout.splitlines()
    assert len(told) == len(rooms)
    assert all(line.startswith("StoreBusyError") and "unwritable store" in line for line in told)
    assert full_store.read_bytes() == before
    assert list(full_store.parent.iterdir()) == [full_store]


def damaged(content: bytes) -> bytes:
    return content[:30_000] + bytes(60_000) + content[90_000:]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda content: content[:9000], "damaged_store"),
        (damaged, "damaged_store"),
        (lambda _content: b"notes of somebody", "not_ours"),
        (lambda content: b"SQLite format 3\x00" + content[16:], "not_ours"),
    ],
    ids=["cut", "overwritten", "words", "sqlite"],
)
def test_a_store_that_cannot_be_read_is_told_and_stays(
    full_store: Path, report: Path, change: Callable[[bytes], bytes], kind: str
) -> None:
    full_store.write_bytes(change(full_store.read_bytes()))
    before = full_store.read_bytes()
    with pytest.raises(StoreBusyError) as caught:
        add(full_store, [report])
    assert caught.value.kind == kind
    assert full_store.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(tmp_path: Path, report: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table thesis (page integer)")
    before = path.read_bytes()
    for write in (lambda: add(path, [report]), lambda: build(path)):
        with pytest.raises(StoreBusyError) as caught:
            write()
        assert caught.value.kind == "other_database"
        assert path.read_bytes() == before


def test_a_store_that_is_whole_but_does_not_answer_loses_neither_reports_nor_decisions(added_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.duckdb"
    path.write_bytes(added_store.read_bytes())
    with duckdb.connect(str(path)) as connection:
        connection.execute("alter table source_text rename raw to words")
    before = path.read_bytes()
    with pytest.raises(StoreBusyError, match=r"failed question .*raw"):
        build(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["mine.duckdb"]


def test_a_wrong_question_to_a_store_is_no_damage_of_it(added_store: Path) -> None:
    with pytest.raises(StoreBusyError) as caught, open_for_reading(added_store) as connection:
        connection.execute("select 'a'::integer")
    assert caught.value.kind == "failed_question"


def test_every_damaged_store_is_kept_under_a_name_of_its_own(store: Path, nothing_ships: None) -> None:
    earlier = store.with_name("mine.duckdb.damaged")
    earlier.write_bytes(b"kept by an earlier build")
    store.write_bytes(store.read_bytes()[:9000])
    aside = build(store)
    assert aside is not None
    assert (aside.name, aside.stat().st_size) == ("mine.duckdb.damaged-2", 9000)
    assert earlier.read_bytes() == b"kept by an earlier build"
    assert reports(store) == 0
