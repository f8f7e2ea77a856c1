"""Laying out changes blanks and line ends, and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.question import FOLDER
from queries.sqltext.formatting import format_sql
from queries.sqltext.tokens import tokens

SHIPPED = sorted(file for file in FOLDER.glob("*/*.sql") if file.read_text(encoding="utf-8").startswith("--"))
WORDS = re.split(
    " {2,}|\n *",
    """select  from  where  a  b.c  "hộ nghèo"  'Tỷ lệ; hộ'  'it''s'  $period  1.5  (  )  (  )  [  ]  ,  ,  ;  =  <>  <=  -  ->
    ::  ||  *  and  or  not  between  in  case  when  then  else  end  group  by  order  with  as  distinct  is  join  left  on
    partition  over  count(  union  all  values  limit  exists  interval  E'a\\'b'
    $$đ;$$  $a$x   y;$a$  $a$it's $$ too$a$  x'ff'  /*đ*/  {  }  :  !  ~  ==  <->  .  ..""",
)
PIECES = st.sampled_from([*WORDS, "-- ghi chú\n", "/* hai\n  dòng */", "'a\nb'", "group by", "order by", "is distinct from"])
BLANKS = st.sampled_from([" ", "\n", "\n\n", "  \n  ", ""])


def sequence(sql: str) -> list[tuple[str, str]]:
    """The tokens but for the blanks between them and at the end of a comment."""
    return [
        (one.kind, one.text.rstrip() if one.text.startswith("--") else one.text) for one in tokens(sql) if one.kind != "space"
    ]


def laid_out(sql: str) -> str:
    found = format_sql(sql)
    assert found is not None
    return found


def meaning(sql: str) -> Any:
    """What DuckDB's parser makes of a text, without the places."""
    ((found,),) = duckdb.execute("select json_serialize_sql($sql)", {"sql": sql}).fetchall()
    return json.loads(re.sub(r'"query_location(_length)?":\d+', '"place":0', found))


@given(st.lists(st.tuples(PIECES, BLANKS), max_size=30))
def test_no_token_changes_and_a_second_time_changes_nothing(parts: list[tuple[str, str]]) -> None:
    sql = "".join(piece + blank for piece, blank in parts)
    found = format_sql(sql)
    if found is not None:
        assert sequence(found) == sequence(sql)
        assert format_sql(found) == found


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_question_means_the_same(path: Any) -> None:
    sql = path.read_text(encoding="utf-8")
    found = laid_out(sql)
    assert meaning(found) == meaning(sql)
    assert "error_message" not in meaning(sql)


@pytest.mark.parametrize(
    "open_text", ["select (1", "select 1)", "select 'a", 'select "a', "select /* a", "select $$a", "select $a$x $$", "f([)]"]
)
def test_what_is_not_closed_stays_as_it_is(open_text: str) -> None:
    assert format_sql(open_text) is None


@pytest.mark.parametrize("empty", ["", " \n ", "-- chỉ ghi chú", ";"])
def test_next_to_nothing_is_laid_out_too(empty: str) -> None:
    assert format_sql(empty) == empty.strip()


@pytest.mark.parametrize("quoted", ["$$x   y$$", "$a$x   y$a$", "$đồng$x   y; $a$ 'z'$đồng$"])
def test_text_between_dollar_signs_stays_as_it_is(quoted: str) -> None:
    assert laid_out(f"select {quoted},1") == f"select {quoted}, 1"


def test_a_clause_has_its_line_and_a_long_list_a_line_each() -> None:
    assert laid_out("select a,b from t where x=1 and y in (1,2) group by 1;select 2") == (
        "select a, b\nfrom t\nwhere x = 1 and y in (1, 2)\ngroup by 1;\nselect 2"
    )
    names = [f"column_number_{n}" for n in range(9)]
    assert laid_out(f"select {','.join(names)} from t") == "select\n    " + ",\n    ".join(names) + "\nfrom t"


def test_queries_within_cases_and_windows_are_indented() -> None:
    sql = (
        "-- vi: Hộ nghèo\n\nwith nghèo as (select indicator_id, value, unit from observation where measure='value' "
        "and period_id=$p), b as (select 1) select case when value>1000000000 then 'rất lớn' when value<10 then 'nhỏ' "
        "else 'vừa' end as cỡ, -- cỡ\nrow_number() over (partition by indicator_id, item_id, period_id "
        "order by report_position desc) as thứ_tự from nghèo"
    )
    assert (
        laid_out(sql)
        == """-- vi: Hộ nghèo

with nghèo as (
    select indicator_id, value, unit
    from observation
    where measure = 'value' and period_id = $p
),
b as (select 1)
select
    case
        when value > 1000000000 then 'rất lớn'
        when value < 10 then 'nhỏ'
        else 'vừa'
    end as cỡ, -- cỡ
    row_number() over (
        partition by indicator_id, item_id, period_id
        order by report_position desc
    ) as thứ_tự
from nghèo"""
    )
