-- Give a passage that shipped without text its text.
update passage
set raw = $raw, repaired = $text, folded = $folded
where report_id = $report and source_start = $start and source_end = $end
