"""People who log in: accounts, their seat and roles in each community, one-time codes, sessions."""
