"""What waits for review: the queue, and one record at a time beside the passage of its source."""
