-- Near titles: the index of words alone; the key of the table, walked piece by piece, took ten times as long.
ALTER FUNCTION app.search_near_titles(uuid, text) SET enable_indexscan = off;
