select count(*) from {kept}
