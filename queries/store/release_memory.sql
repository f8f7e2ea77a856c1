set memory_limit = '{idle}';
set memory_limit = '{limit}'
