{column} collate vi
