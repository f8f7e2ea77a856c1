"""A report's file as text, or one clear line that says why it is none."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

SourceKind = Literal["text", "markdown", "docx", "pdf"]

MOST_BYTES = 64 * 1024 * 1024
"""Files larger than this are no reports."""

_KINDS: dict[str, SourceKind] = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}
_PACKED: dict[str, SourceKind] = {".docx": "docx", ".pdf": "pdf"}
_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"%PDF": "a PDF document (name it .pdf)",
    b"PK\x03\x04": "a packed file, perhaps a Word document (name it .docx)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document (save it as .docx)",
    b"{\\rtf": "a rich text document (save it as .docx)",
    b"\x1f\x8b": "a packed file (unpack it first)",
    b"SQLite format": "a database",
}
_UTF8_BOM, _UTF16_BOMS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_UTF32_BOMS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


class SourceError(Exception):
    """A file that cannot be read as a report; the message is one line saying what, where and what to do."""

    def __init__(self, path: Path, what: str, remedy: str) -> None:
        super().__init__(" ".join(f"{path}: {what}; {remedy}".split()))


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a report's file.

    Attributes:
        name: File name.
        text: The text; offsets into it count code points, a byte order mark is no part of it, line ends are untouched.
        sha256: Hash of the file's bytes, in hexadecimal.
        kind: What kind of file it is.
    """

    name: str
    text: str
    sha256: str
    kind: SourceKind


def read_source(path: str | Path) -> Source:
    """Read a report's file: .txt and .md, and with the optional extras .docx and .pdf.

    Raises:
        SourceError: The file is missing, empty, too large, damaged, binary or in an unknown encoding.
    """
    file = Path(path)
    data = _read_bytes(file)
    kind = _PACKED.get(file.suffix.lower())
    if kind is None:
        kind = _KINDS.get(file.suffix.lower(), "text")
        text = _decode(file, data)
    else:
        text = _unpack(file, data, kind)
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        raise SourceError(file, "holds no text", "give a report with a text layer")
    return Source(file.name, text, sha256(data).hexdigest(), kind)


def _read_bytes(file: Path) -> bytes:
    """The bytes of an existing, ordinary file of bearable size."""
    try:
        if not file.exists():
            raise SourceError(file, "no such file", "check the name")
        if file.is_dir():
            raise SourceError(file, "is a folder", "name the report files in it")
        if not file.is_file():
            raise SourceError(file, "is no ordinary file", "save the report to a file first")
        size = file.stat().st_size
        if size > MOST_BYTES:
            what = f"is too large ({size / 1e6:.0f} MB, at most 64 MiB)"
            raise SourceError(file, what, "split it or give the text alone")
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(file, f"cannot be read ({reason})", "check the name and the permissions") from error
    if not data:
        raise SourceError(file, "is empty", "give a report with text in it")
    return data


def _decode(file: Path, data: bytes) -> str:
    """Text from UTF-8 with or without byte order mark, or UTF-16 with one."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise SourceError(file, f"is {what}, not text", "give a .txt, .md, .docx or .pdf report")
    if data.startswith(_UTF32_BOMS):
        raise SourceError(file, "is UTF-32 text", "save it as UTF-8")
    if data.startswith(_UTF16_BOMS):
        return _decode_utf16(file, data)
    try:
        text = data.removeprefix(_UTF8_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _encoding_error(file, data, error) from error
    if "\x00" in text:
        raise SourceError(file, f"is binary (a zero byte at {data.index(0)})", "give a text file in UTF-8")
    return text


def _decode_utf16(file: Path, data: bytes) -> str:
    """Text from UTF-16 with a byte order mark."""
    if len(data) % 2:
        raise SourceError(file, "is cut off in the middle of a UTF-16 character", "copy it again")
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise SourceError(file, f"is damaged UTF-16 text (at byte {error.start})", "save it as UTF-8") from error


def _encoding_error(file: Path, data: bytes, error: UnicodeDecodeError) -> SourceError:
    """What is wrong with bytes that are no UTF-8."""
    if error.reason == "unexpected end of data" and error.end >= len(data):
        return SourceError(file, f"is cut off in the middle of a character (byte {error.start})", "copy it again")
    if b"\x00" in data[:4096]:
        return SourceError(file, f"is binary (a zero byte at {data.index(0)})", "give a text file in UTF-8")
    return SourceError(
        file,
        f"is not UTF-8 (byte 0x{data[error.start]:02X} at {error.start}), perhaps Latin-1, Windows-1258, TCVN3 or VNI",
        "convert it to UTF-8",
    )


def _unpack(file: Path, data: bytes, kind: SourceKind) -> str:
    """Text from a Word or PDF document."""
    from data.reader.unpack import UnreadableError, docx_text, pdf_text

    try:
        return docx_text(data) if kind == "docx" else pdf_text(data)
    except ImportError as error:
        library = "python-docx" if kind == "docx" else "pypdf"
        raise SourceError(file, f"needs {library}", f'pip install "xulang[{kind}]", or save it as .txt') from error
    except UnreadableError as error:
        raise SourceError(file, str(error), f"open it and save it again as .{kind} or .txt") from error
