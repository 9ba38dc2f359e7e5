"""What each record of a table says, and what is to become of it. Pure: what is stored already is handed in."""
