-- The release that made the store.
select value from meta where key = 'release'
