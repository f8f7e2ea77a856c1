set memory_limit = '{kept}';
set memory_limit = '{limit}'
