"""How tests ask the open API."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

ROOT = "/api/v1/"
PROBLEM = "application/problem+json"


class Api:
    """The API as a programme asks it; each answer is looked at for what all answers have."""

    def __init__(self) -> None:
        self.client = Client()

    def get(
        self, address: str, *, method: str = "get", headers: dict[str, str] | None = None, **query: Any
    ) -> HttpResponse:
        where = address if address.startswith("/") else ROOT + address
        response = getattr(self.client, method)(where, query, headers=headers)
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        if response.status_code >= 400:
            assert response.headers["Content-Type"] == PROBLEM
        return response

    def __call__(self, address: str, **query: Any) -> Any:
        """The JSON of an answer that there is."""
        response = self.get(address, **query)
        assert response.status_code == 200, response.content
        return response.json()

    def items(self, address: str, **query: Any) -> list[dict[str, Any]]:
        return self(address, **{"limit": 1000} | query)["items"]

    def refusal(self, address: str, status: int, **query: Any) -> str:
        """The sentence of an answer that there is not."""
        response = self.get(address, **query)
        assert response.status_code == status, response.content
        told = response.json()
        assert (told["status"], told["type"]) == (status, "about:blank")
        return told["detail"]

    def every(self, address: str, **query: Any) -> list[dict[str, Any]]:
        """The rows of all pages."""
        answer = self(address, **query)
        rows = answer["items"]
        while answer["next"]:
            answer = self(answer["next"])
            rows += answer["items"]
        assert len(rows) == answer["count"]
        return rows
