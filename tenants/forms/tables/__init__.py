"""From sheets of cells to one table of records: which sheet, which row is the header, what is no record. Pure."""
