-- The files of one table of the extracts, by their places among them.
select file, part from old_part where resource = '{resource}' order by part
