"""What is to be done by when: tasks that people make, and what follows from letters, promises, meetings and withdrawals."""
