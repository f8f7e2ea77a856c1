"""The small store with figures that a bare number does not tell: ranges, bounds, places among others, changes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.store.checks import run_checks
from data.store.scripts import script
from tests.small_store import write_small_store

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """
insert into sector values ('education', 20, 'Giáo dục', 'Education', 'Giáo dục', 'Education');
insert into unit values ('', '', '', 1), ('trường', 'schools', 'trường', 1), ('nghìn người', 'thousand people', 'người', 1000);
insert into indicator by name
select *, null::varchar as turns, null::varchar as ref_area
from (values
    ('literacy', 'education', 10, 'Tỷ lệ biết chữ', 'Literacy', fold('Tỷ lệ biết chữ'), '%', 'rate', null, null, 'up', false),
    ('skills', 'education', 11, 'Chỉ số kỹ năng', 'Skills', fold('Chỉ số kỹ năng'), 'điểm', 'index', null, null, 'up', false),
    ('schools', 'education', 12, 'Số trường', 'Schools', fold('Số trường'), 'trường', 'stock', null, null, null, false),
    ('pupils', 'education', 13, 'Số học sinh', 'Pupils', fold('Số học sinh'), 'nghìn người', 'stock', null, null, null, false)
) indicators (id, sector_id, position, name_vi, name_en, folded, unit, agg, definition_vi, definition_en, good, falls);
insert into period values
    ('2020', 'year', '2020-01-01', '2020-12-31', '2020', '2020'),
    ('2030', 'year', '2030-01-01', '2030-12-31', '2030', '2030');
insert into passage values
    (7, 'a', 'body', 'II.3', 'Giáo dục', null, 2, null, 500, 600, null, null, null),
    (8, 'b', 'body', 'II.3', 'Giáo dục', null, 2, null, 500, 600,
        'Số học sinh từ 41 nghìn đến 43 nghìn người; biết chữ 91%, 93%.', null, null);
insert into observation by name
select 100 + row_number() over () as id, * exclude (mult, printed_at), value * mult as value_base, 0.05 * mult as half_unit,
    printed_at as source_start, printed_at + length(printed) as source_end, 'clause' as rule, 0.95 as confidence, true as reviewed
from (values
    ('a', 7, 'literacy', null, '2024', 'value', null, 99.0, '%', 1, '99', 500, 'trên', 'A'),
    ('a', 7, 'literacy', null, '2030', 'target', null, 99.2, '%', 1, '99,2', 510, 'khoảng', 'T'),
    ('a', 7, 'literacy', null, '2030', 'target', null, 99.5, '%', 1, '99,5', 517, 'khoảng', 'T'),
    ('a', 7, 'skills', null, '2020', 'rank', null, 41.0, '', 1, '41', 530, null, 'A'),
    ('a', 7, 'skills', null, '2020', 'total', null, 63.0, '', 1, '63', 533, null, 'A'),
    ('a', 7, 'skills', null, '2024', 'rank', null, 3.0, '', 1, '3', 540, null, 'A'),
    ('a', 7, 'skills', null, '2024', 'total', null, 63.0, '', 1, '63', 542, null, 'A'),
    ('a', 7, 'schools', null, '2025', 'base_abs', '2020', -45.0, 'trường', 1, '45', 560, null, 'A'),
    ('b', 8, 'pupils', null, '2030', 'target', null, 41.0, 'nghìn người', 1000, '41', 515, null, 'T'),
    ('b', 8, 'pupils', null, '2030', 'target', null, 43.0, 'nghìn người', 1000, '43', 528, null, 'T'),
    ('b', 8, 'literacy', null, '2025', 'value', null, 91.0, '%', 1, '91', 553, null, 'A'),
    ('b', 8, 'literacy', null, '2025', 'value', null, 93.0, '%', 1, '93', 558, null, 'A')
) figures (report_id, passage_id, indicator_id, item_id, period_id, measure, base_period, value, unit, mult, printed, printed_at,
    bound, status)
"""


def write_qualified_store(path: Path) -> None:
    """Write the store to ``path``."""
    write_small_store(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(ROWS)
        run_checks(connection)
        connection.execute(script("summary"))
