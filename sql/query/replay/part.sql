-- The files of a snapshot, each by its place among those of its table.
select resource, file, part from part
