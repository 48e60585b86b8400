-- table: quarantine_closed
-- mart: restricted
-- grain: one row per rejected row that was corrected, and reason
-- reads: closed_row
-- why: METHOD 13: a row that left the quarantine can still be found, with why it had been there and
--      which correction closed it
select correction, resource, file, line, key, code, field, message
from closed_row
