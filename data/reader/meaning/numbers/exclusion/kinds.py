"""Rules for numbers that say which of the things are told, and not how many: classes, levels, sizes, thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, loose, tolerant
from data.reader.meaning.numbers.exclusion.rule import ExclusionRule, anywhere, at_number, at_word, has_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_LAND = rf"(?!\s+{tolerant('(?:lúa|đất|ruộng|ngô|rau|vườn)')})"
"""What may not stand behind "sao", which without its mark is "sào"."""


def kinds(damaged: bool) -> Iterator[ExclusionRule]:
    """Numbers that say of which kind something is, or of how many another figure is told."""
    people = rf"(?:{any_of('vạn|nghìn', damaged)}\s*)?{any_of('dân|trẻ|người dân', damaged)}(?![a-z])"
    # "Trên 1.000 người dân" are more than so many, "trên 1.000 dân" is what a rate is of.
    since = rf"(?:{any_of('trên|trên mỗi', damaged)}(?!.{{0,12}}{loose('người', damaged)})|/)"
    model = rf"{loose('mô hình', damaged)}(?:\s+{any_of('bảo vệ|phòng thủ|bảo mật', damaged)})?"
    yield anywhere("layers of a model", rf"{model}\s+(?P<n>\d)\s+{any_of('lớp|cấp|tầng', damaged)}")
    yield at_number("pillars", rf"(?P<n>0?\d)\s*{loose('trụ cột', damaged)}")
    yield anywhere("denominator", tolerant(r"(?<!hộ)(?<!thôn)(?<!xóm)/\s*(?P<n>0?1)\s*(?:người|trẻ|con|xã|hộ)(?![a-z])"))
    yield at_number("denominator", rf"100(?=\s*{tolerant('(?:bé|trẻ em) gái')})")
    yield at_number("stars", rf"(?:0?[1-5]\s*-\s*)?0?[1-5]\s*{loose('sao', damaged)}(?![a-z]){_NOT_LAND}")
    yield anywhere("denominator", rf"{since}\s*(?P<n>0?1|100|10\.000|1\.000|100\.000)\s*{people}")
    worth = any_of("giá trị|sản phẩm|thu nhập|doanh thu|lợi nhuận", damaged)
    area = any_of("ha|héc ta|hecta|đơn vị diện tích|m2|sào|mẫu", damaged)
    yield at_word("denominator", rf"{worth}[^\d,;.:]{{0,40}}?{since}\s*(?P<n>0?1)\s*{area}(?![a-z])")
    yield at_number("shifts", rf"[23]\s*ca\s*,?\s*[345]\s*{loose('kíp', damaged)}(?![a-z])")
    yield at_number("motto", rf"(?P<n>0?\d)\s*{any_of('tại chỗ|sẵn sàng', damaged)}(?![a-z])")
    yield at_number("motto", r"(?<=[\"“])(?P<n>0?\d)\s+[a-z]{1,6}(?:\s[a-z]{1,6})?(?=[\"”])", unless=has_unit)
    yield at_word(
        "lessons a day", rf"{any_of('dạy học|dạy và học|học', damaged)}\s*(?P<n>0?[12])\s*{any_of('buổi', damaged)}\s*/"
    )
    criteria = any_of("tiêu chí|mặt|tuyến|cấp", damaged)
    of_accidents = rf"(?=\s*(?:[(:.;,)\d]|$|{any_of('về số vụ|số vụ|về số', damaged)}))"
    yield at_word("criteria of a kind", rf"{any_of('cả', damaged)}\s*(?P<n>0?[2-5])\s*{criteria}")
    yield at_word("criteria of a kind", rf"{any_of('giảm', damaged)}\s*(?P<n>0?[2-5])\s*{criteria}{of_accidents}")
    yield at_number("levels", rf"(?P<n>0?[2-4])\s*{loose('cấp', damaged)}(?![a-z])(?!\s*{any_of('giấy', damaged)})")
    # Without its marks "lớp" is not "lập".
    yield at_word(
        "classes",
        tolerant(r"(?<!\d)(?!lap)lớp \d{1,2}(?![\d.,]\d|\d|\s*%)(?:\s*(?:,|và)\s*\d{1,2}(?!\d|[.,]\d))*"),
    )
    boats, since = any_of("tàu|tàu cá|tàu thuyền|thuyền", damaged), any_of("từ|trên", damaged)
    yield at_word("size of a boat", rf"{boats}[a-z\s]{{0,30}}?{since}\s*(?P<n>\d\d?)\s*m(?:{loose('ét', damaged)})?(?![a-z])")
    yield at_number("size of an animal", r"(?P<n>\d{2,3}(?:\s*-\s*\d{2,3})?)\s*con\s*/\s*kg(?![a-z])")
    bodies = any_of("đơn vị|chủ đầu tư|sở, ngành|sở|ngành|cơ quan|địa phương|huyện|chỉ tiêu|khoản thu|sắc thuế|lĩnh vực", damaged)
    moved = any_of("tăng|giảm|bằng|chiếm", damaged)
    bound = any_of("dưới|trên|từ|hơn", damaged)
    yield at_number(
        "rate that says what is counted",
        rf"\d{{1,3}}(?:\s*/\s*\d{{1,3}})?\s*{bodies}(?![a-z])(?:(?!{moved}(?![a-z]))[^\d,;.:()]){{4,60}}?"
        rf"(?<![a-z]){bound}\s*(?P<n>\d{{1,3}}(?:,\d{{1,2}})?)\s*%(?!\s*{tolerant('(?:tổng )?số')})",
    )
    yield at_word("bodies addressed", rf"ubnd\s+(?P<n>\d{{1,3}})\s+{any_of('huyện|xã|quận|phường', damaged)}(?![a-z])")
    programmes = any_of("chương trình mục tiêu quốc gia|chương trình MTQG|CTMTQG", damaged)
    yield at_number("the national programmes", rf"(?P<n>0?[23])\s*{programmes}")


def thresholds(damaged: bool) -> Iterator[ExclusionRule]:
    """Percentages that only say which of the things are counted before them: "12 xã có tỷ lệ che phủ từ 50% trở lên"."""
    rate = any_of("có tỷ lệ|có kết quả|đạt tỷ lệ|đạt kết quả", damaged)
    bound = any_of("dưới|trên|từ|hơn|thấp hơn|cao hơn|chưa đạt|không đạt|chưa đến", damaged)
    upward = any_of("trở lên|trở xuống", damaged)
    nouns = any_of("xã|thôn|dự án|trường|cơ sở|doanh nghiệp", damaged)
    words, number = r"[^\d,;.:()%]", r"(?P<n>\d{1,3}(?:[.,]\d+)?)\s*%"
    which = rf"\d+\s+{nouns}(?![a-z]){words}"
    yield at_number("threshold", rf"{which}{{0,30}}(?<![a-z]){rate}{words}{{0,40}}(?<![a-z]){bound}\s*{number}")
    yield at_number("threshold", rf"{which}{{1,50}}(?<![a-z]){bound}\s*{number}{words}{{0,25}}(?<![a-z]){upward}(?![a-z])")
    few = any_of("dưới|chưa đạt", damaged)
    yield at_word(
        "threshold",
        rf"{any_of('xã', damaged)}\s+(?:{any_of('đạt', damaged)}\s+)?{few}\s+(?P<n>\d\d?)\s*{any_of('tiêu chí', damaged)}",
    )
