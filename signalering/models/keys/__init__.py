"""The keystore's tables: what proves people, and who can open what."""
