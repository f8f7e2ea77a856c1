"""A small store of two invented reports of an invented province, with hostile words where data may hold them.

Written with plain SQL, so that tests of the questions and screens do not depend on the reader. The hostile words: Rich markup
(``[/b]``, ``[red]``), a very long name, combining marks (decomposed Vietnamese), wide characters.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import duckdb

from data.store.scripts import script
from data.store.write import create_tables

if TYPE_CHECKING:
    from pathlib import Path

LONG = "Sản lượng thép hình chữ U mạ kẽm nhúng nóng dùng cho kết cấu chịu lực ngoài trời của các nhà máy trong khu công nghiệp số một"
HOSTILE = "Gạch [/b] chịu lửa [red]"
DECOMPOSED = unicodedata.normalize("NFD", "Đường kính trắng")
WIDE = "Trà 烏龍 đóng gói"

ROWS = f"""
insert into sector values
    ('growth', 1, 'Tăng trưởng kinh tế', 'Economic growth', 'Tăng trưởng kinh tế', 'Economic growth'),
    ('industry', 4, 'Công nghiệp', 'Industry', 'Công nghiệp', 'Industry'),
    ('social', 13, 'Lao động, an sinh xã hội', 'Labour and social welfare', 'Lao động, xã hội', 'Labour, welfare');
insert into unit values
    ('%', '%', '%', 1), ('nghìn tấn', 'thousand tonnes', 'tấn', 1000), ('tấn', 'tonnes', 'tấn', 1),
    ('triệu viên', 'million pieces', 'viên', 1000000), ('hộ', 'households', 'hộ', 1);
insert into indicator by name
select *, null::varchar as turns, null::varchar as ref_area
from (values
    ('grdp_growth', 'growth', 1, 'Tốc độ tăng GRDP', 'GRDP growth', fold('Tốc độ tăng GRDP'), '%', 'rate', null, null, 'up', false),
    ('industrial_output', 'industry', 2, 'Sản lượng sản phẩm công nghiệp', 'Output of industrial products',
        fold('Sản lượng sản phẩm công nghiệp'), '', 'flow', null, null, 'up', false),
    ('poverty_rate', 'social', 3, 'Tỷ lệ hộ nghèo', 'Poverty rate', fold('Tỷ lệ hộ nghèo'), '%', 'rate',
        'Theo chuẩn nghèo đa chiều', 'By the multidimensional poverty line', 'down', false)
) indicators (id, sector_id, position, name_vi, name_en, folded, unit, agg, definition_vi, definition_en, good, falls);
insert into item values
    ('industrial_output.coal', 'industrial_output', 1, 'Than', 'Coal', 'than', 'nghìn tấn', null, null),
    ('industrial_output.brick', 'industrial_output', 2, '{HOSTILE}', '{HOSTILE}', fold('{HOSTILE}'), 'triệu viên', null, null),
    ('industrial_output.steel', 'industrial_output', 3, '{LONG}', 'Steel', fold('{LONG}'), 'tấn', null, null),
    ('industrial_output.sugar', 'industrial_output', 4, '{DECOMPOSED}', 'White sugar', fold('{DECOMPOSED}'), 'tấn', null, null),
    ('industrial_output.tea', 'industrial_output', 5, '{WIDE}', 'Packed tea', fold('{WIDE}'), 'tấn', null, null);
insert into period values
    ('2024', 'year', '2024-01-01', '2024-12-31', '2024', '2024'),
    ('2025-M01/M08', 'cumulative', '2025-01-01', '2025-08-31', '8T/2025', '8M/2025'),
    ('2025-M08', 'month', '2025-08-01', '2025-08-31', 'thg 8/2025', 'Aug 2025'),
    ('2025', 'year', '2025-01-01', '2025-12-31', '2025', '2025'),
    ('2026-Q1', 'quarter', '2026-01-01', '2026-03-31', 'Q1/2026', 'Q1/2026');
insert into report values
    ('a', 'aa', '12/BC-UBND', 'monthly', 'Kinh tế - xã hội 8 tháng', 'UBND tỉnh Mẫu', 'Mẫu', '2025-09-05', '2025-M01/M08',
        false, true, 1, 'BC 12', 'Report 12', false),
    ('b', 'bb', null, 'quarterly', 'Kinh tế - xã hội quý I', 'UBND tỉnh Mẫu', 'Mẫu', '2026-04-04', '2026-Q1',
        true, false, 2, 'BC Q1/2026', 'Report Q1/2026', true);
insert into account values
    ('a', 'figure', 10), ('a', 'date', 4), ('a', 'reference', 3), ('a', 'heading', 2), ('a', 'unexplained', 1),
    ('b', 'figure', 6), ('b', 'damage', 2);
