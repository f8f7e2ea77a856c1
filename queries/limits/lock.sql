set max_temp_directory_size = '{disk}';
set lock_configuration = true
