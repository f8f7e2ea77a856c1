"""The outline of a report: part, Roman, Arabic and lettered headings, and the path that each stands for.

Scanned texts damage the numbers ("Phan |", "II1.", "1I.", "|."), so a label is read as what the outline expects next
wherever its shape allows that.
"""

import re
from dataclasses import dataclass, field

from data.grammar.numerals import from_roman, ordinal, to_roman

_DECORATION = re.compile(r"[\s#>*_~/]*")
_PART = re.compile(
    r"ph[^\W_]{1,4}n\s+(?:th[^\W_]{1,3}\s+)?([ivxl1|!\]]{1,5}|(?-i:[A-H])|(?:nh[\w&]{1,2}t|ha[i1l]|ba|b[^\W_]{1,2}n|t[uư]|n[aăi]m))"
    r"(?=[\s.:–-]|$)[\s.:–-]*",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"PH[ỤU] L[ỤU]C(?:\s+(?:S[ỐO]\s*)?([IVX]{1,4}|\d{1,2}|[A-H]))?\s*[.:]?\s*$")
"""The line above the title of an annex, which stands behind all else."""
_LETTERED = re.compile("[A-H]")
"""What some number their parts with: "Phần A"."""
_ROMAN = re.compile(r"([IVXivxlTJ1|!\]]{1,6})\s?[.)–-]\s*(?=\S)")
_ARTICLE = re.compile(r"[ĐDPB][i1l|][^\W\d_]u\s(\d{1,2})\s?[.:]\s+(?=[^\W\d_])")
_ARABIC = re.compile(r"([\dlI|!O]{1,2}(?:\.[\dlI|!O]{1,2}){0,3})(\.(?!\d)|[-–](?=\s)|(?=\s))\s*(?=\S)")
_CAPITAL = re.compile(r"([A-HĐ])[.)–-]\s+(?=\S)")
_LETTER = re.compile(r"([a-eđghik])[).]\s*(?=\S)")
_SPAN_OF_MONTHS = re.compile(r"\d{1,2}\s+th[^\W\d_]{1,2}ng(?:\s+[^\W\d_]+){0,3}(?:\s+(?:19|20)\d\d)?\s*$", re.IGNORECASE)
"""A title that begins with a number: "6 tháng đầu năm 2027"."""
_SENTENCE_BREAK = re.compile(r"[.!?]\s+[^\W\d_]")
_CAPITALS, _OFTEN_LEFT_OUT = "ABCDĐEFGH", frozenset("ĐF")
"""The letters of parts, in Vietnamese order; F is none of its alphabet, and Đ is often passed over."""
_NUMBER = re.compile(r"(?<!\w)\d")
_DIGITS = str.maketrans("lI|!O", "11110")
_ALPHABET = "abcdđeghik"
_TELLS = re.compile(r"\d\s?%")
_LONGEST_TITLE, _LONGEST_POINT, _LONGEST_TELLING = 320, 120, 100
_LONGEST_CAPITAL, _MOST_SKIPPED = 70, 3


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a heading.

    Attributes:
        path: The section it opens, ``"II.1.3"``; below the second part ``"P2.II"``, in the first annex ``"PL1.II"``.
        start: Characters of decoration before it: "#", "**", specks of a scan.
        end: Length of the label in the line, decoration included.
        level: 0 part, 1 capital letter, 2 Roman, 3 and deeper Arabic, 9 small letter.
    """

    path: str
    start: int
    end: int
    level: int


@dataclass(slots=True)
class Outline:
    """Reads labels one after the other and keeps the place in the outline."""

    part: int = 0
    annex: int = 0
    capital: str = ""
    roman: int = 0
    lettered: str = ""
    arabic: list[int] = field(default_factory=list)
    letter: str = ""
    nested: int = 0

    def read(self, text: str, exact: bool) -> Label | None:
        """The label with which a paragraph begins, or None when it opens no section.

        Args:
            text: First line of the paragraph.
            exact: True when the text is clean, so that a title must begin with a capital.
        """
        skip = _DECORATION.match(text)
        start = skip.end() if skip else 0
        for read in (self._part, self._article, self._roman, self._arabic_label, self._capital, self._letter):
            found = read(text, start, exact)
            if found is not None:
                level, end = found
                return Label(self.path(), start, end, level)
        return None

    def path(self) -> str:
        """Path of the current section; ``""`` before any heading and in the first part's opening."""
        outermost = f"PL{self.annex}" if self.annex else f"P{self.part}" if self.part > 1 else ""
        steps = [outermost, self.capital, to_roman(self.roman), self.lettered]
        steps += [".".join(map(str, self.arabic)), self.letter]
        return ".".join(step for step in steps if step)

    def starts_again(self, text: str) -> bool:
        """Whether "I." before a title stands where a later number would, so that another part has begun."""
        match = _ROMAN.match(text)
        if match is None or match[1].isdigit() or from_roman(match[1]) != 1 or self.capital or not self.roman:
            return False
        title = text[match.end() :]
        return title[:1].isupper() and (is_upper(title) or is_title(title))

    def next_part(self, start: int) -> Label:
        """The label of a part that has a title, but no number of its own."""
        self._open_part(max(self.part, 1) + 1 if self.part or self.roman else 1)
        return Label(self.path(), start, start, 0)

    def _open_part(self, part: int, annex: int = 0) -> None:
        """Begin a part, or an annex; the outline below starts again."""
        self.part, self.annex = part, annex
        self.capital, self.roman = "", 0
        self._begin()

    def _begin(self, lettered: str = "") -> None:
        """Begin a part of the outline: below a Roman number it may have a letter; its Arabic numbers start again."""
        self.lettered, self.arabic, self.letter, self.nested = lettered, [], "", 0

    def _part(self, text: str, start: int, _exact: bool) -> tuple[int, int] | None:
        """Level and end of "Phần II", with or without its title; the outline below starts again."""
        annex = _ANNEX.match(text, start)
        if annex is not None:
            printed = annex[1] or ""
            number = int(printed) if printed.isdecimal() else _lettered(printed) or from_roman(printed)
            self._open_part(self.part, number or self.annex + 1)
            return 0, annex.end()
        match = _PART.match(text, start)
        if match is None:
            return None
        title = text[match.end() :]
        if title and not is_upper(title) and not (match[0][0].isupper() and title[0].isupper() and is_title(title)):
            return None
        printed = match[1].lower()
        value = ordinal(printed) or _lettered(match[1]) or from_roman(printed)
        self._open_part(value if value == 1 or self.part < value <= self.part + 2 else self.part + 1)
        return 0, match.end()

    def _capital(self, text: str, start: int, exact: bool) -> tuple[int, int] | None:
        """Level and end of "A." before a title in capitals, when it follows the letter before; or of a part of "II."."""
        match = _CAPITAL.match(text, start)
        if match is None:
            return None
        title, letter = text[match.end() :], match[1]
        if letter == "D" and "D" in (self.capital, self.lettered):
            letter = "Đ"  # recognition loses its stroke
        if not is_upper(title):
            return self._small_capital(letter, match.end(), title) if exact or not _NUMBER.search(title) else None
        if not _comes_next(letter, self.capital):
            return None
        self.capital, self.roman = letter, 0
        self._begin()
        return 1, match.end()

    def _small_capital(self, letter: str, end: int, title: str) -> tuple[int, int] | None:
        """Level and end of "A." before a short title in small letters: above the Roman numbers, or a part below one of them."""
        if len(title) > _LONGEST_CAPITAL or not title[0].isupper() or not is_title(title):
            return None
        if not self.roman or self.capital:
            if not _comes_next(letter, self.capital):
                return None
            self.capital, self.roman = letter, 0
            self._begin()
            return 1, end
        if not _comes_next(letter, self.lettered):
            return None
        self._begin(letter)
        return 3, end

    def _article(self, text: str, start: int, _exact: bool) -> tuple[int, int] | None:
        """Level and end of "Điều 2." before a title, which divides a resolution as a report is divided by "II."."""
        match = _ARTICLE.match(text, start)
        if match is None or not is_title(text[match.end() :]) or int(match[1]) != self.roman + 1:
            return None
        self.roman += 1
        self._begin()
        return 2, match.end()

    def _roman(self, text: str, start: int, _exact: bool) -> tuple[int, int] | None:
        """Level and end of "II."; before a title in capitals a damaged numeral is the next one."""
        match = _ROMAN.match(text, start)
        if match is None or not (text[match.end()].isalpha() or _SPAN_OF_MONTHS.match(text, match.end())):
            return None
        printed, upper = match[1], is_upper(text[match.end() :])
        clean = all(char in "IVX" for char in printed)
        value = from_roman(printed)
        if not upper and not (clean and is_title(text[match.end() :]) and not text[match.end()].islower()):
            return None
        if printed.isdigit() and self._fits([int(printed)]) and value != self.roman + 1:
            return None
        if value == 1 or self.roman < value <= self.roman + _MOST_SKIPPED:
            self.roman = value
        elif upper and not printed.isdigit():
            self.roman += 1
        else:
            return None
        self._begin()
        return 2, match.end()

    def _arabic_label(self, text: str, start: int, exact: bool) -> tuple[int, int] | None:
        """Level and end of "1." or "1.1." where the outline allows it."""
        match = _ARABIC.match(text, start)
        if match is None:
            return None
        steps = [int(step) for step in match[1].translate(_DIGITS).split(".")]
        title = text[match.end() :].lstrip("“\"‘'*_ ")
        if (len(steps) == 1 and not match[2]) or not (title[:1].isalpha() or _SPAN_OF_MONTHS.match(title)):
            return None
        if steps == [1] and self.arabic:
            self.nested = 1
        if not self._fits(steps):
            return None
        if not (title[0].isupper() or title[0].isdigit()) and (exact or not match[2]):
            return None
        if len(steps) == 1 and self._is_nested(steps[0], title):
            return None
        self.arabic, self.letter, self.nested = steps, "", 0
        return 2 + len(steps), match.end()

    def _fits(self, steps: list[int]) -> bool:
        """True when Arabic steps may follow the current place."""
        now = self.arabic
        if len(steps) == 1:
            first = now[0] if now else 0
            return first < steps[0] <= first + _MOST_SKIPPED
        if not now:
            return steps[1:] == [1] * (len(steps) - 1)
        depth = len(steps) - 1
        if steps[:depth] == now[:depth]:
            last = now[depth] if len(now) > depth else 0
            return last < steps[depth] <= last + _MOST_SKIPPED
        same = next((at for at, (new, old) in enumerate(zip(steps, now, strict=False)) if new != old), len(now))
        before = now[same] if same < len(now) else 0
        return same < depth and steps[same] == before + 1 and set(steps[same + 1 :]) == {1}

    def _is_nested(self, number: int, title: str) -> bool:
        """True when a number continues a list inside the current section rather than the outline."""
        if self.nested and number == self.nested + 1 and not is_title(title):
            self.nested = number
            return True
        return False

    def _letter(self, text: str, start: int, _exact: bool) -> tuple[int, int] | None:
        """Level and end of "a)" before a short title; points of a list are longer or end as clauses."""
        match = _LETTER.match(text, start)
        if match is None or len(text) >= _LONGEST_POINT or text[-1] in ";:,":
            return None
        title = text[match.end() :]
        if not (title[0].isupper() or _SPAN_OF_MONTHS.match(title)) or not is_title(title):
            return None
        at = _ALPHABET.find(match[1])
        if at < 0 or (at and self.letter != _ALPHABET[at - 1]):
            return None
        self.letter = match[1]
        return 9, match.end()


