"""A report's file as text, or what is wrong with it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from data.errors import UserError

SourceKind = Literal["text", "markdown", "docx", "pdf"]

MOST_BYTES = 64 * 1024 * 1024
"""The size limit of report files."""

_KINDS: dict[str, SourceKind] = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}
_PACKED: dict[str, SourceKind] = {".docx": "docx", ".pdf": "pdf"}
_OTHERS = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"SQLite format": "SQLite",
}
_OLD = {b"\xd0\xcf\x11\xe0": "Microsoft Office 97-2003 (.doc, .xls)", b"{\\rtf": "RTF"}
_MISNAMED = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx"}
_UTF8_BOM, _UTF16_BOMS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_UTF32_BOMS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


class SourceError(UserError):
    """A file that cannot be read as a report."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a report's file.

    Attributes:
        name: File name.
        text: The text; offsets into it count code points; without a byte order mark, line ends untouched.
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
        raise SourceError("no_text", file)
    return Source(file.name, text, sha256(data).hexdigest(), kind)


def _read_bytes(file: Path) -> bytes:
    """The bytes of an existing, ordinary file of bearable size."""
    try:
        if not file.exists():
            raise SourceError("no_such_file", file)
        if file.is_dir():
            raise SourceError("a_folder", file)
        if not file.is_file():
            raise SourceError("no_ordinary_file", file)
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise SourceError("too_large", file, megabytes=size // 2**20, most=MOST_BYTES // 2**20)
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError("unreadable_file", file, reason=error) from error
    if not data:
        raise SourceError("empty_file", file)
    return data


def _decode(file: Path, data: bytes) -> str:
    """Text from UTF-8 with or without byte order mark, or UTF-16 with one."""
    _require_text(file, data)
    if data.startswith(_UTF32_BOMS):
        raise SourceError("utf_32", file)
    if data.startswith(_UTF16_BOMS):
        return _decode_utf16(file, data)
    try:
        text = data.removeprefix(_UTF8_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _encoding_error(file, data, error) from error
    if "\x00" in text:
        raise SourceError("binary_file", file, byte=data.index(0))
    return text


def _require_text(file: Path, data: bytes) -> None:
    """Raise `SourceError` where a file begins with the signature of another format."""
    for signature, form in _OTHERS.items():
        if data.startswith(signature):
            raise SourceError("not_text", file, form=form)
    for signature, form in _OLD.items():
        if data.startswith(signature):
            raise SourceError("old_document", file, form=form)
    for signature, ending in _MISNAMED.items():
        if data.startswith(signature):
            raise SourceError("misnamed_document", file, ending=ending)


def _decode_utf16(file: Path, data: bytes) -> str:
    """Text from UTF-16 with a byte order mark."""
    if len(data) % 2:
        raise SourceError("cut_off_file", file, byte=len(data))
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise SourceError("damaged_utf_16", file, byte=error.start) from error


def _encoding_error(file: Path, data: bytes, error: UnicodeDecodeError) -> SourceError:
    """The error for bytes that are not UTF-8."""
    if error.reason == "unexpected end of data" and error.end >= len(data):
        return SourceError("cut_off_file", file, byte=error.start)
    if b"\x00" in data[:4096]:
        return SourceError("binary_file", file, byte=data.index(0))
    return SourceError("not_utf_8", file, value=f"0x{data[error.start]:02X}", byte=error.start)


def _unpack(file: Path, data: bytes, kind: SourceKind) -> str:
    """Text from a Word or PDF document."""
    from data.reader.layout.document_text import UnreadableError, docx_text, pdf_text

    try:
        return docx_text(data) if kind == "docx" else pdf_text(data)
    except ImportError as error:
        raise SourceError("missing_extra", file, library="python-docx" if kind == "docx" else "pypdf", extra=kind) from error
    except UnreadableError as error:
        raise SourceError(error.kind, file, **error.facts) from error
