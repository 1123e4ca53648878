"""Pictures of published figures: shapes that a template draws as they are."""
