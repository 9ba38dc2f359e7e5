"""Cards to print: what hangs at a household's home, and what hangs on the wall of wishes."""
