"""Which days are worked: the library's knowledge of each year, and what the operator entered before or against it."""
