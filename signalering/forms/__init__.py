"""What a person may type; to_command() gives what a service takes."""
