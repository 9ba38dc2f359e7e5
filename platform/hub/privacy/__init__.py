"""Personal data: encrypted fields, blind indexes, masking, and the log of who saw what."""
