"""What the API says about accounts: sessions, accounts of a community, communities of the platform."""
