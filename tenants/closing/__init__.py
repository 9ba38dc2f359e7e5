"""Closing a year and starting the next, and a member who leaves: what ends something that reaches through all rooms."""
