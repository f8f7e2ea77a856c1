"""Completion in SQL text that may be incomplete, found without diacritics, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from queries.fold import fold
from queries.keywords import CLAUSES, COMPARING, NO_ALIAS, QUOTED
from queries.lexicon import Entry
from queries.sqltext.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.lexicon import Lexicon

MOST = 60
"""Suggestions that are offered."""


class Suggestion(NamedTuple):
    """One completion: ``insert`` replaces the text from ``start`` to the cursor."""

    entry: Entry
    insert: str
    start: int


class Context(NamedTuple):
    """What surrounds the cursor.

    Attributes:
        typed: what is typed so far of the word or string.
        start: where it begins.
        clause: the clause keyword before it, lower case.
        qualifier: the name before a dot, empty if there is none.
        compared: the column that a value is compared with, empty if there is none.
        quoted: whether the cursor is within a string.
        tables: table by alias (and by its own name) in the statement.
        named: names of WITH queries.
    """

    typed: str
    start: int
    clause: str
    qualifier: str
    compared: str
    quoted: bool
    tables: dict[str, str]
    named: tuple[str, ...]


def suggest(words: Lexicon, sql: str, offset: int, asked: bool = False) -> list[Suggestion]:
    """The completions at ``offset`` (code points) of ``sql``.

    Args:
        words: what there is.
        sql: the whole text.
        offset: where the cursor is.
        asked: whether the user asked; otherwise nothing is offered before a first letter, a dot or a quote.
    """
    context = context_at(sql, offset)
    if context is None or not (asked or context.typed or context.qualifier or context.quoted or context.compared):
        return []
    closes = "" if sql[offset : offset + 1] == "'" else "'"
    found: list[tuple[tuple[int, int, int], Suggestion]] = []
    bare = not (asked or context.typed or context.qualifier or context.quoted)
    for weight, entries in _candidates(words, context):
        if bare and weight >= 0:
            continue
        for entry in entries:
            score = match(fold(context.typed), entry)
            if score is not None:
                found.append(((score + weight, entry.rank, len(entry.text)), _suggestion(entry, context, closes)))
    found.sort(key=lambda pair: pair[0])
    best = list(dict.fromkeys(suggestion for _, suggestion in found))[:MOST]
    finished = len(best) == 1 and best[0].insert == context.typed and not asked
    return [] if finished else _unique(best)


def match(typed: str, entry: Entry) -> int | None:
    """How well ``typed`` (folded) finds an entry: 0 is best, None is not at all."""
    if not typed:
        return 1
    text, keys = entry.text.lower(), entry.keys
    if text == typed or f"{keys} ".startswith(f"{typed} "):
        return 0
    if text.startswith(typed) or keys.startswith(typed):
        return 1
    if f" {typed} " in f" {keys} ":
        return 2
    parts = typed.split()
    if all(f" {part}" in f" {keys}" or f"_{part}" in keys or f".{part}" in keys for part in parts):
        return 3
    if len(typed) > 1 and all(part in keys for part in parts):
        return 5
    return 7 if len(typed) > 2 and entry.kind in ("table", "column") and _within(typed, text) else None


def context_at(sql: str, offset: int) -> Context | None:
    """What surrounds the cursor; None within a comment."""
    whole = _statement(tokens(sql), offset)
    before = [token for token in whole if token.start < offset]
    if before and _takes_none(before[-1], offset):
        return None
    begun = before.pop() if before and _is_begun(before[-1], offset) else None
    quoted = begun is not None and begun.kind == "string"
    start = begun.start + quoted if begun else offset
    typed = sql[start:offset] if quoted else sql[start:offset].strip('"')
    meant = [token for token in before if token.kind not in ("space", "comment")]
    qualifier = meant[-2].text.strip('"') if len(meant) > 1 and meant[-1].text == "." else ""
    clause = next((token.text.lower() for token in reversed(meant) if token.text.lower() in CLAUSES), "")
    solid = [token for token in whole if token.kind not in ("space", "comment")]
    return Context(typed, start, clause, qualifier, _compared(meant), quoted, _tables(solid), _named(solid))


def _takes_none(token: Token, offset: int) -> bool:
    """Whether nothing can be completed at ``offset`` after the beginning of a token: a comment, a number, a parameter."""
    if token.kind == "comment":
        return offset < token.end or token.text.startswith("--")
    return token.kind in ("number", "parameter") and offset == token.end


def _is_begun(token: Token, offset: int) -> bool:
    """Whether ``offset`` is in or right after a token that can be completed: an open string, a name."""
    if token.kind == "string":
        return offset < token.end or token.open
    return token.kind in ("word", "quoted") and offset <= token.end


def _candidates(words: Lexicon, context: Context) -> Iterable[tuple[int, Sequence[Entry]]]:
    field = _field(context)
    if context.quoted:
        yield 0, [entry for entry in words.values if not field or entry.owner == field]
        return
    if context.qualifier:
        yield 0, words.columns_of(context.tables.get(context.qualifier.lower(), context.qualifier.lower()))
        return
    if context.clause in ("from", "join"):
        yield -1, [Entry("table", name, "", "with", "with", fold(name), 0) for name in context.named]
        yield 0, words.tables
        yield 2, words.keywords
        return
    if context.compared and field:
        yield -2, [entry for entry in words.values if entry.owner == field]
    used = set(context.tables.values())
    yield (0 if used or context.clause else 2), [entry for entry in words.columns if not used or entry.owner in used]
    yield 1, words.keywords
    yield 2, words.functions
    yield 3, words.tables


def _suggestion(entry: Entry, context: Context, closes: str) -> Suggestion:
    if entry.kind == "value":
        inner = entry.text.replace("'", "''")
        return Suggestion(entry, inner + closes if context.quoted else f"'{inner}'", context.start)
    if entry.kind == "function":
        return Suggestion(entry, entry.text + "(", context.start)
    if entry.kind == "column" and entry.text in QUOTED:
        return Suggestion(entry, f'"{entry.text}"', context.start)
    return Suggestion(entry, entry.text, context.start)


def _unique(found: list[Suggestion]) -> list[Suggestion]:
    """The suggestions without repetitions: a column name that several tables share is offered once."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for suggestion in found:
        key = (suggestion.entry.kind, suggestion.insert)
        if key not in seen:
            seen.add(key)
            kept.append(suggestion)
    return kept


