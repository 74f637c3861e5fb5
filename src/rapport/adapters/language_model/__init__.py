"""Language models: any server that speaks the OpenAI protocol, and Anthropic's messages API."""

from rapport.adapters.language_model.anthropic import Anthropic
from rapport.adapters.language_model.http import HttpModel, Server
from rapport.adapters.language_model.openai import OpenAi
from rapport.errors import UserError
from rapport.ports import LanguageModel

__all__ = ["Anthropic", "HttpModel", "OpenAi", "Server", "language_model"]


def language_model(model: str, server: Server, *, stream: bool = False) -> LanguageModel:
    """The model called `PROTOCOL:NAME`, such as `openai:llama3.2` or `anthropic:NAME`.

    Raises UserError where there is no such protocol.
    """
    protocol, _, name = model.partition(":")
    if protocol == "openai" and name:
        return HttpModel(model, OpenAi(name, stream=stream), server)
    if protocol == "anthropic" and name:
        return HttpModel(model, Anthropic(name, stream=stream), server)
    raise UserError(
        f"RAPPORT_MODEL is '{model}'. Write openai:NAME for a server that speaks the OpenAI "
        "protocol, or anthropic:NAME."
    )
