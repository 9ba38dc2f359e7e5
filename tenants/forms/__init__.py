"""Paper and workbooks: reading what offices keep, checking and importing it, and printing cards."""
