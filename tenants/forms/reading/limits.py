"""What a file may cost. Figures: promises.md, row "hostile files"."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 10 * MEGABYTE
MAX_ROWS = 5_000
MAX_SHEET_ROWS = MAX_ROWS + 100
"""Rows with content on a sheet: the records, and room for titles and footers around them."""

MAX_UNPACKED_BYTES = 48 * MEGABYTE
"""All parts of an .xlsx together. 5,000 rows of 30 columns unpack to some 12 MB."""

MAX_PARTS = 2_000
MAX_SHEETS = 60
MAX_SPANNED_CELLS = 1_000_000
"""Rows × columns from A1 to the last cell with a value: calamine holds them all, empty or not."""

MAX_CELLS = 600_000
"""Cells on one sheet, those included that are formatted and empty."""

MAX_VALUES = 250_000
"""Cells with a value on one sheet: 5,000 rows of 50 columns."""

MAX_CELL_CHARACTERS = 32_767
"""Excel's own limit for one cell."""

MAX_TEXT_CHARACTERS = 12_000_000
"""All cells of a workbook together, as they leave the child."""

CHILD_MEMORY_BYTES = 190 * MEGABYTE
CHILD_CPU_SECONDS = 2
CHILD_WALL_SECONDS = 20
"""Generous, since a busy machine is not the file's fault: a hostile file runs out of CPU seconds first."""
