"""Plain TOML is read as tomllib reads it, and what is not plain by tomllib itself."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import toml
from data.catalogue import FOLDER


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDER.glob("*.toml")))
def test_the_catalogue_is_written_plainly(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a fresh process would take longer before it reads its first report."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    expected = tomllib.loads(text)
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("it took tomllib"))
    assert toml.loads(text) == expected


VALUES = st.sampled_from([
    '"a"', '"Quỹ \\"Vì người nghèo\\""', '"\\u0041"', '"a\\\\"', "'a'", '"""', "1", "-2.5", "1e-6", "1_000", "01", "true", "null",
    "[]", '["a", "b"]', '["a",', '"b"]', "[1]", "[null]", '[["a"]]', '"a", "b"', '"a" # x', "{a = 1}", '{"a": 1}', "",
    "2024-01-01", "[1", "2]",
])  # fmt: skip
KEYS = st.sampled_from(["a", "b", '"đôi"', '"c.d"', "c.d", "c-d", "mười", '""', "a =", '"a'])
HEADERS = st.sampled_from([
    "[a]", "[b]", "[[a]]", "[[b]]", "[[a.b]]", "[a.b]", "[[a.b.c]]", "[ a ]", "[[a]", "[a]]", "[[]]", "# a", "",
])  # fmt: skip
LINES = st.one_of(HEADERS, st.tuples(KEYS, VALUES).map(" = ".join))


@given(st.lists(LINES, max_size=7).map("\n".join))
def test_any_text_is_read_as_tomllib_reads_it(text: str) -> None:
    def outcome(read: object) -> object:
        try:
            return read(text)  # type: ignore[operator]
        except tomllib.TOMLDecodeError as error:
            return str(error)

    assert outcome(toml.loads) == outcome(tomllib.loads)
