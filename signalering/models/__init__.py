"""What is stored: typed tables in two databases, the data and the keystore."""