def _field(context: Context) -> str:
    """The field of `Lexicon.values` that belongs to the compared column: ``indicator.id`` and ``indicator_id`` are one."""
    owner, _, column = context.compared.rpartition(".")
    table = context.tables.get(owner, owner) or next(iter(set(context.tables.values())), "")
    return f"{table}_id" if column == "id" else column


def _statement(found: list[Token], offset: int) -> list[Token]:
    starts = [place for place, token in enumerate(found) if token.text == ";" and token.kind == "sign" and token.start < offset]
    first = starts[-1] + 1 if starts else 0
    last = next(
        (place for place in range(first, len(found)) if found[place].text == ";" and found[place].start >= offset), len(found)
    )
    return found[first:last]


def _compared(meant: Sequence[Token]) -> str:
    """The column compared with the value at the cursor: ``o.measure`` in ``o.measure in ('value', |``."""
    place = len(meant) - 1
    while place >= 0 and (meant[place].text in (",", "(") or meant[place].kind == "string"):
        place -= 1
    if place < 1 or meant[place].text.lower() not in COMPARING:
        return ""
    while place >= 0 and (meant[place].text.lower() in COMPARING | {"not"} or meant[place].kind == "string"):
        place -= 1
    if place < 0 or meant[place].kind not in ("word", "quoted"):
        return ""
    column = meant[place].text.strip('"').lower()
    dotted = place > 1 and meant[place - 1].text == "."
    return f"{meant[place - 2].text.lower()}.{column}" if dotted else column


def _tables(solid: Sequence[Token]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, token in enumerate(solid[:-1]):
        listed = token.text == "," and _in_from(solid, place)
        if (token.kind == "word" and token.text.lower() in ("from", "join")) or listed:
            name = solid[place + 1]
            if name.kind not in ("word", "quoted"):
                continue
            table = name.text.strip('"').lower()
            found[table] = table
            rest = [one for one in solid[place + 2 : place + 4] if one.text.lower() != "as"]
            if rest and rest[0].kind == "word" and rest[0].text.lower() not in NO_ALIAS:
                found[rest[0].text.lower()] = table
    return found


def _in_from(solid: Sequence[Token], place: int) -> bool:
    depth = 0
    for token in reversed(solid[:place]):
        depth += (token.text == ")") - (token.text == "(")
        if depth < 0:
            return False
        if depth == 0 and token.kind == "word" and token.text.lower() in CLAUSES:
            return token.text.lower() == "from"
    return False


def _named(solid: Sequence[Token]) -> tuple[str, ...]:
    """Names of WITH queries: a word followed by AS and a parenthesis."""
    triples = zip(solid, solid[1:], solid[2:], strict=False)
    return tuple(a.text for a, b, c in triples if a.kind == "word" and b.text.lower() == "as" and c.text == "(")


def _within(typed: str, text: str) -> bool:
    """Whether the letters of ``typed`` occur in ``text`` in that order."""
    rest = iter(text)
    return all(letter in rest for letter in typed)
