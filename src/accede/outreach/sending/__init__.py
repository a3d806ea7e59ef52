"""Letters go out by mail: queued, offered to the mail server one by one, never twice. One use case a file."""
