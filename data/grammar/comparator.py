"""Comparisons: what a number is measured against, which way it moved, and how exact it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from data.fold import fold
from data.grammar.numerals import PLAIN_MONTHS, quarter
from data.grammar.ocr import any_of, loose, tolerant
from data.grammar.patterns import Patterns

BOUNDS = {
    "trên": "trên", "hơn": "trên", "tối thiểu": "trên", "ít nhất": "trên", "từ": "từ", "gần": "gần", "xấp xỉ": "khoảng",
    "khoảng": "khoảng", "ước khoảng": "khoảng", "dưới": "dưới", "không quá": "dưới", "chưa đến": "dưới",
    "tối đa": "dưới", "không thấp hơn": "trên", "không ít hơn": "trên", "không dưới": "trên", "không cao hơn": "dưới",
    "không nhiều hơn": "dưới", "không vượt quá": "dưới", "không vượt": "dưới", "tốp": "dưới", "top": "dưới",
}  # fmt: skip


_SET_BY = (
    "đề ra|đã đề ra|đặt ra|được giao|giao|giao của UBND tỉnh|giao của UBND|của UBND tỉnh|của UBND"
    "|tỉnh giao|UBND tỉnh giao|HĐND tỉnh giao|Trung ương giao|Chính phủ giao"
    "|Thủ tướng Chính phủ giao|Bộ Tài chính giao|của HĐND tỉnh giao|của Hội đồng nhân dân tỉnh giao|Hội đồng nhân dân tỉnh giao"
    "|Đại hội|Đại hội đề ra|Nghị quyết|Nghị quyết đề ra|Nghị quyết Đại hội|Nghị quyết Đại hội đề ra"
)
"""How, or by whom, a plan was set."""
_LESS, _MORE = "thấp hơn|ít hơn|kém|kém hơn|chậm hơn", "cao hơn|nhiều hơn|nhỉnh hơn|nhanh hơn|hơn"
_BASE = "ước|thời điểm|kỳ gốc|đầu|giữa|cuối|hết|thực hiện|bình quân|giai đoạn|đầu nhiệm kỳ|đầu kỳ|nhiệm kỳ"
_BASE_NAMED = "đầu nhiệm kỳ|đầu năm|cuối năm|giai đoạn trước|nhiệm kỳ trước|đầu giai đoạn|giai đoạn"
_REFORM = (
    "sắp xếp|sáp nhập|sát nhập|hợp nhất|tinh gọn|kiện toàn|tổ chức lại|chia tách"
    "|thực hiện sắp xếp|thực hiện sáp nhập|thực hiện tinh gọn|đây|kia"
)
"""What was done to bodies before which there were more of them: "giảm 12 phòng so với trước khi sắp xếp"."""
_SEASONS = "đông xuân|hè thu|thu đông|mùa|xuân|đông|chiêm xuân|chiêm"
_LAST_SCHOOL_YEAR = 2
"""Years back to where the last school year may have begun."""
_BEFORE_THIS = (
    "cùng thời điểm tháng trước|cùng kỳ tháng trước|tháng trước|quý trước|cuối tháng trước|cuối quý trước"
    "|kỳ trước|tháng liền trước|quý liền trước|tuần trước"
)
CHANGED_TO = (
    "lên|lên tới|lên đến|tăng lên|tăng lên tới|tăng lên đến|xuống|còn|xuống còn|giảm xuống|giảm xuống còn|giảm còn|về còn"
)
"""What leads from one level to another: "từ 9 xuống còn 6 phòng"."""
_RANK = "xếp thứ|đứng thứ|vị trí thứ|xếp vị trí|xếp vị thứ|xếp thứ hạng|thứ hạng|lên vị trí|lên thứ|giữ vị trí|ở vị trí"
_GROUP = "trong nhóm|thuộc nhóm|vào nhóm|trong tốp|thuộc tốp|vào tốp|tốp|top"
_PLACES = "tỉnh|địa phương|thành phố|cả nước|toàn quốc"
"""What stands before and behind a number of provinces that one is among: "thuộc nhóm 15 tỉnh dẫn đầu"."""
_AMONG = "cả nước|toàn quốc|trong|khu vực|vùng|tiểu vùng|miền"
"""What stands behind a rank and says among whom it is one."""
_RATED = "sản phẩm|di tích|cơ sở|khách sạn|doanh nghiệp|hồ sơ"
"""What is given a class, and so counted behind "xếp hạng", which tells no rank then: "đánh giá, xếp hạng 25 sản phẩm"."""
_PEERS = "cả nước|toàn quốc|chung|chung của tỉnh|toàn tỉnh|vùng|khu vực|toàn vùng"
"""Whose average is compared with, so that the base is no other period."""
_AVERAGE = "bình quân|trung bình|mức bình quân|mức trung bình|với bình quân|với mức bình quân"
_DAMAGED_RANK = r"d[iuwr]{1,2}[mn]?g\s*th(?:[iuw]r?|at)\s*:?"
"""What recognition makes of "đứng thứ", beyond its letters: "dirng that"."""
_DOWN = "thấp hơn|ít hơn|thu hẹp|giảm|sụt giảm|giảm xuống|giảm bình quân|giảm nhẹ|giảm mạnh|kéo giảm"
_NOT_BEYOND = "không thấp hơn|không ít hơn|không dưới|không cao hơn|không nhiều hơn|không vượt quá|không quá"
"""What says how exact a number is, though it has the words of a change."""
_NO_FALL = "nghèo|trừ|thiểu|sát|phát thải|đau|lỗ|ảnh hưởng"
_UP = (
    "cao hơn|nhiều hơn|nhỉnh hơn|nhanh hơn|nhích|nhích nhẹ|nhích lên|vượt"
    "|mở rộng thêm|tăng|tăng trưởng|tăng thêm|tăng lên|tăng bình quân|tăng nhẹ|tăng mạnh|tăng khá"
)
_DOWN_PLACES, _UP_PLACES = "tụt|lùi|tụt xuống|xuống|sụt|rơi|hạ", "cải thiện|thăng|vươn lên|lên|nâng|nâng lên|tiến"
"""How ranks fall and rise, besides the words for amounts: "tụt 3 bậc"."""
_NO_RISE = "thêm cho|cường|tốc|gia|quà|cho|thưởng|bằng khen|giá trị|thu nhập|suất"
_NO_CHANGE = tolerant(r"(?<!cho )(?<!vào )(?<!vào mức )(?<!\bcàng )(?!(?<=đăng ký )tăng thêm)")
_NOT_A_PLACE = tolerant("(?<!nậm )")
"""What may not stand before "cần", which without its marks is "Cắn": the gate of Nậm Cắn."""
_NOT_CUT = tolerant(r"(?<!\bcắt )") + r"(?<!\([ic]t )"
"""What stands before words that tell no change: "góp vào mức tăng", "cắt giảm", whose "c" is printed as a bracket, too."""
_NOT_SO, _NOT_OF_PROGRAMME = tolerant("(?<!không )"), tolerant("(?<!trình )(?<!trong kỳ )")
_NOT_OF_TERM = tolerant("(?<!trung )(?<!ngắn )(?<!dài )")
"""What may not stand before "hơn", which recognition also makes of "hạn": "đầu tư công trung hạn 2021 - 2025"."""
_NOT_OF_FILES = tolerant("(?<!hồ )(?<!cơ )(?<!trụ )")
_NOT_EACH = tolerant("(?<!quý sau )(?<!tháng sau )(?<!năm sau )")
"""What stands before a comparison of each part with the one before it: "quý sau cao hơn quý trước, quý I tăng 7%"."""
_HALF = 6
"""Months of "nửa đầu năm"."""
_MONTHS_IN_WORDS = {fold(name): month for name, month in PLAIN_MONTHS.items() if name != "sáu"}
"""Months in words, folded, a longer one before the one with which it begins; "so với tháng sau" is no June."""
_NOT_FULFILLED = tolerant("(?<!đã hoàn thành )(?<!hoàn thành đủ )")
"""What stands before an aim that tells what was done: "đã hoàn thành mục tiêu xóa 20.640 căn nhà tạm"."""
_NOT_DRAWN = tolerant("(?<!thu )")
"""What else words of comparison have not before them: "hồ sơ" is no "so", "chương trình mục tiêu" no aim, "thu hút" no fall."""
_WITH, _REACHED = tolerant("(?:(?<=có )|(?<=sung ))"), tolerant("(?:(?<=đạt )|(?<=có )|(?<=thêm ))")
_NOT_TO = tolerant(r"(?:(?<![%\d] )|(?<=tháng \d )|(?<=tháng \d\d )|(?<=/20\d\d ))(?<!%)")
"""What stands before a minus sign, and not before the dash of a range; the number of a month is none of those."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of comparison.

    Attributes:
        start: place in folded text.
        end: place behind it.
        kind: its meaning, such as ``yoy``, ``plan``, ``up``.
        year: the year it names, if any.
        last_year: it says "năm trước".
        of: it dates the number itself: "của cùng kỳ".
        part: the month, quarter or season that it names, or a number of months: ``("month", 12)``; a season's number is 0.
        sign: -1 for "thấp hơn", 1 for "cao hơn", else 0.
        bare: a plan, or last year's same period, that is only named, not compared with.
        peers: the base is the average of others, not another period.
        noun: what a plan is called: an ``aim`` ("mục tiêu"), a ``target`` ("chỉ tiêu"), a ``scheme`` ("kế hoạch"); ``""`` else.
        exceeded: it is said of a plan that it was exceeded: "vượt kế hoạch".
        estimated: what was reached is estimated: "ước đạt".
        alike: it says that as much was told before: "tương ứng".
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    bare: bool = False
    sign: int = 0
    part: tuple[str, int] | None = None
    last_year: bool = False
    of: bool = False
    peers: bool = False
    noun: str = ""
    exceeded: bool = False
    estimated: bool = False
    alike: bool = False

    def since(self, year: int, month: int) -> Cue:
        """The cue resolved in a report that ends with a month: the month, quarter or season right before it is ``prev``."""
        if self.kind == "school":
            return replace(self, kind="yoy" if self.year is not None and year - self.year <= _LAST_SCHOOL_YEAR else "base")
        if self.part is None:
            return self
        name, number = self.part
        now = {"month": month, "quarter": (month + 2) // 3, "season": 0, "months": number}[name]
        count = {"month": 12, "quarter": 4, "season": 1, "months": 1}[name]
        of = year - (number >= now or self.last_year) if self.year is None else self.year
        back = (year - of) * count + now - number
        kind = "yoy" if back == count else "prev" if back == 1 else "base"
        return replace(self, kind=kind, year=of)


def _patterns(damaged: bool) -> list[tuple[str, str]]:
    def words(phrases: str) -> str:
        return any_of(phrases, damaged)

    nam, thang, von = loose("năm", damaged), loose("tháng", damaged), loose("vốn", damaged)
    so = f"(?:{_NOT_OF_TERM}{words(f'so với|{_LESS}|{_MORE}|cùng với')}|{_NOT_OF_FILES}{words('so')})"
    year = r"(?:\s*\(?(?:" + nam + r"\s*)?((?:19|20)\d\d)\)?)?"
    some_year = rf"(?:19|20)\d\d|{words('trước|ngoái')}"
    done = rf"(?:{words('của|thực hiện|so với thực hiện|mức thực hiện')}\s*)?"
    then = rf"(?:{words('của|thực hiện')}\s*)?(?:{nam}\s*)?({some_year})"
    of_year = rf"(?:\s*[/-]?\s*(?:{nam}\s*)?({some_year}))?"
    half = words("nửa đầu")
    months = rf"(?:(\d\d?)\s*{thang}(?:\s*{words('đầu')})?|(?P<half>{half}))"
    at_end = rf"(?:{words('thời điểm cuối|cuối|hết|thời điểm')}\s*)?"
    season = rf"(?:{words('vụ')}\s*{words(_SEASONS)}\s*)?"
    level = rf"(?:{words('mức tăng của|mức tăng|mức của')}\s*)?"
    day = r"(?:" + loose("ngày", damaged) + r"\s*)?\d{1,2}/\d{1,2}/((?:19|20)\d\d)"
    same = words("cùng kỳ|cùng kì|cùng tháng|cùng quý|cùng vụ|cùng kỳ năm trước|cùng kỳ năm ngoái|CK|CKNT|SCK|SCKNT")
    # Where a clause begins it is the time that was told before: "Cùng thời điểm có 12 cơ sở".
    same_time = words("cùng thời điểm")
    same = rf"(?:{same}|(?<!^)(?<![.:;] ){same_time}|{same_time}(?=\s*(?:của\s*)?{nam}\s*(?:{some_year})))"
    span = words("cùng thời gian|cùng khoảng thời gian|cùng giai đoạn|cùng đợt")
    of_month = rf"(?:\s*{thang}\s*\d{{1,2}}\s*[/-]?(?=\s*(?:{nam}\s*)?(?:19|20)\d\d))?"
    past = rf"(?:\s*{nam}\s*{words('trước|ngoái|qua')})?{of_month}"
    part = rf"(?:{words('tháng|quý|vụ|bình quân')}\s*)?"
    aim, counted_aim, scheme = words("mục tiêu"), words("chỉ tiêu|chỉ tiêu giao"), words("kế hoạch|KH|kịch bản")
    other = words("dự toán|nghị quyết|nhiệm vụ giao|số giao|tổng kế hoạch")
    target = f"(?:(?P<aim>{aim})|(?P<target>{counted_aim})|(?P<scheme>{scheme})|{other})"
    exceeded = rf"(?:(?P<exceeded>{words('vượt|vượt xa')})\s*)?"
    # What the state gives for a purpose is called "có mục tiêu", which aims at nothing.
    given_for = rf"(?!{_WITH}{words('mục tiêu')})"
    # Inspections by plan are told beside those that were not planned: "theo kế hoạch 41 cuộc, đột xuất 21 cuộc".
    visits, joined = rf"\d+\s*{words('cuộc')}\s*", rf"(?:[,;]|{words('và')})\s*"
    not_sudden = rf"(?!{words('kế hoạch')}\s*:?\s*{visits}{joined}(?:{visits})?{words('đột xuất')})"
    target = rf"(?!kh\d){given_for}{not_sudden}{target}(?:\s*{words(_SET_BY)})?"
    counted = r"(?<=(?<!\d\d)\d )"
    whole_country = rf"(?:{words('chung của|chung|của')}\s*)?{words('cả nước|toàn quốc')}"
    no_rise = words(_NO_RISE)
    stem, branch = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý", "tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi"
    last_tet = rf"{words('tết|tết nguyên đán')}\s*(?:{nam}\s*{words('trước|ngoái')}|{words(stem)}\s*{words(branch)})"
    not_down_to = rf"\s(?:(?!{words('xuống|còn|về')}(?![a-z]))[a-z]+\s){{1,6}}"
    places = rf"\s*(?:{words('thêm|tới')}\s*)?\d{{1,2}}\s*{words('bậc|hạng|thứ hạng')}(?![a-z])"
    averaged = rf"(?:{words(_AVERAGE)}\s*)?"
    in_percent = rf"\d[\d.,]*\s?(?:%|{words('điểm')})"
    leads = rf"(?=\s*(?:{words('chỉ|mới|là|đạt|có|ở mức')}\s*)*:?\s*\d)"
    whose = words("của|năm|giao|đề ra|cả|vốn|giao đầu năm|toàn") + r"?"
    # The level itself stands between: "tăng 12,5% so với 455 doanh nghiệp của cùng kỳ".
    amount = rf"(?:\s*{words('mức|con số|số')})?(?=\s*\d[\d.,]*\s*%?(?:\s[a-z]+){{0,4}}?"
    return [
        ("of yoy", rf"{words('của')}\s*{same}{past}{year}"),
        ("bare yoy", rf"{same}{past}{year}"),
        ("bare yoy", rf"(?:(?<=[,;] )|(?<=\()){nam}\s*{words('trước|ngoái')}{leads}"),
        ("yoy", rf"(?:{so}|{words('với')})\s*(?:{words('với|thực hiện|với thực hiện')}\s*)?{part}{same}{past}{year}"),
        ("yoy", rf"{so}\s*{span}(?:\s*{words('này')})?{past}{year}"),
        ("yoy", rf"{so}\s*{level}(?:{nam}\s*{words('trước|ngoái')}|{words('vụ trước')})"),
        ("yoy", rf"{so}\s*(?:{words('dịp|kỳ nghỉ')}\s*)?{last_tet}"),
        ("yoy", rf"{so}\s*{words('năm học trước|kỳ thi trước|kỳ thi năm trước|mùa giải trước|mùa giải năm trước')}"),
        ("yoy", rf"{words('so với')}{amount}\s(?:{words('của')}\s*)?{same})"),
        ("base", rf"{words('so với')}{amount}\s(?:{words('của|trong')}\s*)?{nam}\s*((?:19|20)\d\d)(?!\d))"),
        ("school", rf"{so}\s*{words('năm học')}\s*((?:19|20)\d\d)\s*-\s*(?:19|20)\d\d"),
        ("prev", rf"{_NOT_EACH}{so}\s*{words(_BEFORE_THIS)}"),
        *([("prev", rf"{so}\s*{thang}\s*tr\s?[a-z]{{1,3}}c(?![a-z])")] if damaged else []),
        ("yoy", r"\(?(?:yoy|y-o-y|y/y)(?:\s?\))?"),
        ("prev", r"\(?(?:mom|m-o-m|m/m|qoq|q-o-q|q/q)(?:\s?\))?"),
        ("month", rf"{so}\s*{at_end}{thang}\s*(0?[1-9]|1[0-2])(?!\d){of_year}"),
        ("month", rf"{so}\s*{at_end}{thang}\s*({'|'.join(_MONTHS_IN_WORDS)})(?![a-z]){of_year}"),
        ("month", rf"(?<=\d l.n ){thang}\s*(0?[1-9]|1[0-2])(?!\d){of_year}"),
        ("base", rf"(?<=\d l.n ){nam}\s*((?:19|20)\d\d)(?!\d)"),
        ("quarter", rf"{so}\s*{level}{at_end}{loose('quý', damaged)}\s*(iv|i{{1,3}}|[1-4])(?![a-z\d]){of_year}"),
        ("season", rf"{so}\s*{words('vụ')}\s*{words(_SEASONS)}{of_year}(?:\s*-\s*(?:19|20)\d\d)?"),
        ("months", rf"{so}\s*{level}{averaged}(?:{words('cùng kỳ')}\s*)?{months}\s*[/-]?\s*{then}"),
        ("plan", rf"{words('so với')}\s*{words('yêu cầu')}(?=\s*\d)"),
        ("plan", rf"{so}\s*{whose}\s*(?:{target}|{words('tiến độ')}(?:\s*{words(_SET_BY)})?)"),
        ("base", rf"{so}\s*(?:{words(_BASE)}\s*)*(?:(?:0?5\s*)?{nam})?\s*((?:19|20)\d\d)(?:\s*-\s*(?:19|20)\d\d)?"),
        ("base", rf"{so}\s*(?:{words('thời điểm')}\s*)?{day}"),
        ("base", rf"{so}\s*(?:{words('giai đoạn|nhiệm kỳ')}\s*)?0?5\s*{nam}\s*{words('trước')}"),
        ("base", rf"{so}\s*(?:{words('thời điểm|ngày')}\s*)?{words(_BASE_NAMED)}(?:\s*{words('trước|ngoái')}|{year})"),
        ("base", rf"{so}\s*(?:{words('thời điểm')}\s*)?{words('trước|trước khi|khi chưa|chưa')}\s*{words(_REFORM)}"),
        ("peers", rf"{so}\s*{words(_AVERAGE)}\s*(?:{words('chung của|chung|của')}\s*)?{words(_PEERS)}"),
        ("peers", rf"{so}\s*(?:{words('mức|với|với mức')}\s*)?(?:{words(_AVERAGE)}\s*)?{whole_country}"),
        ("index", rf"{words('bằng|tương đương')}\s*[\d.,]+\s*%\s*(?P<cue>{done}{season}{nam}\s*({some_year}))"),
        ("index", rf"{target}[^%\d;.]{{0,30}}(?:,|{words('và')})\s*[\d.,]+\s*%\s*(?P<cue>{then})"),
        ("bare plan", rf"{_NOT_OF_PROGRAMME}{_NOT_FULFILLED}(?!{counted}{words('chỉ tiêu')}){exceeded}{target}"),
        ("rank", words(_RANK)),
        ("rank", rf"{words(_GROUP)}(?=\s*\d\d?\s+(?:{words(_PLACES)}))"),
        ("rank", rf"{words('xếp hạng')}(?=\s*:?\s*(?:{words('thứ')}\s*)?\d+(?!\d|\s*{words(_RATED)}))"),
        ("rank", rf"{words('xếp|đứng')}(?=\s*\d\d?\s*/\s*\d\d(?!\d))"),
        ("rank", rf"{words('thứ')}(?=\s*\d\d?\s*(?:/\s*\d\d?(?!\d)|{words(_AMONG)}(?![a-z])))"),
        *([("rank", _DAMAGED_RANK)] if damaged else []),
        ("share", rf"{words('chiếm tỷ lệ|chiếm tỷ trọng|chiếm|tỷ trọng')}|(?P<alike>{words('tương ứng')})"),
        ("fold", rf"{words('gấp|cao gấp|lớn gấp|nhiều gấp|đông gấp')}"),
        ("down", rf"{_NOT_CUT}{_NOT_SO}{words(_DOWN)}(?!\s*(?!\d)(?:{words(_NO_FALL)}|{words('tại')}(?!\s*{words('nạn')})))"),
        ("down", rf"{words('hạ|sụt|sụt mất|kéo xuống')}(?=\s*\d[\d,]*\s*(?:%|{words('điểm')}))"),
        ("down", rf"{words('hạ|kéo giảm')}(?=\s*{words('tỷ lệ')}{not_down_to}\d[\d,]*\s*{words('điểm')})"),
        ("down", rf"{words('tinh giản')}(?=\s*(?:được\s*)?\d[\d,]*\s*%)"),
        ("down", rf"{_NOT_DRAWN}{words('hụt|hụt thu')}(?=\s*(?:[a-z]+\s*)?\d[^;:]{{0,25}}{words('so với')})"),
        ("down", rf"{_NOT_DRAWN}{words('hụt|hụt mất')}(?=\s*\d)"),
        ("up", rf"{_NO_CHANGE}{_NOT_SO}{words(_UP)}(?!\s*(?!\d){no_rise}|\s*{von}\s*\d)"),
        ("up", rf"{words('cao hơn')}(?=\s*{words('tốc độ')})"),
        ("up", rf"(?<=[,;] ){words('hơn')}(?=\s*\d[\d,]*\s*%\s*{words('so với')})"),
        ("up", rf"{words('nâng lên|nâng thêm')}(?=\s*\d[\d,]*\s*{words('điểm')})"),
        *([] if damaged else [("down", rf"{words('bớt|bớt được|bớt đi')}(?=\s*\d)")]),  # damaged, "bắt" would be "bớt"
        ("down", rf"{words(_DOWN_PLACES)}(?={places})"),
        ("up", rf"{words(_UP_PLACES)}(?={places})"),
        ("down", rf"{_NOT_TO}-(?={in_percent})"),
        ("up", rf"\+(?={in_percent})"),
        ("equal", rf"{words('bằng|tương đương')}|=(?=\s*\d)"),
        ("reach", rf"(?P<estimated>{words('ước đạt|ước thực hiện')})|{words('đạt|đạt được|thực hiện')}"),
        ("reach", rf"{words('hoàn thành|hoàn thành được|hoàn thành trên|hoàn thành gần')}(?=\s*\d[\d.,]*\s*%)"),
        ("estimate", words("ước|ước tính|dự ước|dự kiến")),
        ("parts", rf"{words('trong đó|bao gồm|gồm|cụ thể|chia ra')}"),
        ("extreme", words("cao nhất|thấp nhất")),
        ("bound", words(_NOT_BEYOND)),
        ("bound", rf"{_REACHED}{words('tối thiểu|ít nhất|tối đa|nhiều nhất')}(?=\s*\d)"),
        ("goal", rf"{words('phấn đấu|phấn đấu đến|quyết tâm đưa|quyết tâm đạt|quyết tâm hoàn thành')}"),
        ("goal", rf"{_NOT_A_PLACE}{words('phải|cần')}(?=\s{words('tăng|tăng trưởng|đạt')}(?![a-z])[^\d,;.:]{{0,20}}\d)"),
    ]  # fmt: skip


_NOUNS = ("aim", "target", "scheme")
_BEFORE, _BEHIND = r"(?<![a-z\d])", "(?![a-z&¢¤€¥])"


@cache
def _phrases(damaged: bool) -> tuple[list[str], Patterns]:
    """The kinds of the phrases, and their patterns."""
    kinds, sources = zip(*_patterns(damaged), strict=True)
    return list(kinds), Patterns(_BEFORE, dict(enumerate(sources)), _BEHIND)


@cache
def _signs(damaged: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(any_of(_LESS, damaged)), re.compile(any_of(_MORE, damaged))


def comparison_cues(text: str, damaged: bool) -> list[Cue]:
    """The phrases of comparison in folded text, in order; at one place the longest phrase wins."""
    kinds, patterns = _phrases(damaged)
    found = [
        (match.start("cue") if "cue" in match.re.groupindex else match.start(), match, kinds[number])
        for number, match in patterns.matches(text)
    ]
    found.sort(key=lambda phrase: (phrase[0], -phrase[1].end()))
    kept: list[Cue] = []
    for start, match, kind in found:
        if not kept or start >= kept[-1].end:
            kept.append(_cue(kind, match, start, damaged))
    return kept


def _cue(kind: str, match: re.Match[str], start: int, damaged: bool) -> Cue:
    part = _part(kind, match)
    year = next((int(group) for group in match.groups() if group and re.fullmatch(r"\d{4}", group)), None)
    less, more = _signs(damaged)
    sign = -1 if less.match(match.string, start) else 1 if more.match(match.string, start) else 0
    bare, meant = kind.startswith(("bare ", "of ")), "prev" if part else kind.removeprefix("bare ").removeprefix("of ")
    if kind == "index":
        meant = "base" if year else "yoy"
    if kind == "peers":
        meant = "base"
    said = match[match.lastindex] if part is not None and match.lastindex is not None and match.lastindex > 1 else ""
    last_year = year is None and said[:1].isalpha()
    said_of = {name for name, words in match.groupdict().items() if words}
    return Cue(
        start, match.end(), meant, year, bare, sign, part, last_year, kind.startswith("of "), kind == "peers",
        noun=next((noun for noun in _NOUNS if noun in said_of), ""), exceeded="exceeded" in said_of,
        estimated="estimated" in said_of, alike="alike" in said_of,
    )  # fmt: skip


def _part(kind: str, match: re.Match[str]) -> tuple[str, int] | None:
    """The month, quarter or season that a phrase names."""
    if kind not in ("month", "quarter", "season", "months"):
        return None
    if kind == "season":
        return kind, 0
    if match.groupdict().get("half"):
        return kind, _HALF
    return kind, quarter(match[1]) if kind == "quarter" else _MONTHS_IN_WORDS.get(match[1]) or int(match[1])


_THAN = tolerant("(?<!cao )(?<!nhanh )(?<!nhỉnh )(?<!nhiều )(?<!ít )(?<!thấp )")
"""What makes "hơn" a comparison."""


_LONGEST_BOUND = 18
"""Letters before a number within which its bound stands."""


@cache
def _bound_pattern(damaged: bool) -> re.Pattern[str]:
    names = "|".join(f"({'' if word != 'hơn' else _THAN}{loose(word, damaged)})" for word in BOUNDS)
    return re.compile(rf"(?<![a-z])(?:{names}|([>≥])|([<≤])|([~≈]))\s*$")


def bound_before(text: str, end: int, damaged: bool) -> str | None:
    """The bound that stands right before a place: trên, gần, khoảng, dưới; ``"từ"`` before a range; None if there is none."""
    match = _bound_pattern(damaged).search(text, max(0, end - _LONGEST_BOUND), end)
    if match is None:
        return None
    index = match.lastindex or 0
    meanings = [*BOUNDS.values(), "trên", "dưới", "khoảng"]
    return meanings[index - 1]


@cache
def _upward_pattern(damaged: bool) -> re.Pattern[str]:
    return re.compile(r"\s*" + any_of("trở lên|hoặc hơn", damaged))


def at_least_after(text: str, start: int, damaged: bool) -> bool:
    """Whether "trở lên" follows a place."""
    return _upward_pattern(damaged).match(text, start) is not None
