-- vi: Các báo cáo không có lời văn trong kho
-- en: The reports whose text is not in the store
select sha256 from report where not has_text
