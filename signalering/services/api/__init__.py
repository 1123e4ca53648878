"""The room api: partners' programs that come with a token."""
