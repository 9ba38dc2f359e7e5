"""From the bytes of an uploaded file to sheets of plain cells, in a child process that may die without harm.

Nothing in this package but `workbook` and `refusals` may import Django or the hub: the child has to start fast.
"""
