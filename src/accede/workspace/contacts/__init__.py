"""Contacts: whom letters go to, by State; taking in, giving out, looking again, erasing."""
