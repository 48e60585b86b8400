-- Two versions of a table side by side, in DuckDB alone: comparisons are made on the embedded engine.
-- A table of both versions has a column version, 'earlier' or 'later', and keys without repeats.

-- The columns of two tables, and which of them have each.
function table_column(earlier_table string, later_table string) returns table as
  select
      column_name,
      bool_or(table_name = earlier_table) as is_earlier,
      bool_or(table_name = later_table) as is_later
  from duckdb_columns()
  where table_name in (earlier_table, later_table)
  group by column_name
  order by min(column_index), column_name;

-- One row per row of either version, by column name. A column that only one version has, or only the
-- declared table, is there and null in both: it is not compared.
function version_row(
  earlier_table string, later_table string, declared_table string, shared_columns list
) returns table as
  select 'earlier' as version, columns(lambda c: list_contains(shared_columns, c))
  from query_table(earlier_table)
  union all by name
  select 'later' as version, columns(lambda c: list_contains(shared_columns, c))
  from query_table(later_table)
  union all by name
  select * from query_table(earlier_table) where false
  union all by name
  select * from query_table(later_table) where false
  union all by name
  select * from query_table(declared_table) where false;

-- One row per key: the whole row of each version as earlier and later, null where there is none. Nulls
-- are equal, in keys as in what is compared.
function row_pair(version_table string, key_columns list, compared_columns list) returns table as
  -- Written out, the rows of both versions would be held at once.
  with keyed_row as not materialized (
      select
          version,
          version_record as record,
          row(*columns(lambda c: list_contains(key_columns, c))) as row_key,
          row(*columns(lambda c: list_contains(compared_columns, c))) as compared
      from query_table(version_table) as version_record
  ),

  earlier_row as (
      select * from keyed_row where version = 'earlier'
  ),

  later_row as (
      select * from keyed_row where version = 'later'
  )

  select
      e.record as earlier,
      l.record as later,
      e.version is not null as was_there,
      l.version is not null as is_there,
      e.version is not null and l.version is not null and e.compared is distinct from l.compared
          as is_changed
  from earlier_row as e
  full join later_row as l on e.row_key = l.row_key;

-- One row: how many keys only one version has, and how many have other content.
function row_difference(version_table string, key_columns list, compared_columns list)
returns table as
  select
      count(*) filter (where not was_there) as rows_inserted,
      count(*) filter (where is_changed) as rows_changed,
      count(*) filter (where not is_there) as rows_removed,
      count(*) filter (where was_there and is_there and not is_changed) as rows_unchanged
  from row_pair(version_table, key_columns, compared_columns);

-- The same of a table whose rows no key tells apart: how often each content is there.
function content_difference(version_table string, compared_columns list) returns table as
  with content as (
      select
          row(*columns(lambda c: list_contains(compared_columns, c))) as compared,
          count(*) filter (where version = 'earlier') as rows_before,
          count(*) filter (where version = 'later') as rows_now
      from query_table(version_table)
      group by compared
  )

  select
      coalesce(sum(greatest(rows_now - rows_before, 0)), 0) as rows_inserted,
      0 as rows_changed,
      coalesce(sum(greatest(rows_before - rows_now, 0)), 0) as rows_removed,
      coalesce(sum(least(rows_before, rows_now)), 0) as rows_unchanged
  from content;

-- One row per changed row and column in which it changed, with both values as text, null where there
-- is none, and the key in words.
function changed_cell(version_table string, key_columns list, compared_columns list)
returns table as
  with changed_row as (
      select row_number() over () as pair_no, earlier, later
      from row_pair(version_table, key_columns, compared_columns)
      where is_changed
  ),

  version_record as (
      select pair_no, unnest(earlier) from changed_row
      union all
      select pair_no, unnest(later) from changed_row
  ),

  -- A null is a character that no value has.
  cell_row as (
      select
          pair_no,
          version,
          concat_ws(', ', *columns(lambda c: list_contains(key_columns, c))) as key_words,
          coalesce(
              cast(columns(lambda c: list_contains(compared_columns, c)) as string), chr(30)
          )
      from version_record
  ),

  cell as (
      unpivot cell_row on * exclude (pair_no, version, key_words) into name column_name value said
  )

  select
      min(key_words) as key_words,
      column_name,
      nullif(min(said) filter (where version = 'earlier'), chr(30)) as said_before,
      nullif(min(said) filter (where version = 'later'), chr(30)) as said_now
  from cell
  group by pair_no, column_name
  having min(said) <> max(said);

-- Rows of one table of a snapshot that share their key with no other: what can be compared.
function duplicate_free_row(raw_table string, duplicate_table string) returns table as
  select r.*
  from query_table(raw_table) as r
  anti join query_table(duplicate_table) as d on r.row_no = d.row_no;
