-- vi: Các đơn vị tính đang dùng
-- en: The units in use
select id, name_en
from unit
order by id
