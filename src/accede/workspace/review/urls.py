"""Addresses of the review. The words before the kind are none of the kinds."""

from accede.accounts.policy import Verb
from accede.workspace.review.one import comment, review
from accede.workspace.review.queue import accept_batch, queue
from accede.workspace.screens import screen

urlpatterns = [
    screen("review/", queue, name="review", verb=Verb.COMMENT),
    screen("review/accept/", accept_batch, name="review-batch", verb=Verb.REVIEW),
    screen("review/comment/<slug:kind>/<path:key>", comment, name="comment", verb=Verb.COMMENT),
    screen("review/<slug:kind>/<path:key>", review, name="review-record", verb=Verb.COMMENT),
]
