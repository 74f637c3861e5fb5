"""Under https: the key goes to whom is trusted, and to nobody else."""

from __future__ import annotations

import json
import ssl
from pathlib import Path

import pytest

from certificates import self_signed
from rapport.adapters.language_model import Server, language_model
from rapport.errors import ModelError, ModelTrouble
from rapport.testing.model_conformance import GOOD, KEY, QUESTION, WORDS
from rapport.testing.model_server import ModelServer


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    return self_signed(tmp_path_factory.mktemp("certificate"))


@pytest.mark.parametrize("protocol", ["openai", "anthropic"])
def test_a_server_whose_authority_is_named_is_asked(
    certificate: tuple[Path, ssl.SSLContext], protocol: str
) -> None:
    file, context = certificate
    with ModelServer(GOOD, protected=context) as server:
        model = language_model(f"{protocol}:kiln", Server(server.url, KEY, str(file)))
        assert json.loads(model.ask(QUESTION).text) == WORDS
        assert any(KEY in value for value in server.asked[0].headers.values())


def test_a_server_that_nobody_vouches_for_never_hears_the_key(
    certificate: tuple[Path, ssl.SSLContext],
) -> None:
    with ModelServer(GOOD, protected=certificate[1]) as server:
        model = language_model("openai:kiln", Server(server.url, KEY))
        with pytest.raises(ModelError, match="RAPPORT_MODEL_CA_FILE") as raised:
            model.ask(QUESTION)
        assert server.asked == []
    assert raised.value.trouble is ModelTrouble.SETTING


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_of_authorities_that_cannot_be_read_is_a_setting(
    tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "authorities.pem"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    model = language_model("openai:kiln", Server("https://127.0.0.1:9", KEY, str(file)))
    with pytest.raises(ModelError, match="RAPPORT_MODEL_CA_FILE") as raised:
        model.ask(QUESTION)
    assert raised.value.trouble is ModelTrouble.SETTING
