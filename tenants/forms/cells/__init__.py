"""One cell, in every writing that offices use, brought to a value. Pure: no database, no clock."""
