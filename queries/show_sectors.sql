-- vi: Các lĩnh vực với số chỉ tiêu và số liệu
-- en: The sectors with their indicators and figures counted
select sector_id as id, name_vi, name_en, indicators, figures, disputed
from sector_use
where sector_id <> '?'
order by rowid