def _comes_next(letter: str, before: str) -> bool:
    """Whether a capital letter is the first, or follows the one before: most go from D to E and from E to G."""
    if not before:
        return letter == "A"
    place, last = _CAPITALS.index(letter), _CAPITALS.index(before)
    return letter == "A" or (last < place and _OFTEN_LEFT_OUT.issuperset(_CAPITALS[last + 1 : place]))


def _lettered(printed: str) -> int:
    """The place of a capital letter that stands for a number; 0 for anything else."""
    return ord(printed) - ord("A") + 1 if _LETTERED.fullmatch(printed) else 0


def is_part(line: str) -> bool:
    """True when a line is "Phần thứ nhất" or the like and nothing else, as a part is headed above its title."""
    match = _PART.match(line.strip("#*_ "))
    return match is not None and match.end() == len(line.strip("#*_ ")) and match[0][0].isupper()


def is_upper(text: str) -> bool:
    """True when the first words of a text are set in capitals."""
    letters = [char for char in text[:80] if char.isalpha()]
    return len(letters) > 2 and sum(char.isupper() for char in letters) >= 0.7 * len(letters)


def is_title(text: str) -> bool:
    """True when a text reads as a heading: short, one phrase rather than sentences, and with a rate very short."""
    if len(text) > _LONGEST_TITLE or text.rstrip("*_ ").endswith((".", ";", ",")):
        return False
    if len(text) > _LONGEST_TELLING and _TELLS.search(text):
        return False
    return not _SENTENCE_BREAK.search(text)
