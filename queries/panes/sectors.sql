-- vi: Các lĩnh vực với số liệu và mâu thuẫn, kể cả số liệu chưa xếp loại
-- en: The sectors with their figures and disputes, and the figures that the catalogue does not know
select sector_id as id, name_vi, name_en, short_vi, short_en, indicators, figures, disputed
from sector_use
order by rowid
