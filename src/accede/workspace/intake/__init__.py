"""Papers and tables taken in: what they hold is proposed, compared, chosen by a person, and recorded in one transaction."""