insert into passage values
    (1, 'a', 'heading', 'II.1.3', 'Sản xuất công nghiệp', null, 1, null, 0, 20, null, null, null),
    (2, 'a', 'footnote', 'II.1.3', 'Sản xuất công nghiệp', '6', 1, 3, 100, 200,
        'Than 228,91 nghìn tấn, đạt 65,8% kế hoạch [1], tăng 23,3%; gạch chịu lửa 18 triệu viên.',
        'Than 228,91 nghìn tấn, đạt 65,8% kế hoạch [1], tăng 23,3%; gạch chịu lửa 18 triệu viên.',
        fold('Than 228,91 nghìn tấn, đạt 65,8% kế hoạch [1], tăng 23,3%; gạch chịu lửa 18 triệu viên.')),
    (3, 'a', 'body', 'II.1.3', 'Sản xuất công nghiệp', null, 1, null, 21, 99, 'Sản xuất ổn định6.', 'Sản xuất ổn định6.',
        'san xuat on dinh6.'),
    (4, 'b', 'footnote', 'II.1.3', 'Công nghiệp', '7', 1, null, 100, 200, null, null, null),
    (5, 'b', 'body', 'II.2', 'An sinh xã hội', null, 2, null, 300, 400, null, null, null),
    (6, 'a', 'body', 'II.2', 'An sinh xã hội', null, 2, null, 300, 400, null, null, null);
insert into observation by name
select row_number() over () as id, *, value * mult as value_base, 0.005 * mult as half_unit,
    'A' as status, printed_at as source_start, printed_at + length(printed) as source_end, 'clause' as rule,
    0.95 as confidence, true as reviewed
from (values
    ('a', 6, 'grdp_growth', null, '2025-M01/M08', 'growth_pct', 8.0, '%', 1, '8,0', 310, null),
    ('a', 2, 'industrial_output', 'industrial_output.coal', '2025-M01/M08', 'value', 228.91, 'nghìn tấn', 1000, '228,91', 105, null),
    ('a', 2, 'industrial_output', 'industrial_output.coal', '2025-M01/M08', 'plan_pct', 65.8, '%', 1, '65,8', 127, null),
    ('a', 2, 'industrial_output', 'industrial_output.coal', '2025-M01/M08', 'yoy_pct', 23.3, '%', 1, '23,3', 152, null),
    ('a', 2, 'industrial_output', 'industrial_output.brick', '2025-M01/M08', 'value', 18.0, 'triệu viên', 1000000, '18', 175, null),
    ('a', 2, 'industrial_output', 'industrial_output.steel', '2025-M01/M08', 'value', 5421.0, 'tấn', 1, '5.421', 180, null),
    ('a', 2, 'industrial_output', 'industrial_output.sugar', '2025-M01/M08', 'value', 1072.9, 'tấn', 1, '1.072,9', 185, null),
    ('b', 4, 'industrial_output', 'industrial_output.coal', '2026-Q1', 'value', 119.4, 'nghìn tấn', 1000, '119,4', 105, null),
    ('b', 4, 'industrial_output', 'industrial_output.coal', '2026-Q1', 'plan_pct', 18.2, '%', 1, '18,2', 127, null),
    ('b', 4, 'industrial_output', 'industrial_output.coal', '2026-Q1', 'yoy_pct', -6.8, '%', 1, '6,8', 152, null),
    ('b', 4, 'industrial_output', 'industrial_output.tea', '2026-Q1', 'value', 30.0, 'tấn', 1, '30', 170, 'trên'),
    ('a', 6, 'poverty_rate', null, '2024', 'value', 3.1, '%', 1, '3,1', 330, null),
    ('a', 6, 'poverty_rate', null, '2025', 'value', 1.36, '%', 1, '1,36', 340, null),
    ('b', 5, 'poverty_rate', null, '2025', 'value', 2.32, '%', 1, '2,32', 340, null),
    ('b', 5, null, null, '2026-Q1', 'value', 7.0, 'hộ', 1, '7', 360, null)
) figures (report_id, passage_id, indicator_id, item_id, period_id, measure, value, unit, mult, printed, printed_at, bound)
"""

AFTER = """
update observation set subject = 'số hộ [x] được hỗ trợ' where indicator_id is null;
update observation set reviewed = false, confidence = 0.62 where report_id = 'a' and printed in ('18', '5.421', '1.072,9');
insert into finding values
    (1, 'disagreement', 'warning', 14, 13, 1.36, 2.32, 'BC 12 nói 1,36 %, BC Q1/2026 nói 2,32 %', 'Report 12 says 1.36 %, ...'),
    (2, 'plan_drift', 'notice', 8, 2, 347900, 656000, 'kế hoạch khác nhau [/]', 'the plans differ [/]');
"""


def write_small_store(path: Path) -> None:
    """Write the store to ``path``."""
    connection = duckdb.connect(str(path))
    connection.execute("begin")
    create_tables(connection)
    connection.execute(ROWS.replace("*, value * mult", "* exclude (mult, printed_at), value * mult"))
    connection.execute(AFTER)
    connection.execute(script("summary"))
    connection.execute("commit")
    connection.close()
