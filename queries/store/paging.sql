set enable_progress_bar = true;
set enable_progress_bar_print = false;
set streaming_buffer_size = '1MB'
