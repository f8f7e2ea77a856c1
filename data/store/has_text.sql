-- A report that shipped without text has one.
update report set has_text = true where id = $report
