"""From a conversation to a triaged signal."""
