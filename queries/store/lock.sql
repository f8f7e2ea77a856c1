set max_temp_directory_size = '{disk}';
set allowed_configs = ['enable_progress_bar', 'enable_progress_bar_print', 'streaming_buffer_size', 'memory_limit'];
set lock_configuration = true
