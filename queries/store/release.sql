-- vi: Kho số liệu được dựng từ bản dữ liệu nào
-- en: Which release of the data the store was built from
select value
from meta
where key = 'release'
